#include "indexer/readers/document_id.hpp"

#include "analysis/letters.hpp"
#include "indexer/characters.hpp"

namespace izde::indexer {
namespace {

std::string percent(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    escaped += {'%', kDigits[byte >> 4], kDigits[byte & 0x0FU]};
  }
  return escaped;
}

/// Signs that turn the direction of what follows: shown, an id would read as another.
bool turns_direction(char32_t value) {
  return value == 0x200E || value == 0x200F || value == 0x061C || (value >= 0x202A && value <= 0x202E) ||
         (value >= 0x2066 && value <= 0x2069);
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

bool looks_escaped(std::string_view name, std::size_t at) {
  return name[at] == '%' && at + 2 < name.size() && is_hex(name[at + 1]) && is_hex(name[at + 2]);
}

}  // namespace

std::string escape_id(std::string_view name) {
  std::string id;
  for (std::size_t at = 0; at < name.size();) {
    const analysis::Letter letter = analysis::letter_at(name, at);
    const std::string_view bytes = name.substr(at, letter.bytes);
    const bool bad = letter.value == 0xFFFD && letter.bytes == 1;
    const bool control = letter.value < 0x20 || (letter.value >= 0x7F && letter.value < 0xA0);
    const bool unseen = control || turns_direction(letter.value);
    const bool escape = bad || unseen || is_white_space(letter.value) || looks_escaped(name, at);
    id += escape ? percent(bytes) : std::string(bytes);
    at += letter.bytes;
  }
  return id;
}

}  // namespace izde::indexer
