// Letters of a word: UTF-8 to code points and back, and lower case for the scripts we read. For the inner loops of the
// filters and the detector, which must be total and quick; whole texts are normalised by unicode.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace izde::analysis {

/// One code point and the bytes it takes (at least 1).
struct Letter {
  char32_t value = 0;
  std::uint8_t bytes = 1;
};

/// letter_at() for what is no ASCII and no well-formed sequence of two bytes.
Letter long_letter_at(std::string_view text, std::size_t at);

/// The code point at `at` < text.size(). A byte that starts no well-formed sequence is U+FFFD of one byte.
inline Letter letter_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first <= 0xDF && at + 1 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0U) == 0x80) return {(first & 0x1FU) << 6 | (second & 0x3FU), 2};
  }
  return long_letter_at(text, at);
}

/// Code points of a word; bad bytes as U+FFFD.
std::u32string letters_of(std::string_view word);

/// UTF-8 of code points.
std::string utf8_of(std::u32string_view letters);

/// Simple lower case of a Latin or Cyrillic letter; anything else comes back as it is.
char32_t lower(char32_t letter);

/// Script blocks, as far as the languages of Izde need them.
constexpr bool is_cyrillic(char32_t c) { return c >= 0x400 && c <= 0x52F; }
constexpr bool is_arabic(char32_t c) {
  return (c >= 0x620 && c <= 0x64A) || (c >= 0x66E && c <= 0x6D3) || c == 0x6D5 || (c >= 0xFB50 && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}
constexpr bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
         (c >= 0x250 && c <= 0x2AF) || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0xA722 && c <= 0xA7FF);
}
/// Combining accents, which belong to the letter before them.
constexpr bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

}  // namespace izde::analysis
