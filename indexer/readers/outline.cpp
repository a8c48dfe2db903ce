#include "indexer/readers/outline.hpp"

#include <algorithm>

#include "indexer/characters.hpp"
#include "indexer/readers/field_names.hpp"

namespace izde::indexer {

void Outline::add_heading(std::size_t level, std::string_view text) {
  std::string heading = field_value(text);
  if (heading.empty()) return;
  settle_open_headings(level);
  if (level == 1 && !title_met_) {
    title_met_ = true;
    if (title_.empty()) title_ = heading;
    if (title_ == heading) return;
  }
  for (std::size_t above = 1; above < level; ++above) bare_[above - 1] = false;
  headings_[level - 1] = std::move(heading);
  bare_[level - 1] = true;
}

void Outline::add_block(std::string_view text) {
  const std::string_view content = trimmed(text);
  if (content.empty()) return;
  bare_.fill(false);
  blocks_.push_back({std::string(content), path(kLevels), ""});
}

std::vector<schema::Block> Outline::finished() {
  settle_open_headings(1);
  return std::move(blocks_);
}

/// A new heading of `from_level` ends all sections of that level and below; at most one of them can be bare.
void Outline::settle_open_headings(std::size_t from_level) {
  for (std::size_t level = from_level; level <= kLevels; ++level) {
    if (bare_[level - 1]) blocks_.push_back({headings_[level - 1], path(level - 1), ""});
  }
  for (std::size_t level = from_level; level <= kLevels; ++level) {
    bare_[level - 1] = false;
    headings_[level - 1].clear();
  }
}

std::string Outline::path(std::size_t levels) const {
  std::string path;
  for (std::size_t level = 1; level <= levels; ++level) {
    const std::string& heading = headings_[level - 1];
    if (heading.empty()) continue;
    if (!path.empty()) path += " › ";
    path += heading;
  }
  return path;
}

std::string_view without_empty_cells(std::string_view row) {
  row = trimmed(row);
  while (row.ends_with(trimmed(kCellSeparator))) row = trimmed(row.substr(0, row.size() - 1));
  return row;
}

}  // namespace izde::indexer
