// The dates of a document's passages: what its front matter says of its own date and calendar, and what titles,
// headings and earlier passages say of the year, narrows what a passage leaves open.
#pragma once

#include "analysis/dates/find_dates.hpp"
#include "schema/document.hpp"
#include "schema/kinds.hpp"
#include "schema/passage.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace izde::indexer {

/// Reads the passages of one document in their order.
class Dating {
 public:
  explicit Dating(const schema::Metadata& metadata);

  /// The dates of a passage's text; its reading must be known. A year that is left out is, in this order, the one last
  /// told in the text with a day or month, that of the heading, that of the title, the one last named in the text, the
  /// one last told under the same heading, with a day or month or else named, and that of the document, if it was
  /// written before 1950: an article of 2026 about 1918 does not speak of 2026. Where no title or heading names a year,
  /// a day that the document told with its year before has that year.
  std::vector<analysis::FoundDate> dates_of(const schema::Passage& passage);

  /// The year of the act that the document told last: that of the next one, if it leaves it out. Acts are told in their
  /// order, while the years of lives and books stand between.
  std::optional<int> year_of_acts() const { return of_acts_; }
  void remember(const schema::ActRecord& act);

 private:
  std::optional<int> year_named(const std::string& text, analysis::Language language) const;

  std::optional<int> year_told_of(const std::vector<analysis::FoundDate>& dates) const;
  void remember(const analysis::FoundDate& date);

  analysis::DateContext document_;
  std::map<std::string, int> told_;  ///< 06-24 → 1918, 0 where it was told with several years
  std::string heading_, title_;
  std::optional<int> of_heading_, of_title_, last_, last_dated_, of_acts_;
};

}  // namespace izde::indexer
