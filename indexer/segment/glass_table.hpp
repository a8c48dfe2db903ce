// Writes one table of a glass database: a B-tree of blocks, made from left to right out of keys that rise. The form is
// that of Xapian 1.4 (format of 14 March 2016), which did not change since; it is guarded by the version that is linked
// (segment.cpp) and by tests that compare with what Xapian writes itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace izde::indexer::glass {

inline constexpr std::size_t kBlock = 8192;
inline constexpr std::size_t kLongestKey = 255;  ///< bytes

/// Where a finished table's tree begins, for the version file.
struct TableRoot {
  std::uint32_t block = 0;
  std::uint32_t level = 0;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  ///< of the file; 0: there is no table
};

/// One table; not for several threads. Throws std::system_error when the disk refuses.
class TableWriter {
 public:
  explicit TableWriter(std::string path);
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  /// `key` follows the key before in the order of bytes and has 1 to kLongestKey of them.
  void add(std::string_view key, std::string_view tag);

  /// Writes what is left and makes the file permanent. Nothing may be added after it.
  TableRoot finish();

 private:
  /// A block that is being filled: the directory grows from the front, the items from the back.
  struct Block {
    std::vector<std::uint8_t> bytes;
    std::size_t directory_end = 0;
    std::size_t items_begin = 0;
    std::string first_key;  // of its first item, whose key a branch leaves out
    std::uint16_t first_part = 0;

    std::size_t room() const { return items_begin - directory_end; }
    std::uint8_t* place(std::size_t size);
  };

  void start(Block& block, std::size_t level) const;
  void add_part(std::string_view key, std::string_view bytes, std::uint16_t part, bool last);
  void close_leaf();
  void enter(std::size_t level, std::string_view key, std::uint16_t part, std::uint32_t child);
  std::uint32_t write(Block& block);
  void flush();

  std::string path_;
  int file_ = -1;
  std::vector<std::uint8_t> pending_;  // whole blocks on their way to the disk
  std::vector<Block> levels_;          // 0: leaves
  std::string last_key_;               // of the leaf before
  std::string key_;                    // added last
  std::uint64_t entries_ = 0;
  std::uint32_t blocks_ = 0;
};

}  // namespace izde::indexer::glass
