// A code of one or two bytes a character, as a table: windows-1251 and its like from ICU, TCVN3 and VNI from our own.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

namespace izde::indexer {

class ByteCode {
 public:
  /// An empty code: no byte means anything.
  ByteCode() = default;
  /// From a table "bytes, code points" in hexadecimal, one or two bytes a row; bytes below 80 mean ASCII.
  explicit ByteCode(std::string_view table);

  void set(unsigned char byte, std::string utf8) { single_[byte] = std::move(utf8); }

  struct Character {
    std::string_view utf8;   ///< "" where the byte means nothing
    std::size_t length = 1;  ///< bytes taken
  };
  /// The character at byte `at`; two bytes are taken together wherever the table knows them so.
  Character at(std::string_view bytes, std::size_t at) const;

 private:
  std::array<std::string, 256> single_;
  std::unordered_map<unsigned, std::string> pairs_;
};

}  // namespace izde::indexer
