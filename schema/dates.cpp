#include "schema/dates.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "analysis/dates/calendar.hpp"

namespace izde::schema {
namespace {

using analysis::CalendarDay;
using analysis::DayRange;

constexpr std::int32_t kYear = 366;               // days
constexpr std::int32_t kReach = 5 * kYear;        // of before and after
constexpr std::int32_t kGeneration = 40 * kYear;  // longer dates are no answer to a filter
constexpr std::int32_t kMostDays = 31;            // each posted for itself
constexpr std::int32_t kMostMonths = 2 * kYear;   // likewise, in days
constexpr std::int32_t kShort = 2 * kMostDays;    // a filter that asks for its days
constexpr float kActDate = 0.85F;                 // confidence
constexpr int kDecade = 10;
constexpr int kCentury = 100;
constexpr int kFirstYear = 1;
constexpr int kLastYear = 2110;
constexpr std::string_view kPrefix = "Y";
constexpr std::string_view kOwnPrefix = "E";
/// Behind the term of a month or year: that there is a date no finer than it.
constexpr std::string_view kNoFiner = "!";

std::int64_t length(const DayRange& days) { return std::int64_t{days.last} - days.first + 1; }

std::string year_term(const CalendarDay& day) { return std::string(kPrefix) + std::to_string(day.year); }
/// 10: Y1910s, 100: Y1900c.
std::string years_term(int year, int years) {
  return std::string(kPrefix) + std::to_string(year - year % years) + (years == kDecade ? "s" : "c");
}
std::string month_term(const CalendarDay& day) {
  return year_term(day) + (day.month < 10 ? "-0" : "-") + std::to_string(day.month);
}
std::string day_term(std::int32_t day) { return std::string(kPrefix) + analysis::iso_day(day); }

CalendarDay next_month(const CalendarDay& month) {
  return month.month == 12 ? CalendarDay{month.year + 1, 1, 1} : CalendarDay{month.year, month.month + 1, 1};
}

/// Within the years that dates may have.
DayRange clipped(const DayRange& days) {
  const std::int32_t first = analysis::day_number({kFirstYear, 1, 1}).value_or(0);
  const std::int32_t last = analysis::day_number({kLastYear, 12, 31}).value_or(0);
  return {std::clamp(days.first, first, last), std::clamp(days.last, first, last)};
}

template <class Take>
void each_year(const DayRange& days, Take take) {
  for (int year = analysis::year_of(days.first); year <= analysis::year_of(days.last); ++year) take({year, 1, 1});
}
template <class Take>
void each_month(const DayRange& days, Take take) {
  const CalendarDay last = analysis::calendar_day(days.last);
  for (CalendarDay month = analysis::calendar_day(days.first);
       std::pair(month.year, month.month) <= std::pair(last.year, last.month); month = next_month(month))
    take(month);
}

void post(const DayRange& days, std::vector<std::string>& terms) {
  const bool by_days = length(days) < 28 || (length(days) <= kMostDays && analysis::calendar_day(days.first).day != 1);
  const bool by_months = !by_days && length(days) < 360;
  if (by_days)
    for (std::int32_t day = days.first; day <= days.last; ++day) terms.push_back(day_term(day));
  if (length(days) <= kMostMonths)
    each_month(days, [&](const CalendarDay& month) {
      terms.push_back(month_term(month));
      if (by_months) terms.push_back(month_term(month).append(kNoFiner));
    });
  each_year(days, [&](const CalendarDay& year) {
    terms.push_back(year_term(year));
    terms.push_back(years_term(year.year, kDecade));
    terms.push_back(years_term(year.year, kCentury));
    if (!by_days && !by_months) terms.push_back(year_term(year).append(kNoFiner));
  });
}

/// Of years in a row, as few terms as hold them all.
std::vector<std::string> terms_of_years(int first, int last) {
  std::vector<std::string> terms;
  for (int year = first; year <= last;) {
    int years = 1;
    for (const int more : {kDecade, kCentury})
      if (year % more == 0 && year + more - 1 <= last) years = more;
    terms.push_back(years == 1 ? year_term({year, 1, 1}) : years_term(year, years));
    year += years;
  }
  return terms;
}

}  // namespace

std::optional<DatedDays> searched_days(const analysis::FoundDate& date) {
  using Days = std::numeric_limits<std::int32_t>;
  DayRange days = date.days;
  const bool from_ever = days.first == Days::min();
  const bool for_ever = days.last == Days::max();
  if (from_ever && for_ever) return std::nullopt;
  if (from_ever) days.first = days.last - kReach;
  if (for_ever) days.last = days.first + kReach;
  if (length(days) > kGeneration) return std::nullopt;
  return DatedDays{days, date.confidence};
}

std::optional<DatedDays> searched_days(const ActRecord& act) {
  const std::size_t stroke = act.date.find('/');
  const auto first = analysis::parse_date(act.date.substr(0, stroke));
  const auto last = stroke == std::string::npos ? first : analysis::parse_date(act.date.substr(stroke + 1));
  if (!first || !last || last->last < first->first) return std::nullopt;
  return DatedDays{{first->first, last->last}, kActDate};
}

std::vector<std::string> date_terms(const std::vector<analysis::FoundDate>& dates,
                                    const std::optional<ActRecord>& act) {
  std::vector<std::string> terms;
  for (const analysis::FoundDate& date : dates)
    if (const auto searched = searched_days(date)) post(clipped(searched->days), terms);
  if (const auto searched = act ? searched_days(*act) : std::nullopt) post(clipped(searched->days), terms);
  if (terms.empty()) terms.emplace_back(kUndatedTerm);
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

DateTerms terms_meeting(const DayRange& asked) {
  const DayRange days = clipped(asked);
  DateTerms terms;
  const auto no_finer = [](std::string term) { return term.append(kNoFiner); };
  if (length(days) <= kShort)
    for (std::int32_t day = days.first; day <= days.last; ++day) terms.exact.push_back(day_term(day));
  if (length(days) <= kMostMonths) {
    const bool days_too = length(days) <= kShort;
    each_month(days, [&](const CalendarDay& month) {
      days_too ? terms.coarse.push_back(no_finer(month_term(month))) : terms.exact.push_back(month_term(month));
    });
    each_year(days, [&](const CalendarDay& year) { terms.coarse.push_back(no_finer(year_term(year))); });
  } else {
    terms.exact = terms_of_years(analysis::year_of(days.first), analysis::year_of(days.last));
  }
  return terms;
}

std::vector<std::string> own_date_terms(const DayRange& written) {
  std::vector<std::string> terms;
  post(clipped(written), terms);
  for (std::string& term : terms) term.replace(0, kPrefix.size(), kOwnPrefix);
  return terms;
}

std::vector<std::string> own_terms_meeting(const DayRange& days) {
  DateTerms meeting = terms_meeting(days);
  std::vector<std::string> terms = std::move(meeting.exact);
  std::move(meeting.coarse.begin(), meeting.coarse.end(), std::back_inserter(terms));
  for (std::string& term : terms) term.replace(0, kPrefix.size(), kOwnPrefix);
  return terms;
}

}  // namespace izde::schema
