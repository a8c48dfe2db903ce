#include "indexer/segment/term_table.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace izde::indexer {
namespace {

constexpr std::size_t kPage = std::size_t{1} << 18;

std::uint32_t hash_of(std::string_view term) { return static_cast<std::uint32_t>(std::hash<std::string_view>{}(term)); }

// As a number that stands in the order of the bytes.
std::uint64_t first_eight(std::string_view term) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < sizeof(bytes); ++i)
    bytes = bytes << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
  return bytes;
}

}  // namespace

TermTable::TermTable() : slots_(std::size_t{1} << 12) {}

TermId TermTable::number(std::string_view term) {
  if (10 * (terms_.size() + 1) > 6 * slots_.size()) grow();
  const std::uint32_t hash = hash_of(term);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].id != 0; at = (at + 1) & mask)
    if (slots_[at].hash == hash && terms_[slots_[at].id - 1] == term) return slots_[at].id - 1;
  terms_.push_back(keep(term));
  slots_[at] = {hash, static_cast<TermId>(terms_.size())};
  return slots_[at].id - 1;
}

void TermTable::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::string_view TermTable::keep(std::string_view term) {
  if (pages_.empty() || pages_.back().size() + term.size() > pages_.back().capacity()) {
    pages_.emplace_back();
    pages_.back().reserve(std::max(kPage, term.size()));
  }
  std::string& page = pages_.back();
  page.append(term);
  return std::string_view(page).substr(page.size() - term.size());
}

// Nearly all terms are told apart by how they begin.
std::vector<TermId> TermTable::sorted() const {
  std::vector<std::pair<std::uint64_t, TermId>> rows;
  rows.reserve(terms_.size());
  for (TermId id = 0; id < terms_.size(); ++id) rows.emplace_back(first_eight(terms_[id]), id);
  std::sort(rows.begin(), rows.end(), [this](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : terms_[a.second] < terms_[b.second];
  });
  std::vector<TermId> ids;
  ids.reserve(rows.size());
  for (const auto& [beginning, id] : rows) ids.push_back(id);
  return ids;
}

std::size_t TermTable::memory() const {
  return slots_.size() * sizeof(Slot) + terms_.capacity() * sizeof(std::string_view) + pages_.size() * kPage;
}

}  // namespace izde::indexer
