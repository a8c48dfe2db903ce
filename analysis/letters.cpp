#include "analysis/letters.hpp"

namespace izde::analysis {
namespace {

constexpr char32_t kBad = 0xFFFD;

std::uint8_t byte_at(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }

/// Length and least value of a sequence by its first byte; length 0 for a byte that starts none.
struct Lead {
  std::uint8_t length;
  char32_t bits;
  char32_t least;
};

Lead lead_of(std::uint8_t first) {
  if (first >= 0xC2 && first <= 0xDF) return {2, first & 0x1FU, 0x80};
  if (first >= 0xE0 && first <= 0xEF) return {3, first & 0x0FU, 0x800};
  if (first >= 0xF0 && first <= 0xF4) return {4, first & 0x07U, 0x10000};
  return {0, 0, 0};
}

char32_t lower_cyrillic(char32_t c) {
  if (c >= 0x430 && c <= 0x45F) return c;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c <= 0x40F) return c + 80;
  if (c == 0x4C0) return 0x4CF;
  // In the rest capitals and small letters alternate.
  if (c >= 0x4C1 && c <= 0x4CE) return (c & 1) != 0 ? c + 1 : c;
  return c >= 0x482 && c <= 0x489 ? c : c | 1;
}

char32_t lower_latin(char32_t c) {
  if (c <= 0xDE) return c == 0xD7 ? c : c + 32;
  if (c <= 0xFF) return c;
  switch (c) {
    case 0x130:
      return 'i';
    case 0x178:
      return 0xFF;
    case 0x18F:
      return 0x259;  // Ə, Yañalif
    case 0x19F:
      return 0x275;  // Ɵ, Yañalif
    default:
      break;
  }
  // In these stretches capitals and small letters alternate; the capital is the even or the odd one.
  const bool even_capital = (c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1DE && c <= 0x1EF) ||
                            (c >= 0x1F8 && c <= 0x21F) || (c >= 0x222 && c <= 0x233) || (c >= 0x1E00 && c <= 0x1E95) ||
                            (c >= 0x1EA0 && c <= 0x1EFF) || (c >= 0xA722 && c <= 0xA72F) || c == 0x1A0 || c == 0x1A2 ||
                            c == 0x1A4 || c == 0x184 || c == 0xA790;
  if (even_capital) return c | 1;
  const bool odd_capital =
      (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1CD && c <= 0x1DC) || c == 0x1AF;
  return odd_capital && (c & 1) != 0 ? c + 1 : c;
}

}  // namespace

Letter long_letter_at(std::string_view text, std::size_t at) {
  const std::uint8_t first = byte_at(text, at);
  const Lead lead = lead_of(first);
  if (lead.length == 0 || text.size() - at < lead.length) return {kBad, 1};
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const std::uint8_t next = byte_at(text, at + i);
    if ((next & 0xC0) != 0x80) return {kBad, 1};
    value = (value << 6) | (next & 0x3FU);
  }
  if (value < lead.least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {kBad, 1};
  return {value, lead.length};
}

std::u32string letters_of(std::string_view word) {
  std::u32string letters(word.size(), U'\0');
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Letter letter = letter_at(word, at);
    letters[count++] = letter.value;
    at += letter.bytes;
  }
  letters.resize(count);
  return letters;
}

std::string utf8_of(std::u32string_view letters) {
  std::size_t size = 0;
  for (const char32_t c : letters) size += c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U;
  std::string text(size, '\0');
  char* end = text.data();
  const auto put = [&end](char32_t byte) { *end++ = static_cast<char>(static_cast<unsigned char>(byte)); };
  for (const char32_t c : letters) {
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | (c >> 6));
      put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      put(0xE0 | (c >> 12));
      put(0x80 | ((c >> 6) & 0x3F));
      put(0x80 | (c & 0x3F));
    } else {
      put(0xF0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3F));
      put(0x80 | ((c >> 6) & 0x3F));
      put(0x80 | (c & 0x3F));
    }
  }
  return text;
}

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (is_cyrillic(c)) return lower_cyrillic(c);
  return c < 0xC0 || (c > 0x24F && c < 0x1E00) ? c : lower_latin(c);
}

}  // namespace izde::analysis
