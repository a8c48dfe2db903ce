// Where the documents of an index were read from: folders, and files that hold many documents. Paths begin with them,
// so that each is kept once, and a path takes no more than what it has of its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace izde::schema {

/// Beginnings of paths and their numbers, which stand for good.
class Sources {
 public:
  struct Path {
    std::uint32_t source = 0;  ///< number of its beginning; 0: none, the path stands whole
    std::string_view rest;
  };

  /// Takes a path apart behind its folder, or behind the file where a line follows (shelf.jsonl:12), and notes that if
  /// it is new. After 4096 of them new ones are not noted.
  Path apart(std::string_view path);
  /// Throws BytesError where there is no such number.
  std::string together(Path path) const;

  std::string bytes() const;
  /// Throws BytesError.
  static Sources from_bytes(std::string_view bytes);

  friend bool operator==(const Sources& a, const Sources& b) { return a.beginnings_ == b.beginnings_; }

 private:
  std::vector<std::string> beginnings_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace izde::schema
