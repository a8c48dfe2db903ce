#include "analysis/date.hpp"

#include <charconv>
#include <chrono>

namespace izde::analysis {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

std::optional<int> number(std::string_view digits, std::size_t size) {
  int value = 0;
  if (digits.size() != size) return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + size, value);
  if (error != std::errc() || end != digits.data() + size || value < 0) return std::nullopt;
  return value;
}

// Days between the calendars: Julian leap days at centuries that Gregorian leaves out (10 in 1582, 13 from 1 March
// 1900).
std::int32_t julian_lag(int y, unsigned m) {
  const int counted = m <= 2 ? y - 1 : y;
  return counted / 100 - counted / 400 - 2;
}

std::optional<std::int32_t> day_number(int y, unsigned m, unsigned d, bool julian) {
  const std::chrono::year_month_day date{year{y}, month{m}, day{d}};
  const bool julian_leap_day = julian && m == 2 && d == 29 && y % 4 == 0;
  if (!date.ok() && !julian_leap_day) return std::nullopt;
  const auto days = sys_days{year{y} / month{m} / 1}.time_since_epoch().count() + static_cast<int>(d) - 1;
  return static_cast<std::int32_t>(days) + (julian ? julian_lag(y, m) : 0);
}

unsigned last_day_of_month(int y, unsigned m, bool julian) {
  if (julian && m == 2 && y % 4 == 0) return 29;
  return static_cast<unsigned>((year{y} / month{m} / std::chrono::last).day());
}

std::optional<DayRange> parse_single(std::string_view iso, bool julian) {
  const auto y = number(iso.substr(0, 4), 4);
  if (!y || *y == 0) return std::nullopt;
  unsigned first_month = 1;
  unsigned last_month = 12;
  if (iso.size() > 4) {
    const auto m = iso[4] == '-' ? number(iso.substr(5, 2), 2) : std::nullopt;
    if (!m || *m < 1 || *m > 12) return std::nullopt;
    first_month = last_month = static_cast<unsigned>(*m);
  }
  unsigned first_day = 1;
  unsigned last_day = last_day_of_month(*y, last_month, julian);
  if (iso.size() > 7) {
    const auto d = iso[7] == '-' ? number(iso.substr(8), 2) : std::nullopt;
    if (!d) return std::nullopt;
    first_day = last_day = static_cast<unsigned>(*d);
  }
  const auto first = day_number(*y, first_month, first_day, julian);
  const auto last = day_number(*y, last_month, last_day, julian);
  if (!first || !last) return std::nullopt;
  return DayRange{*first, *last};
}

bool take_os(std::string_view& text) {
  if (!text.starts_with("os:")) return false;
  text.remove_prefix(3);
  return true;
}

}  // namespace

std::optional<DayRange> parse_date(std::string_view iso, bool julian) {
  const std::size_t slash = iso.find('/');
  if (slash == std::string_view::npos) return parse_single(iso, julian);
  const auto first = parse_single(iso.substr(0, slash), julian);
  const auto last = parse_single(iso.substr(slash + 1), julian);
  if (!first || !last || last->last < first->first) return std::nullopt;
  return DayRange{first->first, last->last};
}

std::optional<DayRange> parse_date_range(std::string_view text) {
  const bool julian = take_os(text);
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return parse_date(text, julian);
  std::string_view from = text.substr(0, dots);
  std::string_view to = text.substr(dots + 2);
  const bool from_julian = take_os(from) || julian;
  const bool to_julian = take_os(to) || julian;
  DayRange range;
  if (!from.empty()) {
    const auto first = parse_date(from, from_julian);
    if (!first) return std::nullopt;
    range.first = first->first;
  }
  if (!to.empty()) {
    const auto last = parse_date(to, to_julian);
    if (!last) return std::nullopt;
    range.last = last->last;
  }
  if (from.empty() && to.empty()) return std::nullopt;
  return range.first <= range.last ? std::optional(range) : std::nullopt;
}

std::string iso_day(std::int32_t days) {
  const std::chrono::year_month_day date{sys_days{std::chrono::days{days}}};
  const auto digits = [](unsigned number, std::size_t size) {
    const std::string text = std::to_string(number);
    return std::string(text.size() < size ? size - text.size() : 0, '0') + text;
  };
  return digits(static_cast<unsigned>(year_of(days)), 4) + "-" + digits(static_cast<unsigned>(date.month()), 2) + "-" +
         digits(static_cast<unsigned>(date.day()), 2);
}

int year_of(std::int32_t days) {
  return static_cast<int>(std::chrono::year_month_day{sys_days{std::chrono::days{days}}}.year());
}

}  // namespace izde::analysis
