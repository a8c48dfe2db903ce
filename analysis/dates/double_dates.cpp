#include "analysis/dates/double_dates.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "analysis/dates/calendar.hpp"
#include "analysis/dates/shapes.hpp"

namespace izde::analysis::dates {
namespace {

constexpr int kFarthestMisprint = 20;  // days between the halves of a double date
constexpr float kUnknownYear = 0.7F;   // of the confidence
constexpr float kEitherYear = 0.7F;    // where one year is told for both, with its turn between them, or from outside
/// Years that stand for their century where none is told: the calendars lie 13 and 12 days apart.
constexpr int kLikelyYears[] = {1917, 1877};
/// The years in which a dash between days 13 apart is more likely to part styles than to mean a range.
constexpr int kFirstDashYear = 1900;
constexpr int kLastDashYear = 1918;

/// The date with a year, from which the other may be one on (31 December / 13 January).
Written in_year(Written date, int year) {
  date.year = year;
  return date;
}

/// Whether `old_style` is the Julian name of the day `new_style`.
bool is_same_day(const Written& old_style, const Written& new_style) {
  const auto julian = days_of(old_style, true);
  const auto gregorian = days_of(new_style);
  return julian && gregorian && *julian == *gregorian;
}

struct Pair {
  Written first, second;
};

/// Both with a year: as told, or `year` where none is; the turn of the year may lie between.
Pair with_years(const Written& first, const Written& second, int year) {
  Pair pair{first.year ? first : in_year(first, year), second.year ? second : in_year(second, year)};
  if (!first.year && !second.year && first.month == 12 && second.month == 1) pair.second.year = year + 1;
  if (!first.year && !second.year && first.month == 1 && second.month == 12) pair.first.year = year + 1;
  return pair;
}

std::optional<Pair> old_and_new(const Pair& pair) {
  if (is_same_day(pair.first, pair.second)) return pair;
  if (is_same_day(pair.second, pair.first)) return Pair{pair.second, pair.first};
  return std::nullopt;
}

/// Old Style first where the year is not known.
std::optional<Pair> old_and_new_of_any_year(const Written& first, const Written& second) {
  for (const int year : kLikelyYears)
    if (const auto pair = old_and_new(with_years(first, second, year))) return pair;
  return std::nullopt;
}

FoundDate open_double(const Written& first, const Written& second, const Surroundings& around) {
  const auto pair = old_and_new_of_any_year(first, second);
  FoundDate found;
  found.kind = pair ? DateKind::double_date : DateKind::double_wrong;
  Written old_style = pair ? pair->first : first;
  Written new_style = pair ? pair->second : second;
  old_style.year = new_style.year = std::nullopt;
  found.edtf = edtf_of(new_style);
  found.os_edtf = edtf_of(old_style);
  found.confidence = confidence_of(found.kind) * kUnknownYear;
  const auto year = around.damaged_year ? std::nullopt : year_outside(around, first.month);
  if (!year || !pair) return found;
  if (const auto days = old_and_new(with_years(first, second, *year))) {
    found.days = days_of(days->second).value_or(found.days);
    if (around.context.year || around.context.document) {
      found.edtf = edtf_of(days->second);
      found.os_edtf = edtf_of(days->first);
    }
  }
  return found;
}

}  // namespace

std::optional<FoundDate> double_of(const Written& first, const Written& second, const Surroundings& around) {
  if (!first.day || !second.day || !may_be(first) || !may_be(second)) return std::nullopt;
  if (!first.month || !second.month) return std::nullopt;
  if (!first.year && !second.year) return open_double(first, second, around);
  const Pair years = with_years(first, second, first.year.value_or(second.year.value_or(0)));
  FoundDate found;
  if (const auto pair = old_and_new(years)) {
    found.kind = DateKind::double_date;
    found.days = days_of(pair->second).value_or(DayRange{});
    found.edtf = edtf_of(pair->second);
    found.os_edtf = edtf_of(pair->first);
  } else {
    const auto a = days_of(years.first);
    const auto julian = days_of(years.first, true);
    const auto b = days_of(years.second);
    if (!a || !b || !julian || std::abs(a->first - b->first) > kFarthestMisprint) return std::nullopt;
    found.kind = DateKind::double_wrong;
    found.days = {std::min({a->first, b->first, julian->first}), std::max({a->first, b->first, julian->first})};
    const bool new_first = a->first > b->first;
    found.edtf = edtf_of(new_first ? years.first : years.second);
    found.os_edtf = edtf_of(new_first ? years.second : years.first);
  }
  const bool either_year = first.shifted && second.year_of_both;
  const bool year_from_outside = first.supplied || second.supplied;
  found.confidence = confidence_of(found.kind) * (either_year || year_from_outside ? kEitherYear : 1);
  return found;
}

FoundDate double_or_range(const Written& first, const Written& second, const FoundDate& range) {
  if (!first.day || !second.day) return range;
  if (second.year && (*second.year < kFirstDashYear || *second.year > kLastDashYear)) return range;
  const Pair years = with_years(first, second, kLikelyYears[0]);
  if (!is_same_day(years.first, years.second)) return range;
  FoundDate found = range;
  found.kind = DateKind::double_or_range;
  found.confidence = confidence_of(found.kind);
  found.alternative = range.edtf;
  found.edtf = edtf_of(second);
  found.os_edtf = edtf_of(first);
  return found;
}

}  // namespace izde::analysis::dates
