// White space and what it divides: for readers, which take texts to pieces, and for the splitter, which counts words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace izde::indexer {

/// Unicode White_Space, with the no-break and ideographic ones.
bool is_white_space(char32_t value);

/// Words as counted everywhere in this room: runs without white space.
std::size_t count_words(std::string_view text);

/// Without white space at both ends.
std::string_view trimmed(std::string_view text);

/// A to Z in lower case; other bytes as they are.
std::string ascii_lower(std::string_view text);

}  // namespace izde::indexer
