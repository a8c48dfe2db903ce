#include "indexer/kinds/issuers.hpp"

#include "analysis/dates/calendar.hpp"
#include "analysis/table.hpp"
#include "indexer_tables.hpp"

#include <map>

namespace izde::indexer {
namespace {

constexpr std::int32_t kMonth = 31;
constexpr std::size_t kYearAndMonth = 7;  // letters of 1917-12
constexpr std::string_view kMeetings = "events";

const std::map<std::string_view, std::string_view>& issuers() {
  static const auto table = [] {
    std::map<std::string_view, std::string_view> rows;
    for (const analysis::Row& row : analysis::rows_of(tables::issuers)) rows[row[0]] = row[1].empty() ? row[0] : row[1];
    return rows;
  }();
  return table;
}

/// Days by which the Old Style is behind.
std::int32_t lag_on(std::int32_t day) {
  const auto same_number = analysis::day_number(analysis::calendar_day(day), true);
  return same_number ? *same_number - day : 0;
}

}  // namespace

std::string_view issuer_by(std::string_view concept_id) {
  const auto row = issuers().find(concept_id);
  return row == issuers().end() ? std::string_view() : row->second;
}

bool Meeting::holds(const analysis::FoundDate& date) const {
  return date.days.first <= days.last && date.days.last >= days.first && date.days.last - date.days.first <= kMonth;
}

std::optional<Meeting> meeting_of(std::string_view concept_id, const thesaurus::Thesaurus& thesaurus) {
  const std::int64_t index = thesaurus.find(concept_id);
  if (index < 0 || issuer_by(concept_id).empty()) return std::nullopt;
  const thesaurus::Concept& named = thesaurus.concepts()[static_cast<std::size_t>(index)];
  if (named.scheme != kMeetings || !named.date) return std::nullopt;
  const std::int32_t first = named.date->first;
  const std::int32_t begin = first < analysis::reform_day() ? first - lag_on(first) : first;
  return Meeting{{begin, named.date->last}, analysis::iso_day(begin).substr(0, kYearAndMonth)};
}

}  // namespace izde::indexer
