#include "analysis/dates/cycles.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "analysis/dates/calendar.hpp"
#include "analysis/dates/shapes.hpp"

namespace izde::analysis::dates {
namespace {

constexpr int kCentury = 100;
constexpr int kLastCentury = 21;
constexpr int kThisCentury = 1900;  // that of "the twenties"
constexpr int kLastHijriYear = 1530;
constexpr int kAnimals = 12;
constexpr int kSixty = 60;
constexpr int kStems = 10;
constexpr float kCenturyUnsaid = 0.7F;  // of the confidence

DayRange years(int first, int last) {
  return {day_number({first, 1, 1}).value_or(0), day_number({last, 12, 31}).value_or(0)};
}

std::vector<int> values(const Match& match, Role role) {
  std::vector<int> found;
  for (const Capture& capture : match.captures)
    if (capture.role == role) found.push_back(capture.value);
  return found;
}

FoundDate made(DateKind kind, DayRange days, std::string edtf) {
  FoundDate date;
  date.kind = kind;
  date.days = days;
  date.edtf = std::move(edtf);
  date.confidence = confidence_of(kind);
  return date;
}

/// First year of a decade told by four digits or, in a century, by two.
int first_year(int decade, const std::vector<int>& centuries) {
  if (decade >= kCentury) return decade;
  return (centuries.empty() ? kThisCentury : (centuries.front() - 1) * kCentury) + decade;
}

std::string decade_edtf(int year) { return std::to_string(year / 10) + "X"; }
std::string century_edtf(int century) {
  const std::string digits = std::to_string(century - 1);
  return (digits.size() < 2 ? "0" : "") + digits + "XX";
}
DayRange century_days(int century) { return years((century - 1) * kCentury + 1, century * kCentury); }
bool is_century(int century) { return century >= 1 && century <= kLastCentury; }

/// The year of a cycle that the text or its document speaks of, where one is near; all of them else.
FoundDates of_cycle(const std::vector<int>& cycle, int length, const Surroundings& around) {
  if (cycle.empty()) return {};
  if (const auto year = year_outside(around)) {
    for (const int candidate : cycle)
      if (std::abs(candidate - *year) <= length / 4)
        return {made(DateKind::cycle, years(candidate, candidate), std::to_string(candidate))};
  }
  std::string edtf = "[";
  for (const int candidate : cycle) edtf += (edtf.size() > 1 ? "," : "") + std::to_string(candidate);
  FoundDate date = made(DateKind::cycle, years(cycle.front(), cycle.back()), edtf + "]");
  date.confidence /= 2;
  return {date};
}

}  // namespace

FoundDates decade(const Match& match, const std::vector<Symbol>& /*symbols*/, const Surroundings& /*around*/) {
  const std::vector<int> centuries = values(match, Role::era);
  const int decade = values(match, Role::decade).front();
  if (!centuries.empty() && !is_century(centuries.front())) return {};
  const int first = first_year(decade, centuries);
  if (first < kCentury || first / kCentury > kLastCentury - 1) return {};
  FoundDate date = made(DateKind::decade, years(first, first + 9), decade_edtf(first));
  if (decade < kCentury && centuries.empty()) date.confidence *= kCenturyUnsaid;
  return {date};
}

FoundDates decades(const Match& match, const std::vector<Symbol>& /*symbols*/, const Surroundings& /*around*/) {
  std::vector<int> told = values(match, Role::decade);
  for (const int year : values(match, Role::year)) told.push_back(year);
  if (told.size() < 2) return {};
  const std::vector<int> centuries = values(match, Role::era);
  int first = first_year(told[0], centuries);
  int last = first_year(told[1], centuries);
  if (told[0] >= kCentury && told[1] < kCentury) last = told[0] / kCentury * kCentury + told[1];
  if (first > last) std::swap(first, last);  // the year of "1920 – 1930-е" is captured apart from its decade
  if (first % 10 != 0 || last % 10 != 0 || first == last || last / kCentury >= kLastCentury) return {};
  return {made(DateKind::range, years(first, last + 9), decade_edtf(first) + "/" + decade_edtf(last))};
}

FoundDates era(const Match& match, const std::vector<Symbol>& /*symbols*/, const Surroundings& /*around*/) {
  const int century = values(match, Role::era).front();
  if (!is_century(century)) return {};
  return {made(DateKind::century, century_days(century), century_edtf(century))};
}

FoundDates eras(const Match& match, const std::vector<Symbol>& /*symbols*/, const Surroundings& /*around*/) {
  const std::vector<int> told = values(match, Role::era);
  if (told.size() < 2 || !is_century(told[0]) || !is_century(told[1]) || told[0] >= told[1]) return {};
  return {made(DateKind::range, {century_days(told[0]).first, century_days(told[1]).last},
               century_edtf(told[0]) + "/" + century_edtf(told[1]))};
}

FoundDates hijri(const Match& match, const std::vector<Symbol>& /*symbols*/, const Surroundings& /*around*/) {
  const std::vector<int> told = values(match, Role::year);
  if (told.empty() || told.front() < 1 || told.front() > kLastHijriYear) return {};
  const DayRange days = hijri_year(told.front());
  return {made(DateKind::hijri_year, days, iso_day(days.first) + "/" + iso_day(days.last))};
}

FoundDates animal(const Match& match, const std::vector<Symbol>& /*symbols*/, const Surroundings& around) {
  return of_cycle(cycle_years(values(match, Role::animal).front(), kAnimals), kAnimals, around);
}

FoundDates sixty(const Match& match, const std::vector<Symbol>& /*symbols*/, const Surroundings& around) {
  const int stem = values(match, Role::stem).front();
  const int branch = values(match, Role::branch).front();
  for (int place = 0; place < kSixty; ++place)
    if (place % kStems == stem && place % kAnimals == branch)
      return of_cycle(cycle_years(place, kSixty), kSixty, around);
  return {};
}

}  // namespace izde::analysis::dates
