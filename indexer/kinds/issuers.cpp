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

/// A row of the table.
struct Issuer {
  std::string_view issuer, signs_for;
};

const std::map<std::string_view, Issuer>& issuers() {
  static const auto table = [] {
    std::map<std::string_view, Issuer> rows;
    for (const analysis::Row& row : analysis::rows_of(tables::issuers))
      rows[row[0]] = {row[1].empty() && row[2].empty() ? row[0] : row[1], row[2]};
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
  return row == issuers().end() ? std::string_view() : row->second.issuer;
}

bool was_on(std::string_view concept_id, const analysis::FoundDate& date, const thesaurus::Thesaurus& thesaurus) {
  const std::int64_t index = thesaurus.find(concept_id);
  if (index < 0) return false;
  const auto& days = thesaurus.concepts()[static_cast<std::size_t>(index)].date;
  return !days || (date.days.first <= days->last && days->first <= date.days.last);
}

std::string_view signed_for_by(std::string_view person_id) {
  const auto row = issuers().find(person_id);
  return row == issuers().end() ? std::string_view() : row->second.signs_for;
}

bool Meeting::holds(const analysis::FoundDate& date) const {
  const std::int32_t begin = date.os_edtf.empty() ? days.first : first;  // where both are told, no style is left open
  return date.days.first <= days.last && date.days.last >= begin && date.days.last - date.days.first <= kMonth;
}

std::optional<Meeting> meeting_of(std::string_view concept_id, const thesaurus::Thesaurus& thesaurus) {
  const std::int64_t index = thesaurus.find(concept_id);
  if (index < 0 || issuer_by(concept_id).empty()) return std::nullopt;
  const thesaurus::Concept& named = thesaurus.concepts()[static_cast<std::size_t>(index)];
  if (named.scheme != kMeetings || !named.date) return std::nullopt;
  const std::int32_t first = named.date->first;
  const std::int32_t begin = first < analysis::reform_day() ? first - lag_on(first) : first;
  return Meeting{{begin, named.date->last}, first, analysis::iso_day(begin).substr(0, kYearAndMonth)};
}

std::string meeting_on(const analysis::FoundDate& date, const thesaurus::Thesaurus& thesaurus) {
  for (const auto& [id, row] : issuers()) {
    const auto meeting = meeting_of(id, thesaurus);
    if (meeting && meeting->holds(date)) return std::string(id);
  }
  return {};
}

}  // namespace izde::indexer
