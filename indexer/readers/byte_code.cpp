#include "indexer/readers/byte_code.hpp"

#include <charconv>
#include <stdexcept>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"

namespace izde::indexer {
namespace {

unsigned number_of(std::string_view hex) {
  unsigned value = 0;
  const auto end = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  if (end.ptr != hex.data() + hex.size()) throw std::logic_error("no hexadecimal number: " + std::string(hex));
  return value;
}

unsigned pair_of(unsigned char first, unsigned char second) { return first * 256U + second; }

}  // namespace

ByteCode::ByteCode(std::string_view table) {
  for (unsigned byte = 0; byte < 0x80; ++byte) single_[byte] = static_cast<char>(byte);
  for (const analysis::Row& row : analysis::rows_of(table)) {
    const unsigned bytes = number_of(row[0]);
    const char32_t value = number_of(row[1]);
    std::string utf8 = analysis::utf8_of({&value, 1});
    if (row[0].size() > 2) {
      pairs_.emplace(bytes, std::move(utf8));
    } else {
      single_.at(bytes) = std::move(utf8);
    }
  }
}

ByteCode::Character ByteCode::at(std::string_view bytes, std::size_t at) const {
  const auto first = static_cast<unsigned char>(bytes[at]);
  if (!pairs_.empty() && at + 1 < bytes.size()) {
    const auto pair = pairs_.find(pair_of(first, static_cast<unsigned char>(bytes[at + 1])));
    if (pair != pairs_.end()) return {pair->second, 2};
  }
  return {single_[first], 1};
}

}  // namespace izde::indexer
