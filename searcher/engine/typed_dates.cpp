#include "searcher/engine/typed_dates.hpp"

#include "analysis/dates/calendar.hpp"
#include "schema/dates.hpp"
#include "searcher/query/date_range.hpp"

#include <algorithm>
#include <utility>

namespace izde::searcher {
namespace {

using analysis::DateKind;
using analysis::DayRange;
using analysis::FoundDate;
using analysis::Span;

constexpr double kOtherStyle = 0.6;  // a day by the name it has in the other calendar
constexpr std::int32_t kYear = 366;  // days
constexpr std::string_view kMarked = "~date:";
constexpr std::string_view kOldStyle = "os:";
constexpr int kMonths = 12;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_blank_or_end(std::string_view text, std::size_t at) {
  return at >= text.size() || is_blank(text[at]) || text[at] == ',' || text[at] == '?' || text[at] == '.';
}

/// Whether words of the query are told apart by more than blanks.
bool has_operators(std::string_view query) {
  for (const std::string_view word : {" AND ", " OR ", " NOT ", " NEAR", "\"", "«", "“"})
    if (query.find(word) != std::string_view::npos) return true;
  return query.starts_with("NOT ");
}

bool stands_free(std::string_view query, const Span& span) {
  const bool before = span.begin == 0 || is_blank(query[span.begin - 1]);
  const std::string_view typed = query.substr(span.begin, span.end - span.begin);
  return before && is_blank_or_end(query, span.end) && typed.find_first_of(":=~*\"") == std::string_view::npos;
}

/// Whether a date is fine enough to look for: a year is a word that texts have as well; some months are not.
bool is_asked(const FoundDate& date) {
  const auto searched = schema::searched_days(date);
  const bool open = date.kind == DateKind::before || date.kind == DateKind::after;
  return searched && !open && std::int64_t{searched->days.last} - searched->days.first < kYear - 7;
}

void add(AskedDate& asked, const std::optional<DayRange>& days, double weight) {
  if (days) asked.days.push_back({*days, weight});
}

/// An unmarked day as one of Old Style, and by the name that it then has in New Style.
void add_other_style(AskedDate& asked, std::int32_t day, bool unmarked) {
  if (day > analysis::reform_day() + kYear * 2) return;  // nobody counts so any more
  const auto julian = analysis::day_number(analysis::calendar_day(day), true);
  if (!julian) return;
  if (unmarked) add(asked, DayRange{*julian, *julian}, 1);
  add(asked, DayRange{2 * day - *julian, 2 * day - *julian}, kOtherStyle);
}

AskedDate asked_for(const FoundDate& date, std::string_view query) {
  AskedDate asked{{}, std::string(query.substr(date.span.begin, date.span.end - date.span.begin)), date.span, true};
  if (const auto searched = schema::searched_days(date)) add(asked, searched->days, 1);
  if (!date.os_edtf.empty()) {
    add(asked, analysis::parse_date(date.os_edtf), kOtherStyle);
  } else if (date.kind == DateKind::day || date.kind == DateKind::ns) {
    add_other_style(asked, date.days.first, date.kind == DateKind::day);
  }
  return asked;
}

/// What stands behind ~date: as a date; nothing if it is none, or open.
std::optional<AskedDate> marked_date(std::string_view typed) {
  const bool old_style = typed.starts_with(kOldStyle);
  const std::string named(typed.substr(old_style ? kOldStyle.size() : 0));
  const auto range = date_range(named, DateEnd::both);
  if (!range) return std::nullopt;
  const auto days = analysis::parse_date_range(*range);
  const auto meant = old_style ? analysis::parse_date_range(std::string(kOldStyle) + *range) : days;
  const DayRange all;
  if (!days || !meant || days->first == all.first || days->last == all.last) return std::nullopt;
  AskedDate asked{{{*meant, 1}}, std::string(typed), {}, true};
  if (old_style) {
    add(asked, days, kOtherStyle);
  } else if (days->first == days->last && range->find("..") == std::string::npos) {
    add_other_style(asked, days->first, true);
  }
  return asked;
}

std::string printed(const DayRange& days) {
  const std::string first = analysis::iso_day(days.first);
  return days.first == days.last ? first : first + ".." + analysis::iso_day(days.last);
}

// ---- what was typed

/// Digits side by side.
std::vector<Span> numbers_of(std::string_view text) {
  std::vector<Span> numbers;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    Span number{at, at};
    while (at < text.size() && is_digit(text[at])) number.end = ++at;
    numbers.push_back(number);
  }
  return numbers;
}

const FoundDate* covering(const std::vector<FoundDate>& dates, const Span& span) {
  const auto found = std::find_if(dates.begin(), dates.end(), [&](const FoundDate& date) {
    return date.span.begin <= span.begin && span.end <= date.span.end;
  });
  return found == dates.end() ? nullptr : &*found;
}

/// Reads dates out of a query, and blanks what it read.
class Reading {
 public:
  explicit Reading(std::string_view query) : query_(query), typed_{std::string(query), {}, {}} {}

  TypedQuery run() {
    take_marked();
    if (has_operators(typed_.words)) return std::move(typed_);
    open_brackets();
    take_found();
    take_months();
    take_impossible();
    std::stable_sort(typed_.dates.begin(), typed_.dates.end(),
                     [](const AskedDate& a, const AskedDate& b) { return a.span.begin < b.span.begin; });
    return std::move(typed_);
  }

 private:
  std::string text_of(const Span& span) const { return std::string(query_.substr(span.begin, span.end - span.begin)); }
  void blank(const Span& span) { std::fill(typed_.words.begin() + span.begin, typed_.words.begin() + span.end, ' '); }
  void say(const Span& span, const std::string& why) {
    typed_.diagnostics.push_back({span, "“" + text_of(span) + "” " + why});
  }
  void take(AskedDate asked) {
    blank(asked.span);
    typed_.dates.push_back(std::move(asked));
  }

  /// ~date:…, as a query is printed back.
  void take_marked() {
    for (std::size_t at = typed_.words.find(kMarked); at != std::string::npos;
         at = typed_.words.find(kMarked, at + 1)) {
      if (at > 0 && !is_blank(typed_.words[at - 1])) continue;
      std::size_t end = at + kMarked.size();
      while (end < typed_.words.size() && !is_blank(typed_.words[end])) ++end;
      const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      if (auto asked = marked_date(query_.substr(at + kMarked.size(), end - at - kMarked.size()))) {
        asked->span = span;
        take(std::move(*asked));
      } else {
        say(span,
            "names no day or days, so it is left out; write ~date:1918-06-11, ~date:os:1918-06-11 or "
            "~date:1918-06-01..1918-06-30.");
        blank(span);
      }
    }
  }

  /// (24) июня 1918 without the brackets, and (24 июня 1918); those of 11 (24) июня stay.
  void open_brackets() {
    const std::vector<FoundDate> whole = analysis::find_dates(typed_.words);
    std::string opened = typed_.words;
    std::vector<Span> inside;
    for (std::size_t at = opened.find('('); at != std::string::npos; at = opened.find('(', at + 1)) {
      const std::size_t end = opened.find(')', at);
      if (end == std::string::npos) break;
      const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1)};
      if (covering(whole, span) != nullptr) continue;
      opened[at] = opened[end] = ' ';
      inside.push_back(span);
    }
    if (inside.empty()) return;
    const std::vector<FoundDate> dates = analysis::find_dates(opened);
    for (const Span& span : inside) {
      const FoundDate* date = covering(dates, trimmed(span));
      const FoundDate* before = covering(whole, trimmed(span));
      const bool is_date = date != nullptr && is_asked(*date) && !(before != nullptr && !is_asked(*before));
      if (is_date) typed_.words[span.begin] = typed_.words[span.end - 1] = ' ';
    }
  }

  /// What stands between brackets, without blanks around.
  Span trimmed(Span span) const {
    ++span.begin;
    --span.end;
    while (span.begin < span.end && is_blank(query_[span.begin])) ++span.begin;
    while (span.end > span.begin && is_blank(query_[span.end - 1])) --span.end;
    return span;
  }

  void take_found() {
    found_ = analysis::find_dates(typed_.words);
    const std::string words = typed_.words;
    for (const FoundDate& date : found_)
      if (is_asked(date) && stands_free(words, date.span)) take(asked_for(date, query_));
  }

  /// 1918-06: in running text it may as well be years, 1905-07.
  void take_months() {
    for (const Span& year : numbers_of(typed_.words)) {
      const Span span{year.begin, std::min<std::uint32_t>(year.end + 3, static_cast<std::uint32_t>(query_.size()))};
      const std::string typed = text_of(span);
      if (year.end - year.begin != 4 || typed.size() != 7 || typed[4] != '-' || !stands_free(query_, span)) continue;
      const FoundDate* longer = covering(found_, span);  // 1905-07 гг.
      const bool is_longer = longer != nullptr && longer->span.end > span.end;
      if (is_longer || !is_digit(typed[5]) || !is_digit(typed[6])) continue;
      const int month = std::stoi(typed.substr(5));
      if (const auto days = analysis::parse_date(typed)) {
        take({{{*days, 1}}, typed, span, true});
      } else if (month == 0 || month <= std::stoi(typed.substr(2, 2))) {  // 1917-20: three years
        refuse(span, "is no month, since a year has twelve; it is read as words.");
      }
    }
  }

  /// Numbers in whose place another would make a date: 31 июня 1918, 11.13.1918, 11 июня 3018.
  void take_impossible() {
    for (const Span& number : numbers_of(typed_.words)) {
      const std::uint32_t size = number.end - number.begin;
      const bool is_read = covering(found_, number) != nullptr || covering_told(number);
      if (is_read || (size != 1 && size != 2 && size != 4)) continue;
      const int value = std::stoi(text_of(number));
      if (size == 4 ? value > 0 && value <= kLastYear : value > 0 && value <= kMonths) continue;
      if (size == 4) {
        if (const auto date = with(number, "1918"); date && date->kind != DateKind::year)
          refuse(date->span, "is not looked for as a date, since years go from 1 to 2100; it is read as words.");
      } else if (const auto date = with(number, size == 2 ? "01" : "1")) {
        explain(*date, with(number, size == 2 ? "02" : "2"));
      }
    }
  }

  /// The date that another number makes in the place of one.
  std::optional<FoundDate> with(const Span& number, std::string_view digits) const {
    std::string other = typed_.words;
    other.replace(number.begin, digits.size(), digits);
    const std::vector<FoundDate> dates = analysis::find_dates(other);
    const FoundDate* date = covering(dates, number);
    return date != nullptr && stands_free(other, date->span) ? std::optional(*date) : std::nullopt;
  }

  void refuse(const Span& span, const std::string& why) {
    told_.push_back(span);
    say(span, why);
  }

  bool covering_told(const Span& number) const {
    return std::any_of(told_.begin(), told_.end(),
                       [&](const Span& span) { return span.begin <= number.begin && number.end <= span.end; });
  }

  /// `first`, `second`: what it would be with 1 and with 2 in the place of the number; where that is the day, the month
  /// is there.
  void explain(const FoundDate& first, const std::optional<FoundDate>& second) {
    const bool is_day = second && first.kind == DateKind::day && second->days.first == first.days.first + 1;
    if (!is_day) return refuse(first.span, "is no day of the calendar, so it is read as words.");
    const analysis::CalendarDay day = analysis::calendar_day(first.days.first);
    const std::int32_t last = first.days.first + analysis::days_in_month(day.year, day.month) - 1;
    const DayRange month{first.days.first, last};
    refuse(first.span, "is no day of the calendar, so it is looked for as the month, " + printed(month) + ".");
    take({{{month, 1}}, text_of(first.span), first.span, true});
  }

  static constexpr int kLastYear = 2100;

  std::string_view query_;
  TypedQuery typed_;
  std::vector<FoundDate> found_;
  std::vector<Span> told_;  ///< what was said to be no date
};

}  // namespace

TypedQuery without_dates(std::string_view query) { return Reading(query).run(); }

std::optional<AskedDate> asked_date(const FoundDate& date, std::string_view text) {
  if (!is_asked(date)) return std::nullopt;
  return asked_for(date, text);
}

std::string print(const AskedDate& date) {
  const std::string marked(kMarked);
  const DayRange& days = date.days.front().days;
  const bool of_one_style = date.days.size() == 2;
  if (of_one_style) return marked + std::string(kOldStyle) + printed(date.days.back().days);
  AskedDate unmarked;
  if (date.days.size() == 1 && days.first == days.last) add_other_style(unmarked, days.first, true);
  const bool is_surely_this = !unmarked.days.empty();  // a day that has no other style
  return marked + printed(days) + (is_surely_this ? ".." + analysis::iso_day(days.last) : "");
}

}  // namespace izde::searcher
