// Reads the data of passages straight out of a segment on this machine, where it lies in memory that is the file: a
// search reads hundreds of records a query, and asking Xapian for each costs more than everything else done with it.
// Only a short cut: what it does not find or does not know is read through Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace izde::schema {

/// The table of document data of one segment. Any thread.
class StoredData {
 public:
  /// Nothing where the table is not there, or of another form than that of Xapian 1.4.
  static std::unique_ptr<const StoredData> open(const std::string& segment_folder);
  ~StoredData();
  StoredData(const StoredData&) = delete;
  StoredData& operator=(const StoredData&) = delete;

  /// The data of a document, by its number in the segment. Valid as long as this object, or until `buffer`, which holds
  /// what lies in parts, is changed. Nothing where it is packed, missing or damaged.
  std::optional<std::string_view> find(std::uint32_t document, std::string& buffer) const;

 private:
  // A leaf of the tree, and the least key that is in it: its bytes as a number, and which part of the key's data.
  struct Leaf {
    std::uint64_t key = 0;
    std::uint32_t part = 0;
    std::uint32_t block = 0;
  };
  StoredData(const char* bytes, std::size_t size) : bytes_(bytes), size_(size) {}

  bool collect(std::uint32_t block, unsigned level, Leaf least);
  std::string_view block(std::uint32_t number) const;

  const char* bytes_;
  std::size_t size_;
  std::size_t blocks_seen_ = 0;
  std::vector<Leaf> leaves_;  // in the order of their keys
};

}  // namespace izde::schema
