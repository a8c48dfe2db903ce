#include "indexer/kinds/act_date.hpp"

#include "analysis/date.hpp"
#include "analysis/dates/calendar.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace izde::indexer {
namespace {

using analysis::DateKind;
using analysis::FoundDate;

constexpr std::uint32_t kBroader = 40;  // bytes that a month counts as farther away than a day, a year than a month

/// The day that is written so in Old Style.
std::int32_t from_old_style(std::int32_t day) {
  return analysis::day_number(analysis::calendar_day(day), true).value_or(day);
}

bool is_known(const FoundDate& date) { return date.days.first > std::numeric_limits<std::int32_t>::min(); }

std::string days(std::int32_t first, std::int32_t last) {
  return first == last ? analysis::iso_day(first) : analysis::iso_day(first) + "/" + analysis::iso_day(last);
}

/// How much of a year lies open: a day 0, a month 1, more 2.
int breadth(const FoundDate& date) {
  const std::int64_t width = std::int64_t{date.days.last} - date.days.first;
  return width < 16 || date.kind == DateKind::double_or_range ? 0 : width < 31 ? 1 : 2;
}

/// Where the text leaves the year out, `days` has the one that it speaks of.
std::string with_year(std::string edtf, const FoundDate& found) {
  const std::string year = std::to_string(analysis::year_of(found.days.first));
  for (std::size_t at = edtf.find("XXXX"); at != edtf.npos; at = edtf.find("XXXX")) edtf.replace(at, 4, year);
  return edtf;
}

}  // namespace

ActDate act_date(const FoundDate& found) {
  const bool unmarked = found.kind == DateKind::day || found.kind == DateKind::noyear ||
                        (found.kind == DateKind::range && breadth(found) == 0);
  if (found.kind == DateKind::double_or_range)
    return {analysis::iso_day(found.days.last), analysis::iso_day(found.days.first)};
  if (!found.os_edtf.empty()) return {with_year(found.edtf, found), with_year(found.os_edtf, found)};
  if (!unmarked) return {with_year(found.edtf, found), ""};
  if (found.days.last >= analysis::reform_day()) return {days(found.days.first, found.days.last), ""};
  return {days(from_old_style(found.days.first), from_old_style(found.days.last)),
          days(found.days.first, found.days.last)};
}

const FoundDate* nearest_date(const std::vector<FoundDate>& dates, analysis::Span from, analysis::Span within) {
  const FoundDate* nearest = nullptr;
  std::uint32_t least = 0;
  for (const FoundDate& date : dates) {
    if (date.span.begin < within.begin || date.span.begin >= within.end || !is_known(date)) continue;
    const std::uint32_t distance =
        kBroader * static_cast<std::uint32_t>(breadth(date)) +
        (date.span.begin >= from.end ? date.span.begin - from.end : from.begin - std::min(from.begin, date.span.end));
    if (nearest != nullptr && distance >= least) continue;
    nearest = &date;
    least = distance;
  }
  return nearest;
}

}  // namespace izde::indexer
