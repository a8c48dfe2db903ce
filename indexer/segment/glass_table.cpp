#include "indexer/segment/glass_table.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace izde::indexer::glass {
namespace {

// Head of a block: revision (4 bytes), level, largest free stretch (2), all that is free (2), end of the directory (2).
constexpr std::size_t kHead = 11;
constexpr std::size_t kEntry = 2;  // of the directory
constexpr std::uint32_t kRevision = 1;

// Item of a leaf: its size and flags (2), length of the key (1), key, number of the part unless it is the first (2),
// tag.
constexpr std::size_t kItemHead = 3;
constexpr std::size_t kPart = 2;
constexpr std::uint8_t kLast = 0x40;
constexpr std::uint8_t kFirst = 0x20;
constexpr std::size_t kLargestItem = (kBlock - kHead - 4 * kEntry) / 4;  // four must go into a block
constexpr std::size_t kWorthSplitting = 256;  // of room left in a leaf; less is left empty rather than read in two

// Item of a branch: block of the child (4), length of the key (1), key, number of the part (2).
constexpr std::size_t kBranchHead = 5;

constexpr std::size_t kPending = 128 * kBlock;
constexpr std::size_t kMostParts = 65535;

void put_two(std::uint8_t* at, std::size_t value) {
  at[0] = static_cast<std::uint8_t>(value >> 8);
  at[1] = static_cast<std::uint8_t>(value);
}

void put_four(std::uint8_t* at, std::uint32_t value) {
  put_two(at, value >> 16);
  put_two(at + 2, value & 0xFFFF);
}

[[noreturn]] void fail(const std::string& path) { throw std::system_error(errno, std::generic_category(), path); }

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

}  // namespace

TableWriter::TableWriter(std::string path) : path_(std::move(path)), levels_(1) {
  file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file_ < 0) fail(path_);
  start(levels_[0], 0);
  std::uint8_t* null = levels_[0].place(kItemHead);  // every tree begins with an item without key and tag
  put_two(null, static_cast<std::size_t>(kFirst | kLast) << 8);
  null[2] = 0;
}

TableWriter::~TableWriter() {
  if (file_ >= 0) ::close(file_);
}

std::uint8_t* TableWriter::Block::place(std::size_t size) {
  items_begin -= size;
  put_two(bytes.data() + directory_end, items_begin);
  directory_end += kEntry;
  return bytes.data() + items_begin;
}

void TableWriter::start(Block& block, std::size_t level) const {
  block.bytes.assign(kBlock, 0);
  put_four(block.bytes.data(), kRevision);
  block.bytes[4] = static_cast<std::uint8_t>(level);
  block.directory_end = kHead;
  block.items_begin = kBlock;
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  ++entries_;
  const std::size_t head = kItemHead + key.size();
  std::uint16_t part = 1;
  do {
    const std::size_t own_head = head + (part > 1 ? kPart : 0);
    if (levels_[0].room() < kEntry + own_head + tag.size() && levels_[0].room() < kEntry + own_head + kWorthSplitting)
      close_leaf();
    const std::size_t room = std::min(levels_[0].room() - kEntry, kLargestItem) - own_head;
    const std::size_t size = std::min(room, tag.size());
    if (part == kMostParts && size < tag.size()) throw std::system_error(EFBIG, std::generic_category(), path_);
    add_part(key, tag.substr(0, size), part, size == tag.size());
    tag.remove_prefix(size);
    ++part;
  } while (!tag.empty());
}

void TableWriter::add_part(std::string_view key, std::string_view bytes, std::uint16_t part, bool last) {
  const std::size_t size = kItemHead + key.size() + (part > 1 ? kPart : 0) + bytes.size();
  Block& leaf = levels_[0];
  if (leaf.directory_end == kHead) {
    leaf.first_key = key;
    leaf.first_part = part;
  }
  std::uint8_t* at = leaf.place(size);
  const auto flags = static_cast<std::uint8_t>((part == 1 ? kFirst : 0) | (last ? kLast : 0));
  put_two(at, (size - kItemHead) | static_cast<std::size_t>(flags) << 8);
  at[2] = static_cast<std::uint8_t>(key.size());
  at = std::copy(key.begin(), key.end(), at + kItemHead);
  if (part > 1) {
    put_two(at, part);
    at += kPart;
  }
  std::copy(bytes.begin(), bytes.end(), at);
  key_.assign(key);
}

// The key that leads to a leaf is as short as tells it from the leaf before.
void TableWriter::close_leaf() {
  Block& leaf = levels_[0];
  const std::string first = std::exchange(leaf.first_key, {});
  const std::uint16_t part = leaf.first_part;
  const std::uint32_t number = write(leaf);
  start(leaf, 0);
  const std::size_t needed = std::min(common_prefix(first, last_key_) + 1, first.size());
  enter(1, std::string_view(first).substr(0, needed), part, number);
  last_key_ = key_;
}

void TableWriter::enter(std::size_t level, std::string_view key, std::uint16_t part, std::uint32_t child) {
  if (levels_.size() == level) {
    levels_.emplace_back();
    start(levels_.back(), level);
  }
  if (levels_[level].room() < kEntry + kBranchHead + key.size() + kPart) {
    const std::string first = std::exchange(levels_[level].first_key, {});
    const std::uint16_t first_part = levels_[level].first_part;
    const std::uint32_t number = write(levels_[level]);
    start(levels_[level], level);
    enter(level + 1, first, first_part, number);
  }
  Block& branch = levels_[level];
  const bool leftmost = branch.directory_end == kHead;
  if (leftmost) {
    branch.first_key = key;
    branch.first_part = part;
    key = {};
    part = 0;
  }
  std::uint8_t* at = branch.place(kBranchHead + key.size() + kPart);
  put_four(at, child);
  at[4] = static_cast<std::uint8_t>(key.size());
  at = std::copy(key.begin(), key.end(), at + kBranchHead);
  put_two(at, part);
}

std::uint32_t TableWriter::write(Block& block) {
  put_two(block.bytes.data() + 5, block.room());
  put_two(block.bytes.data() + 7, block.room());
  put_two(block.bytes.data() + 9, block.directory_end);
  pending_.insert(pending_.end(), block.bytes.begin(), block.bytes.end());
  if (pending_.size() >= kPending) flush();
  return blocks_++;
}

void TableWriter::flush() {
  for (std::size_t done = 0; done < pending_.size();) {
    const ssize_t written = ::write(file_, pending_.data() + done, pending_.size() - done);
    if (written < 0 && errno != EINTR) fail(path_);
    if (written > 0) done += static_cast<std::size_t>(written);
  }
  pending_.clear();
}

TableRoot TableWriter::finish() {
  if (levels_.size() > 1) close_leaf();
  // Each level's last block goes under the next; the first level that has one block alone is the root.
  std::size_t level = 0;
  std::uint32_t root = 0;
  if (levels_.size() == 1) {
    root = write(levels_[0]);
  } else {
    for (level = 1; level + 1 < levels_.size(); ++level) {
      const std::string first = std::exchange(levels_[level].first_key, {});
      const std::uint16_t part = levels_[level].first_part;
      const std::uint32_t number = write(levels_[level]);
      enter(level + 1, first, part, number);
    }
    root = write(levels_[level]);
  }
  flush();
  if (::fdatasync(file_) != 0) fail(path_);
  if (::close(std::exchange(file_, -1)) != 0) fail(path_);
  return {root, static_cast<std::uint32_t>(level), entries_, blocks_};
}

}  // namespace izde::indexer::glass
