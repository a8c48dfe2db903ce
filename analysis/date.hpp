// Dates as intervals of days in the Gregorian calendar. Today only those of front matter and of date filters, in ISO
// 8601 form; dates written in running text are a room to be furnished here (date_finder).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace izde::analysis {

/// Days since 1970-01-01, both ends included.
struct DayRange {
  std::int32_t first = std::numeric_limits<std::int32_t>::min();
  std::int32_t last = std::numeric_limits<std::int32_t>::max();
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// A date of ISO 8601: 1917, 1917-12, 1917-12-13, or an EDTF interval 1917-12/1918-06. With `julian` the date is Old
/// Style (1917-12-05 O.S. = 1917-12-18). Nothing if it is no date.
std::optional<DayRange> parse_date(std::string_view iso, bool julian = false);

/// What may follow date: in a query: a date, "A..B" with either side open, each side or the whole led by "os:".
std::optional<DayRange> parse_date_range(std::string_view text);

/// The day as 1917-12-18; `days` since 1970-01-01.
std::string iso_day(std::int32_t days);

/// Gregorian year of a day.
int year_of(std::int32_t days);

}  // namespace izde::analysis
