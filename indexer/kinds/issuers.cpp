#include "indexer/kinds/issuers.hpp"

#include "analysis/dates/calendar.hpp"
#include "analysis/table.hpp"
#include "indexer_tables.hpp"

#include <map>
#include <vector>

namespace izde::indexer {
namespace {

constexpr std::int32_t kMonth = 31;
constexpr std::int32_t kShortestMonth = 28;
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

const std::optional<analysis::DayRange>& days_of(std::string_view concept_id, const thesaurus::Thesaurus& thesaurus) {
  static const std::optional<analysis::DayRange> kUnknown;
  const std::int64_t index = thesaurus.find(concept_id);
  return index < 0 ? kUnknown : thesaurus.concepts()[static_cast<std::size_t>(index)].date;
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

bool began_on(std::string_view concept_id, const analysis::FoundDate& date, const thesaurus::Thesaurus& thesaurus) {
  const auto& days = days_of(concept_id, thesaurus);
  return days && date.days.first == days->first && date.days.last == days->first;
}

bool began_in(std::string_view concept_id, const analysis::FoundDate& date, const thesaurus::Thesaurus& thesaurus) {
  const auto& days = days_of(concept_id, thesaurus);
  return days && date.days.first < days->first;
}

std::string_view signed_for_by(std::string_view person_id) {
  const auto row = issuers().find(person_id);
  return row == issuers().end() ? std::string_view() : row->second.signs_for;
}

bool Meeting::holds(const analysis::FoundDate& date) const {
  const std::int32_t begin = date.os_edtf.empty() ? days.first : first;  // where both are told, no style is left open
  return date.days.first <= days.last && date.days.last >= begin &&
         std::int64_t{date.days.last} - date.days.first <= kMonth;
}

bool Meeting::spans(const analysis::FoundDate& date) const {
  if (std::int64_t{date.days.last} - date.days.first >= kShortestMonth - 1)
    return analysis::iso_day(date.days.first).substr(0, kYearAndMonth) == month;
  const std::int32_t lag = first - days.first;
  const auto within = [&](std::int32_t begin, std::int32_t end) {
    return begin <= date.days.first && date.days.last <= end;
  };
  return within(first, days.last) || within(days.first, days.last - lag);
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

std::string meeting_in(int month, const thesaurus::Thesaurus& thesaurus) {
  std::string found;
  for (const auto& [id, row] : issuers()) {
    const auto meeting = meeting_of(id, thesaurus);
    if (!meeting || analysis::calendar_day(meeting->days.first).month != month) continue;
    if (!found.empty()) return {};
    found = id;
  }
  return found;
}

std::string meeting_on(const analysis::FoundDate& date, const thesaurus::Thesaurus& thesaurus) {
  std::vector<std::string> held, spanning;
  for (const auto& [id, row] : issuers()) {
    const auto meeting = meeting_of(id, thesaurus);
    if (!meeting || !meeting->holds(date)) continue;
    held.emplace_back(id);
    if (meeting->spans(date)) spanning.emplace_back(id);
  }
  const std::vector<std::string>& found = spanning.empty() ? held : spanning;
  return found.size() == 1 ? found.front() : std::string();
}

}  // namespace izde::indexer
