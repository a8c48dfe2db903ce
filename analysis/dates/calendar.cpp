#include "analysis/dates/calendar.hpp"

#include <chrono>

namespace izde::analysis {
namespace {

using std::chrono::sys_days;
using std::chrono::year;

constexpr int kMiddleCycle = 1912;  // a year of the mouse

std::chrono::month month_of(int m) { return std::chrono::month{static_cast<unsigned>(m)}; }

/// Days between the calendars: Julian leap days at centuries that Gregorian leaves out (10 in 1582, 13 from 1 March
/// 1900).
std::int32_t julian_lag(int y, int m) {
  const int counted = m <= 2 ? y - 1 : y;
  return counted / 100 - counted / 400 - 2;
}

/// Days before the first day of a Hijri year, from the epoch of the calendar.
std::int32_t hijri_days(int y) { return (y - 1) * 354 + (3 + 11 * y) / 30; }

}  // namespace

int days_in_month(int y, int m, bool julian) {
  if (m < 1 || m > 12) return 0;
  if (julian && m == 2 && y % 4 == 0) return 29;
  return static_cast<int>(static_cast<unsigned>((year{y} / month_of(m) / std::chrono::last).day()));
}

std::optional<std::int32_t> day_number(const CalendarDay& day, bool julian) {
  if (day.day < 1 || day.day > days_in_month(day.year, day.month, julian)) return std::nullopt;
  const auto first = sys_days{year{day.year} / month_of(day.month) / 1}.time_since_epoch().count();
  return static_cast<std::int32_t>(first) + day.day - 1 + (julian ? julian_lag(day.year, day.month) : 0);
}

CalendarDay calendar_day(std::int32_t days) {
  const std::chrono::year_month_day date{sys_days{std::chrono::days{days}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

DayRange hijri_year(int y) {
  constexpr std::int32_t kEpoch = -492148;  // 622-07-19 Gregorian, in days since 1970-01-01
  return {kEpoch + hijri_days(y), kEpoch + hijri_days(y + 1) - 1};
}

std::vector<int> cycle_years(int place, int length) {
  std::vector<int> years;
  for (int y = kMiddleCycle - length; y < kMiddleCycle + 2 * length; ++y)
    if ((y - 4) % length == place) years.push_back(y);
  return years;
}

std::int32_t reform_day() { return day_number({1918, 2, 14}).value_or(0); }

}  // namespace izde::analysis
