// Words of the index that look like a typed one: by wildcard, within some edits, or as what was probably meant.
#pragma once

#include "searcher/engine/snapshot.hpp"
#include "searcher/engine/words.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// Damerau-Levenshtein distance in code points (a swap of neighbours is one edit), or `limit` + 1 if it is more.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit);

/// edit_distance() of one word from many others. Up to 64 letters of it are compared with a letter of another at once,
/// a bit for each (H. Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances, 2003).
class DistanceFrom {
 public:
  explicit DistanceFrom(std::u32string word);
  std::size_t to(std::u32string_view other, std::size_t limit) const;

 private:
  static constexpr std::size_t kMostLetters = 64;
  std::size_t place_of(char32_t letter) const;
  std::size_t counted(std::u32string_view other, std::size_t limit) const;

  std::u32string word_;
  // Where each letter of the word stands, a bit for a place; found by the letter, then the next free row. There are
  // more rows than letters.
  std::array<char32_t, 2 * kMostLetters> letters_{};
  std::array<std::uint64_t, 2 * kMostLetters> places_{};
};

/// Whether a word fits a pattern of code points with * (any letters) and ? (one letter).
bool fits(std::u32string_view pattern, std::u32string_view word);

/// Forms of a shard whose plain spelling, or written one, fits the pattern (lower case).
std::vector<WordExpander::FormMatch> forms_like_pattern(const Shard& shard, std::string_view pattern);

/// Forms of a shard within `distance` edits of `plain`, in the same script; weight 1 / (1 + edits).
std::vector<WordExpander::FormMatch> forms_near(const Shard& shard, std::string_view plain, std::size_t distance);

}  // namespace izde::searcher
