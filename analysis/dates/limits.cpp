#include "analysis/dates/limits.hpp"

#include <array>
#include <limits>
#include <string>

#include "analysis/dates/calendar.hpp"
#include "analysis/dates/shapes.hpp"

namespace izde::analysis::dates {
namespace {

/// First and last month of a year, day of a month, year of a decade (from 0) and of a century (from 1); 31 is the end
/// of any month.
struct Bounds {
  int first, last;
};
struct PartRow {
  Bounds months, days, of_decade, of_century;
};
constexpr std::array<PartRow, 5> kParts{{{{1, 4}, {1, 10}, {0, 3}, {1, 33}},
                                         {{5, 8}, {11, 20}, {4, 6}, {34, 66}},
                                         {{9, 12}, {21, 31}, {7, 9}, {67, 100}},
                                         {{1, 6}, {1, 15}, {0, 4}, {1, 50}},
                                         {{7, 12}, {16, 31}, {5, 9}, {51, 100}}}};

struct Kinds {
  DateKind early, mid, late;
  DateKind of(Part part) const {
    if (part == Part::middle) return mid;
    return part == Part::beginning || part == Part::first_half ? early : late;
  }
};
constexpr Kinds kOfYear{DateKind::early, DateKind::mid, DateKind::late};
constexpr Kinds kOfDecade{DateKind::decade_early, DateKind::decade_mid, DateKind::decade_late};
constexpr Kinds kOfCentury{DateKind::century_early, DateKind::century_mid, DateKind::century_late};

std::string digits(int number, std::size_t size) {
  const std::string text = std::to_string(number);
  return std::string(text.size() < size ? size - text.size() : 0, '0') + text;
}

std::string between(const std::string& first, const std::string& last) { return first + "~/" + last + "~"; }

std::int32_t number(int year, int month, int day) { return day_number({year, month, day}).value_or(0); }

FoundDate of_years(FoundDate date, int first, int last) {
  date.edtf = between(digits(first, 4), digits(last, 4));
  date.days = {number(first, 1, 1), number(last, 12, 31)};
  return date;
}

FoundDate of_year(FoundDate date, const Bounds& months) {
  const int year = year_of(date.days.first);
  const std::string text = digits(year, 4) + "-";
  date.edtf = between(text + digits(months.first, 2), text + digits(months.last, 2));
  date.days = {number(year, months.first, 1), number(year, months.last, days_in_month(year, months.last))};
  return date;
}

FoundDate of_month(FoundDate date, const Bounds& days) {
  const CalendarDay month = calendar_day(date.days.first);
  const int last = std::min(days.last, days_in_month(month.year, month.month));
  const std::string text = digits(month.year, 4) + "-" + digits(month.month, 2) + "-";
  date.edtf = between(text + digits(days.first, 2), text + digits(last, 2));
  date.days = {number(month.year, month.month, days.first), number(month.year, month.month, last)};
  return date;
}

/// How far "about" reaches, in days.
std::int32_t reach_of(DateKind kind) {
  switch (kind) {
    case DateKind::year:
      return 366;
    case DateKind::month:
    case DateKind::season:
      return 31;
    case DateKind::day:
    case DateKind::os:
    case DateKind::ns:
    case DateKind::noyear:
    case DateKind::double_date:
      return 7;
    default:
      return 0;
  }
}

bool may_be_limited(DateKind kind) {
  return reach_of(kind) > 0 || kind == DateKind::double_wrong || kind == DateKind::double_or_range;
}

}  // namespace

FoundDate part_of(FoundDate date, Part part) {
  const PartRow& row = kParts.at(static_cast<std::size_t>(part) - 1);
  const DateKind whole = date.kind;
  const int year = year_of(date.days.first);
  if (whole == DateKind::year) {
    date = of_year(std::move(date), row.months);
    date.kind = kOfYear.of(part);
  } else if (whole == DateKind::month) {
    date = of_month(std::move(date), row.days);
    date.kind = kOfYear.of(part);
  } else if (whole == DateKind::decade) {
    date = of_years(std::move(date), year + row.of_decade.first, year + row.of_decade.last);
    date.kind = kOfDecade.of(part);
  } else if (whole == DateKind::century) {
    date = of_years(std::move(date), year - 1 + row.of_century.first, year - 1 + row.of_century.last);
    date.kind = kOfCentury.of(part);
  }
  if (date.kind != whole) date.confidence *= confidence_of(date.kind);
  return date;
}

FoundDate limited(FoundDate date, Limit limit) {
  using Days = std::numeric_limits<std::int32_t>;
  if (!may_be_limited(date.kind)) return date;
  const bool known = date.days.first > Days::min() && date.days.last < Days::max();
  const auto both = [&date](const std::string& before, const std::string& after) {
    date.edtf = before + date.edtf + after;
    if (!date.os_edtf.empty()) date.os_edtf = before + date.os_edtf + after;
  };
  if (limit == Limit::before) {
    both("../", "");
    date.kind = DateKind::before;
    date.days.first = Days::min();
  } else if (limit == Limit::after) {
    both("", "/..");
    date.kind = DateKind::after;
    date.days.last = Days::max();
  } else {
    both("", "~");
    const std::int32_t reach = reach_of(date.kind);
    date.kind = DateKind::approx;
    if (known) date.days = {date.days.first - reach, date.days.last + reach};
  }
  date.confidence *= confidence_of(date.kind);
  return date;
}

}  // namespace izde::analysis::dates
