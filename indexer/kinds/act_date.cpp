#include "indexer/kinds/act_date.hpp"

#include "indexer/kinds/act_telling.hpp"

#include "analysis/date.hpp"
#include "analysis/dates/both_styles.hpp"
#include "analysis/dates/calendar.hpp"
#include "analysis/table.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

namespace izde::indexer {
namespace {

using analysis::DateKind;
using analysis::FoundDate;

constexpr std::size_t kBroader = 6;     // words that a month counts as farther away than a day, a year than a month
constexpr std::size_t kClause = 4;      // words that a mark between clauses counts as
constexpr std::size_t kBehind = 30;     // words that a date behind its noun counts as farther in Kazakh
constexpr std::size_t kBesideVerb = 4;  // within which a date is that of a verb
constexpr std::size_t kBesideNoun = 4;  // words within which a date is that of a noun before it
constexpr std::size_t kBesideNounKazakh = 2;  // behind it
constexpr int kMonthsBack = 2;    // a month told without its year is at most so much before the one told last
constexpr std::size_t kYear = 4;  // letters
constexpr std::int32_t kYearDays = 366;
constexpr float kUnsure = 0.3F;
constexpr std::string_view kSameDay = "same";

bool is_known(const FoundDate& date) { return date.days.first > std::numeric_limits<std::int32_t>::min(); }

/// How much of a year lies open: a day 0, a month 1, more 2.
int breadth(const FoundDate& date) {
  const std::int64_t width = std::int64_t{date.days.last} - date.days.first;
  return width < 16 || date.kind == DateKind::double_or_range ? 0 : width < 31 ? 1 : 2;
}

/// The year that a date lies in, if it is one.
std::optional<int> year_in(const FoundDate& date) {
  if (!is_known(date)) return std::nullopt;
  const int first = analysis::year_of(date.days.first);
  return first == analysis::year_of(date.days.last) ? std::optional(first) : std::nullopt;
}

/// A day told without its year (XXXX-09-05), in a year.
FoundDate with_year(FoundDate date, std::optional<int> year) {
  constexpr std::string_view kOpen = "XXXX";
  if (!year) return date;
  const std::string digits = std::to_string(*year);
  for (std::string* edtf : {&date.edtf, &date.os_edtf})
    for (std::size_t at = edtf->find(kOpen); at != edtf->npos; at = edtf->find(kOpen)) edtf->replace(at, kYear, digits);
  if (const auto days = analysis::parse_date(date.edtf)) date.days = *days;
  if (date.kind == DateKind::noyear) date.kind = DateKind::day;
  return date;
}

int month_of(const FoundDate& date) { return analysis::calendar_day(date.days.first).month; }

/// A month with a year from elsewhere is hardly known: add_month knows better.
bool is_unsure(const FoundDate& date) { return date.kind == DateKind::month && date.confidence < kUnsure; }

}  // namespace

std::optional<std::int32_t> one_day_of(const FoundDate& date) {
  if (date.kind != DateKind::range || date.days.first > analysis::reform_day() + 2 * kYearDays) return std::nullopt;
  const auto other = analysis::day_number(analysis::calendar_day(date.days.first), true);
  return other && *other == date.days.last ? other : std::nullopt;
}

bool is_day_in(const FoundDate& day, const FoundDate& month) {
  return month.kind == DateKind::month && day.kind != DateKind::month && month.days.first <= day.days.first &&
         day.days.last <= month.days.last;
}

std::string date_of_act(const analysis::BothStyles& styles) {
  const std::string& date = styles.date;
  const bool is_season = date.size() > kYear + 2 && date[kYear] == '-' && date[kYear + 1] == '2';
  return is_season ? date.substr(0, kYear) : date;
}

bool is_of_month(const FoundDate& date) { return breadth(date) < 2; }

bool is_in_date(const PassageFacts& facts, analysis::Span span) {
  return std::any_of(facts.dates.begin(), facts.dates.end(), [&](const FoundDate& date) {
    return !is_unsure(date) && date.span.begin < span.end && span.begin < date.span.end;
  });
}

ActDates::ActDates(const PassageFacts& facts, std::string_view text, analysis::Language language)
    : facts_(facts), text_(text), language_(language) {
  for (const FoundDate& date : facts.dates)
    if (!is_unsure(date)) add(is_known(date) ? date : with_year(date, year_at(date)));
  for (const FoundCue& cue : facts.cues) {
    if (cue.name != "in-month" && cue.name != "next-day") continue;
    const analysis::Span span = facts.span_of(cue);
    if (cue.name == "next-day") add_day_after(span, cue.sense == kSameDay ? 0 : 1);
    if (cue.name == "in-month" && !is_in_date(facts, span)) add_month(cue, span);
  }
  std::stable_sort(dates_.begin(), dates_.end(), [](const Told& a, const Told& b) { return a.word < b.word; });
}

void ActDates::add(FoundDate date) {
  if (!is_known(date)) return;
  const auto begins_behind = [](std::uint32_t byte) {
    return [byte](const analysis::Token& token) { return token.span.begin >= byte; };
  };
  const auto& words = facts_.words;
  const auto first = std::find_if(words.begin(), words.end(), begins_behind(date.span.begin));
  const auto end = std::find_if(first, words.end(), begins_behind(date.span.end));
  if (first == end) return;
  dates_.push_back({std::move(date), static_cast<std::size_t>(first - words.begin()),
                    static_cast<std::size_t>(end - words.begin()) - 1});
}

/// The year of the date before one without a year; else that of the act told before.
std::optional<int> ActDates::year_at(const FoundDate& open) const {
  std::optional<int> year = facts_.year_before;
  for (const FoundDate& date : facts_.dates)
    if (date.span.begin < open.span.begin && !is_unsure(date) && year_in(date)) year = year_in(date);
  return year;
}

const FoundDate* ActDates::day_in(const FoundDate& month, std::size_t first, std::size_t end) const {
  for (const Told& told : dates_)
    if (told.word >= first && told.word < end && is_day_in(told.date, month)) return &told.date;
  return nullptr;
}

/// Its year is that of the date before it, unless it would so go back; else that of the date behind it, of the heading,
/// of the title.
void ActDates::add_month(const FoundCue& cue, analysis::Span span) {
  const int month = analysis::number_of(cue.sense);
  std::optional<int> year;
  for (const FoundDate& date : facts_.dates) {
    const auto named = is_unsure(date) ? std::nullopt : year_in(date);
    if (!named || (date.span.begin > span.begin && year)) continue;
    year = named;
    const bool is_month = breadth(date) < 2;
    if (is_month && date.span.begin > span.begin) {
      if (month - month_of(date) >= 12 - kMonthsBack) --*year;  // В декабре … 5 января 1918 года
      continue;
    }
    if (is_month && month_of(date) - month > kMonthsBack) ++*year;
    if (is_month && month - month_of(date) >= 12 - kMonthsBack) --*year;
  }
  for (const auto* dates : {&facts_.heading_dates, &facts_.title_dates})
    for (const FoundDate& date : *dates)
      if (!year) year = year_in(date);
  if (!year) year = facts_.year_before;
  if (!year) return;
  const auto first = analysis::day_number({*year, month, 1});
  if (!first) return;
  FoundDate date;
  date.span = span;
  date.days = {*first, *first + analysis::days_in_month(*year, month) - 1};
  date.edtf = analysis::iso_day(*first).substr(0, kYear + 3);
  date.kind = DateKind::month;
  add(std::move(date));
}

void ActDates::add_day_after(analysis::Span span, std::int32_t days) {
  const FoundDate* before = nullptr;
  for (const FoundDate& date : facts_.dates)
    if (date.span.begin < span.begin && breadth(date) == 0 && is_known(date)) before = &date;
  if (before == nullptr) return;
  const analysis::BothStyles day = analysis::both_styles(*before);
  const auto after = [days](const std::string& iso) {
    const auto told = analysis::parse_date(iso);
    return told ? analysis::iso_day(told->last + days) : std::string();
  };
  FoundDate date;
  date.span = span;
  date.edtf = after(day.date);
  date.os_edtf = after(day.os_date);
  date.kind = DateKind::ns;
  if (const auto told = analysis::parse_date(date.edtf)) date.days = *told;
  add(std::move(date));
}

std::size_t ActDates::marks_between(std::size_t word, std::size_t later) const {
  if (word >= later) return 0;
  const std::size_t begin = facts_.words[word].span.end;
  const std::string_view between = text_.substr(begin, facts_.words[later].span.begin - begin);
  return static_cast<std::size_t>(std::count_if(between.begin(), between.end(),
                                                [](char c) { return c == ',' || c == ';' || c == ':' || c == ')'; }));
}

/// Whether a date stands by the noun of another act: законъ 17 іюня, luật ngày 17 tháng 6; 17 маусым заңы.
bool ActDates::is_of_other(const Told& told, const FoundCue& cue) const {
  return std::any_of(facts_.cues.begin(), facts_.cues.end(), [&](const FoundCue& other) {
    const bool overlaps = other.token < cue.token + cue.width && cue.token < other.token + other.width;
    if (other.name != "act" || overlaps || is_general_noun(other)) return false;
    const bool is_before = language_ == analysis::Language::kk;
    const std::size_t from = is_before ? told.last : other.token + other.width - 1;
    const std::size_t to = is_before ? other.token : told.word;
    if (from >= to || to - from > (is_before ? kBesideNounKazakh : kBesideNoun) || marks_between(from, to) > 0)
      return false;
    return !(from <= cue.token && cue.token <= to);  // the cue itself stands between
  });
}

bool ActDates::is_opening(const Told& told) const {
  return std::any_of(facts_.cues.begin(), facts_.cues.end(), [&](const FoundCue& cue) {
    const std::size_t words = cue.token < told.word ? told.word - cue.token : cue.token - told.last;
    return cue.name == "opens" && words <= kBesideVerb;
  });
}

const FoundDate* ActDates::nearest(const FoundCue& cue, std::size_t first, std::size_t end) const {
  const FoundDate* nearest = nullptr;
  std::size_t least = 0;
  const std::size_t last_word = cue.token + cue.width - 1;
  for (const Told& told : dates_) {
    if (told.word < first || told.word >= end || is_of_other(told, cue)) continue;
    if (end <= cue.token && is_opening(told)) continue;
    const bool is_behind = told.word > last_word;
    const std::size_t from = is_behind ? last_word : std::min(told.last, cue.token);
    const std::size_t to = is_behind ? told.word : cue.token;
    std::size_t distance =
        to - from + kClause * marks_between(from, to) + kBroader * static_cast<std::size_t>(breadth(told.date));
    if (told.date.kind == DateKind::range) distance += kBroader;  // the days of a meeting
    if (is_behind && language_ == analysis::Language::kk) distance += kBehind;
    if (nearest != nullptr && distance >= least) continue;
    nearest = &told.date;
    least = distance;
  }
  return nearest;
}

}  // namespace izde::indexer
