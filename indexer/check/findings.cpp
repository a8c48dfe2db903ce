#include "indexer/check/findings.hpp"

#include <utility>

namespace izde::indexer {
namespace {

constexpr std::size_t kTold = 5;

// Damaged names must not write over the terminal.
std::string printable(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  return text;
}

}  // namespace

void Findings::add(const std::string& segment, const std::string& inside, const std::string& what,
                   const std::string& detail) {
  const auto [row, is_new] = counts_.try_emplace({segment, what}, alike_.size());
  if (is_new) alike_.push_back({segment, 0, {}});
  Alike& alike = alike_[row->second];
  if (++alike.count > kTold) return;
  const std::string place = segment + (segment.empty() || inside.empty() ? "" : ": ") + inside;
  alike.first.push_back({printable(place), what + (detail.empty() ? "" : " (" + printable(detail) + ")")});
}

void Findings::add(const Findings& others) {
  for (const auto& [kind, place] : others.counts_) {
    const auto [row, is_new] = counts_.try_emplace(kind, alike_.size());
    if (is_new) alike_.push_back(others.alike_[place]);
  }
}

std::vector<Finding> Findings::told() const {
  std::vector<Finding> rows;
  for (const Alike& alike : alike_) {
    rows.insert(rows.end(), alike.first.begin(), alike.first.end());
    if (const std::size_t more = alike.count - alike.first.size(); more > 0)
      rows.push_back({alike.segment, "and " + std::to_string(more) + " more of this kind"});
  }
  return rows;
}

}  // namespace izde::indexer
