#include "schema/stored_data.hpp"

#include "schema/bytes.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace izde::schema {
namespace {

// The form of a table is told where it is written (indexer/segment/glass_table.cpp).
constexpr std::size_t kBlock = 8192;
constexpr std::size_t kHead = 11;
constexpr std::size_t kEntry = 2;
constexpr std::size_t kItemHead = 3;
constexpr std::size_t kBranchHead = 5;
constexpr std::size_t kPart = 2;
constexpr unsigned kPacked = 0x80;
constexpr unsigned kLast = 0x40;
constexpr unsigned kFirst = 0x20;
constexpr unsigned kFlags = kPacked | kLast | kFirst;
constexpr unsigned kMostLevels = 9;
constexpr std::string_view kVersion = "\x0F\x0DXapian Glass\x04\x6E";
constexpr std::size_t kIdentity = 16;

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }
std::size_t two_at(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1); }
std::uint32_t four_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(two_at(bytes, at) << 16 | two_at(bytes, at + 2));
}

// Its first eight bytes, the rest as if they were zeros: keys of document numbers have at most five.
std::uint64_t number_of(std::string_view key) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | (i < key.size() ? byte_at(key, i) : 0);
  return number;
}

std::uint64_t key_of(std::uint32_t document) {
  if (document < 0x8000) return std::uint64_t{document} << 48;
  unsigned bytes = 3;
  for (std::uint32_t rest = document >> 22; rest != 0; rest >>= 7) ++bytes;
  const std::uint64_t lead = 0xFFU << (10 - bytes) & 0xFFU;
  return (lead << (8 * (bytes - 1)) | document) << (64 - 8 * bytes);
}

struct Item {
  unsigned flags = 0;
  std::uint64_t key = 0;
  std::string_view data;
};

// An item of a leaf by its place in the directory; nothing where it lies outside the block.
std::optional<Item> item_at(std::string_view block, std::size_t entry) {
  const std::size_t begin = two_at(block, kHead + kEntry * entry);
  if (begin + kItemHead > block.size()) return std::nullopt;
  const std::size_t head = two_at(block, begin);
  const std::size_t size = (head & ~(kFlags << 8)) + kItemHead;
  const std::size_t key = byte_at(block, begin + 2);
  Item item;
  item.flags = static_cast<unsigned>(head >> 8) & kFlags;
  const std::size_t data = kItemHead + key + ((item.flags & kFirst) != 0 ? 0 : kPart);
  if (begin + size > block.size() || data > size) return std::nullopt;
  item.key = number_of(block.substr(begin + kItemHead, key));
  item.data = block.substr(begin + data, size - data);
  return item;
}

std::size_t entries_of(std::string_view block) {
  const std::size_t end = two_at(block, 9);
  return end < kHead || end > block.size() ? 0 : (end - kHead) / kEntry;
}

// Where in a leaf the first item of a key stands. Documents mostly follow on each other, so that the first one of the
// leaf tells the place: each item that is looked at besides is a far place in memory.
std::optional<std::size_t> place_of(std::string_view leaf, std::uint32_t document, std::uint64_t key) {
  std::size_t low = 0;
  std::size_t high = entries_of(leaf);
  if (high == 0) return std::nullopt;
  const auto first = item_at(leaf, 0);
  if (!first) return std::nullopt;
  for (std::uint32_t before = 0; before < high && before < document; ++before) {
    if (key_of(document - before) > first->key) continue;
    const auto guessed = item_at(leaf, before);
    if (guessed && guessed->key == key && (guessed->flags & kFirst) != 0) return before;
    break;
  }
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const auto item = item_at(leaf, middle);
    if (!item) return std::nullopt;
    item->key < key ? low = middle + 1 : high = middle;
  }
  return low < entries_of(leaf) ? std::optional(low) : std::nullopt;
}

// Where the tree of document data begins, as the version file says; level 0 is a leaf.
struct Root {
  std::uint32_t block = 0;
  unsigned level = 0;
  std::uint64_t blocks = 0;  // of the table
};

std::optional<Root> root_in(const std::string& folder) {
  std::ifstream file(folder + "/iamglass", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!bytes.starts_with(kVersion)) return std::nullopt;
  try {
    BytesReader in(std::string_view(bytes).substr(kVersion.size()));
    in.take(kIdentity);
    in.number();  // revision
    for (const bool is_data : {false, true}) {
      const std::uint32_t root = in.number32();
      const std::uint64_t form = in.number();
      in.number();  // entries
      const bool of_our_size = in.number() << 11 == kBlock;
      in.number();  // from which size on it packs
      const std::string_view free_blocks = in.text();
      if (!is_data) continue;
      BytesReader free(free_blocks);
      free.number();  // revision
      const std::uint64_t blocks = free.number();
      const bool is_there = (form & 1) == 0 && of_our_size && form >> 2 <= kMostLevels;
      return is_there ? std::optional(Root{root, static_cast<unsigned>(form >> 2), blocks}) : std::nullopt;
    }
  } catch (const BytesError&) {
  }
  return std::nullopt;
}

}  // namespace

std::unique_ptr<const StoredData> StoredData::open(const std::string& segment_folder) {
  const auto root = root_in(segment_folder);
  if (!root) return nullptr;
  const int file = ::open((segment_folder + "/docdata.glass").c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return nullptr;
  struct stat status {};
  const bool known = ::fstat(file, &status) == 0 && status.st_size > 0 &&
                     root->blocks <= static_cast<std::uint64_t>(status.st_size) / kBlock;  // not cut short
  const auto size = static_cast<std::size_t>(known ? status.st_size : 0);
  void* const memory = known ? ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0) : MAP_FAILED;
  ::close(file);
  if (memory == MAP_FAILED) return nullptr;
  std::unique_ptr<StoredData> data(new StoredData(static_cast<const char*>(memory), size));
  if (!data->collect(root->block, root->level, {})) return nullptr;
  return data;
}

StoredData::~StoredData() { ::munmap(const_cast<char*>(bytes_), size_); }

std::string_view StoredData::block(std::uint32_t number) const {
  const std::size_t begin = std::size_t{number} * kBlock;
  return begin + kBlock > size_ ? std::string_view() : std::string_view(bytes_ + begin, kBlock);
}

// From a branch down to the leaves; each entry of a branch but the first says the least key below it.
bool StoredData::collect(std::uint32_t number, unsigned level, Leaf least) {
  if (++blocks_seen_ > size_ / kBlock) return false;  // each is met once
  if (level == 0) {
    least.block = number;
    leaves_.push_back(least);
    return true;
  }
  const std::string_view branch = block(number);
  if (branch.empty() || byte_at(branch, 4) != level) return false;
  for (std::size_t entry = 0; entry < entries_of(branch); ++entry) {
    const std::size_t begin = two_at(branch, kHead + kEntry * entry);
    if (begin + kBranchHead > branch.size()) return false;
    const std::size_t key = byte_at(branch, begin + 4);
    if (begin + kBranchHead + key + kPart > branch.size()) return false;
    if (entry > 0) {
      least.key = number_of(branch.substr(begin + kBranchHead, key));
      least.part = static_cast<std::uint32_t>(two_at(branch, begin + kBranchHead + key));
    }
    if (!collect(four_at(branch, begin), level - 1, least)) return false;
  }
  return true;
}

std::optional<std::string_view> StoredData::find(std::uint32_t document, std::string& buffer) const {
  const std::uint64_t key = key_of(document);
  auto leaf = std::upper_bound(leaves_.begin(), leaves_.end(), key, [](std::uint64_t wanted, const Leaf& row) {
    return std::tuple(wanted, 1U) < std::tuple(row.key, row.part);
  });
  if (leaf == leaves_.begin()) return std::nullopt;
  --leaf;
  std::string_view bytes = block(leaf->block);
  if (bytes.empty()) return std::nullopt;
  const auto place = place_of(bytes, document, key);
  if (!place) return std::nullopt;
  std::size_t low = *place;
  auto item = item_at(bytes, low);
  if (!item || item->key != key || (item->flags & (kFirst | kPacked)) != kFirst) return std::nullopt;
  if ((item->flags & kLast) != 0) return item->data;
  buffer.assign(item->data);
  while ((item->flags & kLast) == 0) {
    if (++low == entries_of(bytes)) {
      if (++leaf == leaves_.end()) return std::nullopt;
      bytes = block(leaf->block);
      low = 0;
      if (bytes.empty() || entries_of(bytes) == 0) return std::nullopt;
    }
    item = item_at(bytes, low);
    if (!item || item->key != key) return std::nullopt;
    buffer.append(item->data);
  }
  return std::string_view(buffer);
}

}  // namespace izde::schema
