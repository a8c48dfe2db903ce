// Days counted in the calendars that texts of the time use: Gregorian, Julian, the lunar Hijri, and the cycles of
// twelve and sixty years. Pure arithmetic.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/date.hpp"

namespace izde::analysis {

struct CalendarDay {
  int year = 0;
  int month = 0;
  int day = 0;
  friend bool operator==(const CalendarDay&, const CalendarDay&) = default;
};

/// Days since 1970-01-01 of a day written in the Gregorian or, with `julian`, the Julian calendar (Old Style). Nothing
/// where the calendar has no such day: 31 June; 29 February 1900 has one Old Style only.
std::optional<std::int32_t> day_number(const CalendarDay& day, bool julian = false);

/// Days in a month; 0 if there is no such month.
int days_in_month(int year, int month, bool julian = false);

/// The Gregorian day of a number.
CalendarDay calendar_day(std::int32_t days);

/// The days of a year of the Hijra by the tabular calendar (30-year cycle, civil epoch): 1336 is 1917-10-17 to
/// 1918-10-06.
DayRange hijri_year(int year);

/// The years at `place` of the cycle of `length` years that began in 1912 (or of which 1912 is a part) and of the
/// cycles before and after it. Year 4 was at place 0 of both cycles. 6, 12: 1906, 1918, 1930.
std::vector<int> cycle_years(int place, int length);

/// The day from which Soviet Russia counted by the Gregorian calendar: 1918-02-14.
std::int32_t reform_day();

}  // namespace izde::analysis
