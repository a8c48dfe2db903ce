#include "analysis/dates/shapes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "analysis/dates/calendar.hpp"
#include "analysis/dates/cycles.hpp"
#include "analysis/dates/double_dates.hpp"
#include "analysis/dates/limits.hpp"

namespace izde::analysis::dates {
namespace {

constexpr float kSuppliedYear = 0.7F;  // of the confidence, where the year was said elsewhere
constexpr float kEitherStyle = 0.65F;
constexpr float kUnknownYear = 0.6F;
constexpr float kBareMonth = 0.5F;
constexpr int kFirstBareYear = 1500;
constexpr int kReformYear = 1917;     // of those in which both styles were told, the one most told of
constexpr std::int32_t kStyles = 13;  // days between the calendars from 1900 on

using Dates = std::vector<FoundDate>;

bool is_told(const DateContext& context) { return context.year || context.document; }

DateKind kind_of(const Written& date) {
  if (date.season != 0) return DateKind::season;
  if (date.day) return date.supplied || date.year ? DateKind::day : DateKind::noyear;
  return date.month ? DateKind::month : DateKind::year;
}

/// Whether an unmarked date is taken for Old Style as its document says.
bool by_document(const Written& date, const Surroundings& around) {
  if (!around.context.old_style || date.new_style || !date.day) return false;
  const auto days = days_of(date);
  return days && days->first < reform_day();
}

void widen_to_both_styles(const Written& date, const Surroundings& around, FoundDate& found) {
  if (!around.two_calendars || date.new_style || date.old_style || date.season != 0 || !date.month) return;
  if (found.days.first >= reform_day() - kStyles) return;
  found.days.last += kStyles;
  found.confidence *= kEitherStyle;
}

/// A marked day without its year, brought to New Style as in the years of the reform; the years are left out again.
FoundDate open_old_style(Written date, FoundDate found) {
  found.os_edtf = edtf_of(date);
  date.year = kReformYear;
  const auto days = days_of(date, true);
  if (!days) return found;
  const CalendarDay day = calendar_day(days->first);
  date.year = std::nullopt;
  date.month = day.month;
  date.day = day.day;
  found.edtf = edtf_of(date);
  return found;
}

/// A day whose year is left out: by the year said last, written into the normal form only where the caller told it.
Dates without_year(Written date, const Surroundings& around) {
  if (!may_be(date)) return {};
  FoundDate found;
  found.span = date.span;
  found.kind = DateKind::noyear;
  found.edtf = edtf_of(date);
  found.confidence = confidence_of(DateKind::noyear) * kUnknownYear;
  if (date.old_style || date.new_style) found.kind = date.old_style ? DateKind::os : DateKind::ns;
  if (date.old_style) found = open_old_style(date, std::move(found));
  date.year = around.damaged_year ? std::nullopt : year_outside(around, date.month);
  if (!date.year) return {found};
  const bool julian = date.old_style || by_document(date, around);
  const auto days = days_of(date, julian);
  if (!days) return {};
  found.days = *days;
  found.confidence = confidence_of(DateKind::noyear);
  widen_to_both_styles(date, around, found);
  if (julian) found.os_edtf = edtf_of(date);
  if (is_told(around.context)) found.edtf = edtf_of(days->first);
  return {found};
}

/// A day, month, year or season.
Dates single_of(Written date, const Surroundings& around) {
  if (date.day && !date.month) return {};
  const bool bare_month = date.month && !date.day && !date.year;
  if (bare_month) {
    if (!is_told(around.context)) return {};
    date.year = year_outside(around, date.month);
  }
  if (!date.year && date.day) return without_year(date, around);
  if (!date.year) return {};
  const bool julian = date.day && (date.old_style || by_document(date, around));
  auto days = days_of(date, julian);
  // 29 February 1900 is a day of the Old Style only.
  const bool only_julian = !days && date.day && days_of(date, true);
  if (only_julian) days = days_of(date, true);
  if (!days) return {};
  if (date.bare_year && !date.month && *date.year < kFirstBareYear) return {};
  FoundDate found;
  found.span = date.span;
  found.days = *days;
  found.kind = julian || only_julian ? DateKind::os : date.day && date.new_style ? DateKind::ns : kind_of(date);
  found.edtf = julian || only_julian ? edtf_of(days->first) : edtf_of(date);
  if (julian || only_julian) found.os_edtf = edtf_of(date);
  found.confidence = confidence_of(found.kind);
  if (date.supplied || date.shifted) found.confidence *= kSuppliedYear;
  if (bare_month) found.confidence = kBareMonth;
  if (julian && !date.old_style) found.confidence *= kSuppliedYear;
  if (!julian) widen_to_both_styles(date, around, found);
  return {found};
}

Dates single(const Written& date, const Surroundings& around) {
  Dates dates = single_of(date, around);
  if (!date.uncertain || dates.empty()) return dates;
  FoundDate& found = dates.front();
  found.edtf += "?";
  found.kind = DateKind::uncertain;
  found.confidence = std::min(found.confidence, confidence_of(DateKind::uncertain));
  return dates;
}

Dates one(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around) {
  return single(written(match, symbols, around).front(), around);
}

Dates list(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around) {
  Dates dates;
  for (const Written& date : written(match, symbols, around)) {
    const bool is_word_only = date.span.end == 0;  // the гг. of another date: гг. и 1917
    const Dates found = is_word_only ? Dates{} : single(date, around);
    if (found.empty()) return {};
    dates.push_back(found.front());
  }
  return dates;
}

/// From the first date to the second, both of one calendar.
Dates range_between(const Written& first, const Written& last, const Surroundings& around) {
  Written from = first;
  Written to = last;
  const bool open = !from.year || !to.year;
  if (!may_be(from) || !may_be(to) || (from.day && !from.month) || (to.day && !to.month)) return {};
  FoundDate found;
  found.kind = DateKind::range;
  found.edtf = edtf_of(from) + "/" + edtf_of(to);
  found.confidence = confidence_of(DateKind::range) * (open ? kSuppliedYear : 1);
  if (open) {
    if (!from.month || !to.month) return {};
    const bool wraps = *from.month > *to.month;
    from.year = around.damaged_year ? std::nullopt : year_outside(around, from.month);
    to.year = from.year && wraps ? std::optional(*from.year + 1) : from.year;
    if (!from.year && std::pair(*from.month, from.day) > std::pair(*to.month, to.day) && !wraps) return {};
    if (!from.year) return {found};
    if (is_told(around.context)) found.edtf = edtf_of(from) + "/" + edtf_of(to);
  }
  const bool julian = first.old_style || last.old_style || (by_document(from, around) && by_document(to, around));
  const auto a = days_of(from, julian);
  const auto b = days_of(to, julian);
  if (!a || !b || a->first >= b->last || (from.day && a->first >= b->first) || a->first > b->first) return {};
  if (first.bare_year && !first.month && first.season == 0 && from.year.value_or(0) < kFirstBareYear) return {};
  if (!from.month && !to.month && from.season == 0 && to.season == 0 && from.year == to.year) return {};
  found.days = {a->first, b->last};
  if (julian && from.day && to.day) {
    found.os_edtf = found.edtf;
    found.edtf = edtf_of(a->first) + "/" + edtf_of(b->first);
  } else if (!julian) {
    widen_to_both_styles(from, around, found);
  }
  return {found};
}

Dates range(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around) {
  const std::vector<Written> dates = written(match, symbols, around);
  return range_between(dates.front(), dates.back(), around);
}

/// 11-24 June 1918: 13 days apart, so it may be one day told in both styles.
Dates dash(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around) {
  const std::vector<Written> dates = written(match, symbols, around);
  Dates plain = range_between(dates.front(), dates.back(), around);
  const bool marked = dates.back().old_style || dates.back().new_style;
  return plain.empty() || marked ? plain : Dates{double_or_range(dates.front(), dates.back(), plain.front())};
}

/// A range told in both styles: Old Style from `a` to `b`, New Style from `c` to `d`.
Dates range_of_both(const Written& a, const Written& b, const Written& c, const Written& d,
                    const Surroundings& around) {
  Dates plain = range_between(a, b, around);
  Dates found = range_between(c, d, around);
  if (found.empty() || plain.empty()) return {};
  found.front().os_edtf = plain.front().edtf;
  return found;
}

/// Both of a pair are told, so that neither is doubtful.
Surroundings told_in_both(const Surroundings& around) {
  Surroundings plain = around;
  plain.two_calendars = plain.context.old_style = false;
  return plain;
}

Dates ranges(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around) {
  std::vector<Written> w = written(match, symbols, around);
  for (Written& date : w) date.old_style = date.new_style = false;
  return range_of_both(w.at(0), w.at(2), w.at(1), w.at(3), told_in_both(around));
}

/// В конце 1917 — начале 1918 гг.: from the first day of the one part to the last of the other.
Dates parts(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around) {
  const std::vector<Written> w = written(match, symbols, around);
  const Dates first = single_of(w.front(), around);
  const Dates last = single_of(w.back(), around);
  if (first.empty() || last.empty() || w.front().part == 0 || w.back().part == 0) return {};
  const FoundDate from = part_of(first.front(), static_cast<Part>(w.front().part));
  const FoundDate to = part_of(last.front(), static_cast<Part>(w.back().part));
  if (from.days.first >= to.days.last) return {};
  FoundDate found = from;
  found.kind = DateKind::range;
  found.days.last = to.days.last;
  found.edtf = from.edtf.substr(0, from.edtf.find('/')) + to.edtf.substr(std::min(to.edtf.find('/'), to.edtf.size()));
  found.confidence = std::min(from.confidence, to.confidence);
  return {found};
}

Dates pairs(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around) {
  std::vector<Written> w = written(match, symbols, around);
  for (Written& date : w) date.old_style = date.new_style = false;
  return range_of_both(w.at(0), w.at(1), w.at(2), w.at(3), told_in_both(around));
}

/// Two dates in parentheses or with a sign between: one day where they are as far apart as the calendars, else each for
/// itself or, where they are near, a misprint.
Dates double_date(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around) {
  const std::vector<Written> dates = written(match, symbols, around);
  if (const auto found = double_of(dates.front(), dates.back(), around)) return {*found};
  return list(match, symbols, around);
}

/// 5 (18) and 13 (26) December 1917.
Dates doubles(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around) {
  const std::vector<Written> w = written(match, symbols, around);
  Dates dates;
  for (std::size_t i = 0; i + 1 < w.size(); i += 2) {
    auto found = double_of(w[i], w[i + 1], around);
    if (!found) return {};
    found->span = {w[i].span.begin, w[i + 1].span.end};
    dates.push_back(std::move(*found));
  }
  return dates;
}

}  // namespace

Dates dates_of(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around) {
  using Maker = Dates (*)(const Match&, const std::vector<Symbol>&, const Surroundings&);
  static constexpr Maker kMakers[] = {one,  double_date, doubles, dash,   range,   ranges, parts,  pairs,
                                      list, era,         eras,    decade, decades, hijri,  animal, sixty};
  const auto shape = static_cast<std::size_t>(match.shape);
  if (match.groups == 0 || shape >= std::size(kMakers)) return {};
  Dates dates = kMakers[shape](match, symbols, around);
  if (dates.size() < 2 && !dates.empty())
    dates.front().span = {symbols[match.begin].span.begin, symbols[match.end - 1].span.end};
  if (dates.size() > 1) dates.back().span.end = symbols[match.end - 1].span.end;
  for (FoundDate& date : dates) date.confidence = std::max(0.05F, date.confidence - match.doubt);
  return dates;
}

}  // namespace izde::analysis::dates
