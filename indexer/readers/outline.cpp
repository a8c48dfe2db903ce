#include "indexer/readers/outline.hpp"

#include <algorithm>

#include "indexer/characters.hpp"
#include "indexer/readers/bounds.hpp"
#include "indexer/readers/field_names.hpp"

namespace izde::indexer {
namespace {

constexpr std::string_view kUnder = " › ";

}  // namespace

Outline::Outline(std::string_view title)
    : title_(shortened(title, kLongestHeading)), title_cut_(title.size() > kLongestHeading) {}

void Outline::add_heading(std::size_t level, std::string_view text) {
  const std::string whole = field_value(text);
  if (whole.empty()) return;
  settle_open_headings(level);
  open_section(level, shortened(whole, kLongestHeading));
  if (whole.size() <= kLongestHeading) return;
  ++headings_cut_;
  add_block(whole);
}

void Outline::open_section(std::size_t level, std::string heading) {
  if (level == 1 && !title_met_) {
    title_met_ = true;
    if (title_.empty()) title_ = heading;
    if (title_ == heading) return;
  }
  for (std::size_t above = 1; above < level; ++above) bare_[above - 1] = false;
  headings_[level - 1] = std::move(heading);
  bare_[level - 1] = true;
  path_ = path(kLevels);
}

void Outline::add_block(std::string_view text) {
  if (trimmed(text).empty()) return;
  bare_.fill(false);
  blocks_.add(text, path_, "");
}

std::vector<schema::Block> Outline::finished() {
  settle_open_headings(1);
  return blocks_.finished();
}

std::vector<schema::Note> Outline::notes() const {
  std::vector<schema::Note> notes;
  const std::string times = headings_cut_ < 2 ? "" : " (" + std::to_string(headings_cut_) + " times in all)";
  if (title_cut_) notes.push_back({"", told_cut("the title", kLongestHeading)});
  if (headings_cut_ > 0)
    notes.push_back({"", told_cut("a heading", kLongestHeading) + ", and kept whole as text" + times});
  if (paths_cut_) notes.push_back({"", told_cut("a heading with those above it", kLongestHeading)});
  return notes;
}

/// A new heading of `from_level` ends all sections of that level and below; at most one of them can be bare.
void Outline::settle_open_headings(std::size_t from_level) {
  for (std::size_t level = from_level; level <= kLevels; ++level) {
    if (bare_[level - 1]) blocks_.add(headings_[level - 1], path(level - 1), "");
  }
  for (std::size_t level = from_level; level <= kLevels; ++level) {
    bare_[level - 1] = false;
    headings_[level - 1].clear();
  }
  path_ = path(kLevels);
}

std::string Outline::path(std::size_t levels) {
  std::string whole = joined(levels, kLongestHeading);
  if (whole.size() <= kLongestHeading) return whole;
  paths_cut_ = true;
  return joined(levels, kLongestHeading / kLevels - kUnder.size());
}

std::string Outline::joined(std::size_t levels, std::size_t longest) const {
  std::string path;
  for (std::size_t level = 1; level <= levels; ++level) {
    const std::string& heading = headings_[level - 1];
    if (heading.empty()) continue;
    if (!path.empty()) path += kUnder;
    path += shortened(heading, longest);
  }
  return path;
}

std::string_view without_empty_cells(std::string_view row) {
  row = trimmed(row);
  while (row.ends_with(trimmed(kCellSeparator))) row = trimmed(row.substr(0, row.size() - 1));
  return row;
}

}  // namespace izde::indexer
