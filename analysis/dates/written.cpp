#include "analysis/dates/written.hpp"

#include <algorithm>

#include "analysis/dates/calendar.hpp"

namespace izde::analysis::dates {
namespace {

constexpr int kLastYear = 2100;
constexpr int kCentury = 100;
constexpr int kHalfYear = 6;        // months
constexpr int kMonthsBack = 2;      // that a telling may go back without a new year
constexpr int kThisCentury = 1900;  // of years with two digits
constexpr int kLeapYear = 2000;     // in both calendars
constexpr int kWinter = 24;

std::string digits(int number, std::size_t size) {
  const std::string text = std::to_string(number);
  return std::string(text.size() < size ? size - text.size() : 0, '0') + text;
}

std::optional<int> plus(std::optional<int> year, int offset) {
  return year ? std::optional(*year + offset) : std::nullopt;
}

std::optional<int> document_year(const DateContext& context) {
  if (context.document && context.document->first > std::numeric_limits<std::int32_t>::min() &&
      context.document->last < std::numeric_limits<std::int32_t>::max() &&
      year_of(context.document->first) == year_of(context.document->last))
    return year_of(context.document->first);
  return std::nullopt;
}

std::optional<int> document_month(const DateContext& context) {
  if (!context.document || !document_year(context)) return std::nullopt;
  const CalendarDay first = calendar_day(context.document->first);
  return first.month == calendar_day(context.document->last).month ? std::optional(first.month) : std::nullopt;
}

/// "This year": of the document, else the one the text is told to speak of or speaks of.
std::optional<int> year_of_telling(const Surroundings& around) {
  if (const auto year = document_year(around.context)) return year;
  return around.context.year ? around.context.year : around.memory.year;
}

void set(Written& date, const Capture& capture, const Surroundings& around) {
  switch (capture.role) {
    case Role::day:
      date.day = capture.value;
      break;
    case Role::month:
      date.month = capture.value;
      break;
    case Role::year:
      (date.year ? date.year_end : date.year) = capture.value;
      break;
    case Role::year_end:
      date.year_end = capture.value;
      break;
    case Role::season:
      date.season = capture.value;
      break;
    case Role::part:
      date.part = capture.value;
      break;
    case Role::same_year:
      date.year = plus(around.memory.last_mention ? around.memory.last_mention : year_outside(around), capture.value);
      date.supplied = true;
      break;
    case Role::this_year:
      date.year = plus(year_of_telling(around), capture.value);
      date.supplied = true;
      break;
    case Role::same_month:
      date.month = around.memory.month;
      break;
    case Role::this_month:
      date.month = document_month(around.context);
      break;
    case Role::old_style:
      date.old_style = true;
      break;
    case Role::new_style:
      date.new_style = true;
      break;
    default:
      break;
  }
}

bool lacks_month(const Written& date) { return date.day && !date.month; }
bool lacks_year(const Written& date) { return !date.year; }

/// The nearest date to the right, else to the left, that has what this one lacks.
template <class Has>
const Written* lender(const std::vector<Written>& dates, std::size_t at, Has has) {
  for (std::size_t i = at + 1; i < dates.size(); ++i)
    if (has(dates[i])) return &dates[i];
  for (std::size_t i = at; i-- > 0;)
    if (has(dates[i])) return &dates[i];
  return nullptr;
}

/// 28 December – 3 January 1918: the year told is that of the date it stands with. A range goes forward; in a list the
/// later day may come first (4 November and 24 October 1918), but not half a year later; the two halves of a double
/// date lie near each other, whichever comes first (2 January 1918 (20 December)).
int year_beside(const Written& date, const Written& told, bool told_later, Shape shape) {
  const int year = told.year.value_or(0);
  if (!date.month || !told.month) return year;
  const int later = *date.month - *told.month;
  if (shape == Shape::double_date) return later > kHalfYear ? year - 1 : later < -kHalfYear ? year + 1 : year;
  const int least = shape == Shape::list ? kHalfYear + 1 : 1;
  if (told_later && later >= least) return year - 1;
  if (!told_later && -later >= least) return year + 1;
  return year;
}

void share(std::vector<Written>& dates, Shape shape) {
  const std::vector<Written> told = dates;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (!lacks_month(told[i])) continue;
    if (const Written* from = lender(told, i, [](const Written& date) { return date.month.has_value(); }))
      dates[i].month = from->month;
  }
  const std::vector<Written> months = dates;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const std::optional<int> before = i > 0 ? dates[i - 1].year : std::nullopt;
    const std::optional<int> end = dates[i].year_end;
    if (end && before && !dates[i].year) dates[i].year = *before / kCentury * kCentury + *end;
    if (!lacks_year(dates[i])) continue;
    if (const Written* from = lender(months, i, [](const Written& date) { return date.year.has_value(); })) {
      dates[i].year = year_beside(dates[i], *from, from > &months[i], shape);
      dates[i].shifted = dates[i].year != from->year;
    }
  }
}

/// 2 января (20 декабря) 1918 г.: a year behind both halves is that of the January.
void give_year_to_january(std::vector<Written>& dates) {
  if (!dates.back().year_of_both || dates.front().month != 1 || dates.back().month != 12) return;
  if (!dates.front().shifted) return;
  dates.front().year = dates.back().year;
  dates.back().year = plus(dates.back().year, -1);
}

}  // namespace

std::optional<int> year_outside(const Surroundings& around, std::optional<int> month) {
  const bool known_better = around.context.year && (around.memory.told == Told::mentioned ||
                                                    (around.memory.told == Told::named && around.context.firm_year));
  // In a text on 1918, a day in January after "in December 1917" is of 1918.
  const bool goes_on = around.context.firm_year && month && around.memory.year_month &&
                       around.context.year == plus(around.memory.year, 1) &&
                       *month + kMonthsBack < *around.memory.year_month;
  if (around.memory.year && !known_better && !goes_on) return around.memory.year;
  return around.context.year ? around.context.year : document_year(around.context);
}

std::vector<Written> written(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around) {
  static const Name bare = name_of("n4");
  std::vector<Written> dates(match.groups);
  for (const Capture& capture : match.captures) {
    Written& date = dates[capture.group];
    const Symbol& symbol = symbols[capture.symbol];
    if (date.span.end == 0) date.span.begin = symbol.span.begin;
    date.span.end = symbol.span.end;
    if (capture.role == Role::year && !symbol.readings.empty() && symbol.readings.front().name == bare)
      date.bare_year = true;
    if (capture.role == Role::year && capture.symbol > 0 && symbols[capture.symbol - 1].text == ")")
      date.year_of_both = true;
    date.uncertain = date.uncertain || symbol.uncertain;
    set(date, capture, around);
  }
  share(dates, match.shape);
  if (match.shape == Shape::double_date) give_year_to_january(dates);
  for (Written& date : dates)
    if (!date.year && date.year_end) date.year = kThisCentury + *date.year_end;
  return dates;
}

bool may_be(const Written& date) {
  if (!date.month) return !date.day;
  return days_in_month(kLeapYear, *date.month) > 0 &&
         (!date.day || (*date.day >= 1 && *date.day <= days_in_month(kLeapYear, *date.month)));
}

std::optional<DayRange> days_of(const Written& date, bool julian) {
  if (!date.year || *date.year < 1 || *date.year > kLastYear || !may_be(date)) return std::nullopt;
  const int y = *date.year;
  CalendarDay first{y, 1, 1};
  CalendarDay last{y, 12, 31};
  if (date.season == kWinter && date.year_end) {
    first = {y, 12, 1};
    last = {y + 1, 2, 28};
  } else if (date.season != 0 && date.season != kWinter) {
    first.month = 3 * (date.season - 20);
    last = {y, first.month + 2, days_in_month(y, first.month + 2)};
  } else if (date.month) {
    first.month = last.month = *date.month;
    first.day = date.day.value_or(1);
    last.day = date.day.value_or(days_in_month(y, *date.month, julian));
  }
  const auto from = day_number(first, julian);
  const auto to = day_number(last, julian);
  if (!from || !to) return std::nullopt;
  return DayRange{*from, *to};
}

std::string edtf_of(const Written& date) {
  std::string text = date.year ? digits(*date.year, 4) : "XXXX";
  if (date.season != 0) return text + "-" + std::to_string(date.season);
  if (date.month) text += "-" + digits(*date.month, 2);
  if (date.day) text += "-" + digits(*date.day, 2);
  return text;
}

std::string edtf_of(std::int32_t day) { return iso_day(day); }

}  // namespace izde::analysis::dates
