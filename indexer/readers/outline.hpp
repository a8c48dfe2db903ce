// Blocks of a text with headings: which headings each stands under, and no heading lost.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/blocks.hpp"
#include "schema/document.hpp"

namespace izde::indexer {

/// Takes headings and blocks in the order of the text. A heading with nothing below it before the next of its level or
/// above is text of its own and becomes a block. A heading that is too long (bounds.hpp) is cut and becomes a block
/// too, whole; in a path that is too long each heading is cut. The document's title, if it is the first heading of
/// level 1, is left out of the paths: it stands over everything already.
class Outline {
 public:
  /// `title` as given by front matter or <title>, or "" to take the first heading of level 1 for it.
  explicit Outline(std::string_view title);

  /// `level` from 1 to 6.
  void add_heading(std::size_t level, std::string_view text);
  /// Empty text gives no block.
  void add_block(std::string_view text);

  /// What follows stands under no heading (notes at the end of a text).
  void leave_sections() { settle_open_headings(1); }

  const std::string& title() const { return title_; }  ///< cut where it is too long
  std::vector<schema::Block> finished();
  /// What was cut; once finished.
  std::vector<schema::Note> notes() const;

 private:
  static constexpr std::size_t kLevels = 6;

  void open_section(std::size_t level, std::string heading);
  void settle_open_headings(std::size_t from_level);
  std::string path(std::size_t levels);
  std::string joined(std::size_t levels, std::size_t longest) const;

  std::string title_;
  bool title_cut_ = false;
  bool title_met_ = false;
  std::array<std::string, kLevels> headings_;
  std::array<bool, kLevels> bare_{};  // heading of that level has nothing below it yet
  std::string path_;                  // of all levels
  std::size_t headings_cut_ = 0;
  bool paths_cut_ = false;
  Blocks blocks_;
};

/// What stands between the cells of a table row.
inline constexpr std::string_view kCellSeparator = " | ";
/// A row without the separators of empty cells at its end.
std::string_view without_empty_cells(std::string_view row);

}  // namespace izde::indexer
