#include "analysis/dates/both_styles.hpp"

#include <cstdint>

#include "analysis/dates/calendar.hpp"

namespace izde::analysis {
namespace {

constexpr std::int64_t kShort = 16;  // days; a longer range is no stay of a congress but a time

/// The day that is written so in Old Style.
std::int32_t from_old_style(std::int32_t day) { return day_number(calendar_day(day), true).value_or(day); }

std::string days(std::int32_t first, std::int32_t last) {
  return first == last ? iso_day(first) : iso_day(first) + "/" + iso_day(last);
}

/// Where the text leaves the year out, `days` has the one that it speaks of.
std::string with_year(std::string edtf, const FoundDate& found) {
  const std::string year = std::to_string(year_of(found.days.first));
  for (std::size_t at = edtf.find("XXXX"); at != edtf.npos; at = edtf.find("XXXX")) edtf.replace(at, 4, year);
  return edtf;
}

}  // namespace

BothStyles both_styles(const FoundDate& found) {
  if (found.kind == DateKind::double_or_range) return {iso_day(found.days.last), iso_day(found.days.first), false};
  if (!found.os_edtf.empty()) return {with_year(found.edtf, found), with_year(found.os_edtf, found), false};
  const bool is_day = found.kind == DateKind::day || found.kind == DateKind::noyear;
  const bool is_stay = found.kind == DateKind::range && std::int64_t{found.days.last} - found.days.first < kShort;
  if (!is_day && !is_stay) return {with_year(found.edtf, found), "", false};
  // A day that may be of either style spans both (find_dates.hpp); the first is the one that is written.
  const std::int32_t first = found.days.first;
  const std::int32_t last = is_day ? first : found.days.last;
  if (last >= reform_day()) return {days(first, last), "", false};
  return {days(from_old_style(first), from_old_style(last)), days(first, last), true};
}

}  // namespace izde::analysis
