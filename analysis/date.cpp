#include "analysis/date.hpp"

#include <charconv>

#include "analysis/dates/calendar.hpp"

namespace izde::analysis {
namespace {

std::optional<int> number(std::string_view digits, std::size_t size) {
  int value = 0;
  if (digits.size() != size) return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + size, value);
  if (error != std::errc() || end != digits.data() + size || value < 0) return std::nullopt;
  return value;
}

std::optional<DayRange> parse_single(std::string_view iso, bool julian) {
  const auto y = number(iso.substr(0, 4), 4);
  if (!y || *y == 0) return std::nullopt;
  int first_month = 1;
  int last_month = 12;
  if (iso.size() > 4) {
    const auto m = iso[4] == '-' ? number(iso.substr(5, 2), 2) : std::nullopt;
    if (!m || *m < 1 || *m > 12) return std::nullopt;
    first_month = last_month = *m;
  }
  int first_day = 1;
  int last_day = days_in_month(*y, last_month, julian);
  if (iso.size() > 7) {
    const auto d = iso[7] == '-' ? number(iso.substr(8), 2) : std::nullopt;
    if (!d) return std::nullopt;
    first_day = last_day = *d;
  }
  const auto first = day_number({*y, first_month, first_day}, julian);
  const auto last = day_number({*y, last_month, last_day}, julian);
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
  const CalendarDay date = calendar_day(days);
  const auto digits = [](int number, std::size_t size) {
    const std::string text = std::to_string(number);
    return std::string(text.size() < size ? size - text.size() : 0, '0') + text;
  };
  return digits(date.year, 4) + "-" + digits(date.month, 2) + "-" + digits(date.day, 2);
}

int year_of(std::int32_t days) { return calendar_day(days).year; }

}  // namespace izde::analysis
