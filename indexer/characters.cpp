#include "indexer/characters.hpp"

#include "analysis/letters.hpp"

namespace izde::indexer {

bool is_white_space(char32_t value) {
  if (value <= 0x20) return value == 0x20 || (value >= 0x09 && value <= 0x0D);
  if (value < 0x1680) return value == 0x85 || value == 0xA0;
  return value == 0x1680 || (value >= 0x2000 && value <= 0x200A) || value == 0x2028 || value == 0x2029 ||
         value == 0x202F || value == 0x205F || value == 0x3000;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    // Beyond ASCII, white space begins with one of four bytes; any other byte is part of a word.
    const bool look = byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3);
    const analysis::Letter letter = look ? analysis::letter_at(text, at) : analysis::Letter{byte, 1};
    const bool space = (look || byte < 0x80) && is_white_space(letter.value);
    if (!space && !inside) ++words;
    inside = !space;
    at += letter.bytes;
  }
  return words;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const analysis::Letter first = analysis::letter_at(text, 0);
    if (!is_white_space(first.value)) break;
    text.remove_prefix(first.bytes);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) --last;  // back to the lead byte
    const analysis::Letter letter = analysis::letter_at(text, last);
    if (!is_white_space(letter.value) || last + letter.bytes != text.size()) break;
    text.remove_suffix(letter.bytes);
  }
  return text;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace izde::indexer
