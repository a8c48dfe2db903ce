// How numbers and strings lie in the tables of a glass database (Xapian 1.4), as far as its keys and statistics are
// coded otherwise than schema/bytes.hpp codes them.
#pragma once

#include "schema/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace izde::indexer::glass {

using schema::append_number;
using schema::append_text;

/// A document number that sorts as bytes like the number: two bytes below 2^15, else the count of the bytes that follow
/// in the leading bits of the first.
inline void append_sorted_number(std::string& out, std::uint32_t value) {
  if (value < 0x8000) {
    out.push_back(static_cast<char>(value >> 8));
    out.push_back(static_cast<char>(value & 0xFF));
    return;
  }
  std::size_t bytes = 3;
  for (std::uint32_t rest = value >> 22; rest != 0; rest >>= 7) ++bytes;
  const auto lead = static_cast<std::uint8_t>(0xFFU << (10 - bytes));
  const auto first = static_cast<std::uint8_t>(bytes > 4 ? 0 : value >> (8 * (bytes - 1)));
  out.push_back(static_cast<char>(first | lead));
  for (std::size_t i = bytes - 1; i-- > 0;) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

/// A term as it opens a key: zero bytes are marked, so that the shorter of two keys still comes first.
inline void append_term(std::string& out, std::string_view term) {
  for (const char c : term) {
    out.push_back(c);
    if (c == '\0') out.push_back('\xFF');
  }
}

/// Opening bytes of the keys that are no terms; they sort before all of them, in this order.
inline constexpr std::string_view kMetadata{"\0\xC0", 2};
inline constexpr std::string_view kLengths{"\0\xE0", 2};

}  // namespace izde::indexer::glass
