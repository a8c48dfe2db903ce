#include "indexer/segment/postings.hpp"

#include <algorithm>
#include <cstring>

namespace izde::indexer {
namespace {

constexpr std::size_t kLink = 4;  // bytes at the front of a piece
constexpr std::size_t kFirstPiece = 32;
constexpr std::size_t kLargestPiece = 2048;

std::size_t code(std::uint32_t value, char* out) {
  std::size_t size = 0;
  for (; value >= 0x80; value >>= 7) out[size++] = static_cast<char>(value | 0x80);
  out[size++] = static_cast<char>(value);
  return size;
}

}  // namespace

void Postings::add(TermId term, std::uint32_t document, std::uint32_t count) {
  if (term >= rows_.size()) rows_.resize(std::max<std::size_t>(term + 1, rows_.size() + rows_.size() / 2));
  Row& row = rows_[term];
  std::array<char, 10> bytes;
  std::size_t size = 0;
  if (row.list.documents == 0)
    row.list.first = document;
  else
    size = code(document - row.list.last - 1, bytes.data());
  size += code(count, bytes.data() + size);
  row.list.last = document;
  row.list.counts += count;
  ++row.list.documents;
  append(row, bytes.data(), size);
}

void Postings::append(Row& row, const char* bytes, std::size_t size) {
  while (size > 0) {
    const std::size_t end = row.size == 0 ? kInline : row.size;
    if (row.used == end) {
      next_piece(row);
      continue;
    }
    const std::size_t part = std::min(size, end - row.used);
    std::memcpy((row.size == 0 ? row.own.data() : at(row.piece)) + row.used, bytes, part);
    row.used = static_cast<std::uint16_t>(row.used + part);
    bytes += part;
    size -= part;
  }
}

void Postings::next_piece(Row& row) {
  const std::size_t size = row.size == 0 ? kFirstPiece : std::min<std::size_t>(2 * row.size, kLargestPiece);
  if (page_used_ + size > kPage) {
    pages_.emplace_back(kPage);
    page_used_ = 0;
  }
  const auto place = static_cast<std::uint32_t>((pages_.size() - 1) * kUnits + page_used_ / kUnit);
  page_used_ += size;
  if (row.size == 0) {
    row.first_piece = place + 1;
  } else {
    std::memcpy(at(row.piece), &place, kLink);
  }
  row.piece = place;
  row.size = static_cast<std::uint16_t>(size);
  row.used = kLink;
}

void Postings::read(TermId term, std::string& bytes) const {
  const Row& row = rows_[term];
  bytes.assign(row.own.data(), row.size == 0 ? row.used : kInline);
  if (row.first_piece == 0) return;
  std::uint32_t place = row.first_piece - 1;
  for (std::size_t size = kFirstPiece;; size = std::min(2 * size, kLargestPiece)) {
    const char* piece = at(place);
    if (place == row.piece) {
      bytes.append(piece + kLink, row.used - kLink);
      return;
    }
    bytes.append(piece + kLink, size - kLink);
    std::memcpy(&place, piece, kLink);
  }
}

}  // namespace izde::indexer
