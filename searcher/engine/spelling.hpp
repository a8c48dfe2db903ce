// Words of the index that look like a typed one: by wildcard, within some edits, or as what was probably meant.
#pragma once

#include "searcher/engine/snapshot.hpp"
#include "searcher/engine/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// Damerau-Levenshtein distance in code points (a swap of neighbours is one edit), or `limit` + 1 if it is more.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit);

/// Whether a word fits a pattern of code points with * (any letters) and ? (one letter).
bool fits(std::u32string_view pattern, std::u32string_view word);

/// Forms of a shard whose plain spelling, or written one, fits the pattern (lower case).
std::vector<WordExpander::FormMatch> forms_like_pattern(const Shard& shard, std::string_view pattern);

/// Forms of a shard within `distance` edits of `plain`, in the same script; weight 1 / (1 + edits).
std::vector<WordExpander::FormMatch> forms_near(const Shard& shard, std::string_view plain, std::size_t distance);

}  // namespace izde::searcher
