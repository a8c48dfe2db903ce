#include "analysis/dates/find_dates.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "analysis/dates/calendar.hpp"
#include "analysis/dates/date_words.hpp"
#include "analysis/dates/grammar.hpp"
#include "analysis/dates/limits.hpp"
#include "analysis/dates/shapes.hpp"

namespace izde::analysis::dates {
namespace {

struct KindRow {
  DateKind kind;
  std::string_view name;
  float confidence;
};
constexpr std::array<KindRow, 27> kKinds{{{DateKind::day, "day", 0.95F},
                                          {DateKind::os, "os", 0.95F},
                                          {DateKind::ns, "ns", 0.98F},
                                          {DateKind::double_date, "double", 0.99F},
                                          {DateKind::double_wrong, "double!", 0.5F},
                                          {DateKind::double_or_range, "double?", 0.6F},
                                          {DateKind::range, "range", 0.9F},
                                          {DateKind::month, "month", 0.95F},
                                          {DateKind::year, "year", 0.95F},
                                          {DateKind::noyear, "noyear", 0.6F},
                                          {DateKind::season, "season", 0.9F},
                                          {DateKind::early, "early", 0.9F},
                                          {DateKind::mid, "mid", 0.9F},
                                          {DateKind::late, "late", 0.9F},
                                          {DateKind::approx, "approx", 0.8F},
                                          {DateKind::uncertain, "uncertain", 0.7F},
                                          {DateKind::before, "before", 0.9F},
                                          {DateKind::after, "after", 0.9F},
                                          {DateKind::decade, "decade", 0.9F},
                                          {DateKind::decade_early, "decade-early", 0.9F},
                                          {DateKind::decade_mid, "decade-mid", 0.9F},
                                          {DateKind::decade_late, "decade-late", 0.9F},
                                          {DateKind::century, "century", 0.9F},
                                          {DateKind::century_early, "century-early", 0.9F},
                                          {DateKind::century_mid, "century-mid", 0.9F},
                                          {DateKind::century_late, "century-late", 0.9F},
                                          {DateKind::cycle, "cycle", 0.6F}}};
constexpr KindRow kHijri{DateKind::hijri_year, "hijri-year", 0.85F};

const KindRow& row_of(DateKind kind) {
  const auto row = std::find_if(kKinds.begin(), kKinds.end(), [kind](const KindRow& r) { return r.kind == kind; });
  return row == kKinds.end() ? kHijri : *row;
}

std::optional<int> value_of(const Symbol& symbol, Name name) {
  for (const Reading& reading : symbol.readings)
    if (reading.name == name) return reading.value;
  return std::nullopt;
}

constexpr int kHalfYear = 6;  // months

class Finder {
 public:
  Finder(std::string_view text, Language language, const DateContext& context)
      : text_(text), symbols_(with_units(with_meanings(scan(text), text, language))) {
    around_.context = context;
    around_.two_calendars =
        language != Language::vi && !context.old_style && context.document && context.document->last < reform_day();
  }

  std::vector<FoundDate> find() {
    for (std::size_t at = 0; at < symbols_.size();) {
      Match match = match_at(symbols_, at);
      if (match.groups == 0) {
        ++at;
        continue;
      }
      const std::size_t end = match.end;
      at = is_cut_out(match) ? end : read(std::move(match));
    }
    return std::move(found_);
  }

 private:
  bool is_number(std::size_t at) const {
    return at < symbols_.size() && is_ascii_digit(text_[symbols_[at].span.begin]);
  }
  static bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
  bool is_joint(std::size_t at) const {
    const std::string& sign = symbols_[at].text;
    return symbols_[at].kind == SymbolKind::sign && (sign == "." || sign == "/" || sign == "-");
  }

  /// Whether a match is a piece of a longer row of numbers (5.12.1917.3), or has another number at its front, so that
  /// its day is not to be trusted (1 3 декабря).
  bool is_cut_out(const Match& match) const {
    const std::size_t b = match.begin;
    const bool number_first = is_number(b);
    if (number_first && b >= 2 && is_joint(b - 1) && !symbols_[b].gap && !symbols_[b - 1].gap && is_number(b - 2))
      return true;
    if (match.end + 1 < symbols_.size() && is_joint(match.end) && !symbols_[match.end].gap &&
        !symbols_[match.end + 1].gap && is_number(match.end + 1) && is_number(match.end - 1))
      return true;
    if (b == 0 || symbols_[b - 1].kind != SymbolKind::number || symbols_[b].apart) return false;
    const bool month_first = !match.captures.empty() && match.captures.front().role == Role::month;
    const bool day_first = !match.captures.empty() && match.captures.front().role == Role::day && number_first;
    const int digits = symbols_[b - 1].digits;
    return !symbols_[b - 1].guarded && digits < 4 && (month_first || day_first);
  }

  /// Adds the dates of a match with what stands around it; the symbol behind.
  std::size_t read(Match match) {
    const std::size_t first = match.begin;
    std::size_t end = match.end;
    const bool lunar = end < symbols_.size() && value_of(symbols_[end], kLunar);
    if (lunar)
      ++end;
    else
      take_calendar(match, end);
    look_ahead(match);
    around_.damaged_year = end < symbols_.size() && symbols_[end].damaged;
    std::vector<FoundDate> dates = dates_of(match, symbols_, around_);
    if (dates.empty()) return end;
    remember(dates.back());
    if (end > match.end) dates.back().span.end = symbols_[end - 1].span.end;
    if (lunar) dates.back() = by_the_moon(std::move(dates.back()));
    if (dates.size() == 1) end = limit(dates.front(), first, end);
    for (FoundDate& date : dates) found_.push_back(std::move(date));
    last_ = end;
    return end;
  }

  static bool has_year(const Match& match) {
    return std::any_of(match.captures.begin(), match.captures.end(),
                       [](const Capture& capture) { return capture.role == Role::year; });
  }

  /// 5 (18) декабря и 13 (26) декабря 1917: the year of the second is the first's as well.
  void look_ahead(Match& match) const {
    if (match.shape != Shape::double_date || has_year(match) || match.end + 1 >= symbols_.size()) return;
    if (!value_of(symbols_[match.end], kAnd)) return;
    const Match next = match_at(symbols_, match.end + 1);
    if (next.shape != Shape::double_date || !has_year(next)) return;
    const Written here = written(match, symbols_, around_).back();
    const Written there = written(next, symbols_, around_).back();
    if (!there.year || !here.month || !there.month) return;
    const int year = *there.year - (*here.month > *there.month + kHalfYear ? 1 : 0);
    match.captures.push_back({Role::year, year, 1, match.end - 1});
  }

  /// A mark of the style behind the date, or before it: жаңаша 15 ақпан.
  void take_calendar(Match& match, std::size_t& end) const {
    const auto add = [&](std::size_t at, std::uint8_t group) {
      for (const auto& [name, role] : {std::pair(kOs, Role::old_style), std::pair(kNs, Role::new_style)})
        if (value_of(symbols_[at], name)) {
          match.captures.push_back({role, 0, group, match.end - 1});
          return true;
        }
      return false;
    };
    bool marked = false;
    for (std::uint8_t group = 0; group < match.groups; ++group)
      marked = (end < symbols_.size() && add(end, group)) || marked;
    if (marked) {
      ++end;
      if (end < symbols_.size() && symbols_[end].kind == SymbolKind::sign && symbols_[end].text == ")" &&
          text_[symbols_[end - 1].span.begin] == '(')
        ++end;
    } else if (match.begin > last_) {
      for (std::uint8_t group = 0; group < match.groups; ++group) add(match.begin - 1, group);
    }
  }

  static FoundDate by_the_moon(FoundDate date) {
    constexpr std::int32_t kMonths = 60;  // days the moon's calendar may lag behind
    date.edtf += "~";
    if (date.days.last < std::numeric_limits<std::int32_t>::max() - kMonths) date.days.last += kMonths;
    date.confidence /= 2;
    return date;
  }

  /// Words before and behind that narrow or open the date; the symbol behind them.
  std::size_t limit(FoundDate& date, std::size_t first, std::size_t end) {
    std::size_t before = first;
    const auto word_before = [&](Name name) {
      if (before <= last_ || symbols_[before].apart) return std::optional<int>();
      return value_of(symbols_[before - 1], name);
    };
    const auto word_behind = [&](Name name) {
      if (end >= symbols_.size() || symbols_[end].apart) return std::optional<int>();
      return value_of(symbols_[end], name);
    };
    if (const auto part = word_behind(kPartAfter)) {
      date = part_of(std::move(date), static_cast<Part>(*part));
      date.span.end = symbols_[end++].span.end;
    } else if (const auto part_before = word_before(kPart)) {
      date = part_of(std::move(date), static_cast<Part>(*part_before));
      date.span.begin = symbols_[--before].span.begin;
    }
    for (const auto& [name, limit] : kLimitsBehind) {
      if (!word_behind(name)) continue;
      date = limited(std::move(date), limit);
      date.span.end = symbols_[end++].span.end;
      return end;
    }
    for (const auto& [name, limit] : kLimitsBefore) {
      if (!word_before(name)) continue;
      date = limited(std::move(date), limit);
      date.span.begin = symbols_[--before].span.begin;
      return end;
    }
    return end;
  }

  void remember(const FoundDate& date) {
    constexpr std::int32_t kYear = 370;
    constexpr std::int32_t kMonth = 31;
    if (date.days.first == std::numeric_limits<std::int32_t>::min()) return;
    const std::int32_t length = date.days.last - date.days.first;
    if (length > kYear && date.kind != DateKind::range) return;
    if (date.kind == DateKind::hijri_year || date.kind == DateKind::cycle || date.kind == DateKind::century) return;
    around_.memory.year = year_of(date.kind == DateKind::range ? date.days.last : date.days.first);
    if (length < kMonth) around_.memory.month = calendar_day(date.days.first).month;
  }

  inline static const Name kLunar = name_of("lunar"), kOs = name_of("os"), kNs = name_of("ns"), kPart = name_of("part"),
                           kPartAfter = name_of("part_after"), kAnd = name_of("and");
  inline static const std::array<std::pair<Name, Limit>, 3> kLimitsBefore{
      {{name_of("before"), Limit::before}, {name_of("after"), Limit::after}, {name_of("about"), Limit::about}}};
  inline static const std::array<std::pair<Name, Limit>, 3> kLimitsBehind{{{name_of("before_after"), Limit::before},
                                                                           {name_of("after_after"), Limit::after},
                                                                           {name_of("about_after"), Limit::about}}};

  std::string_view text_;
  std::vector<Symbol> symbols_;
  Surroundings around_;
  std::size_t last_ = 0;  ///< symbol behind the last date
  std::vector<FoundDate> found_;
};

}  // namespace

float confidence_of(DateKind kind) { return row_of(kind).confidence; }

}  // namespace izde::analysis::dates

namespace izde::analysis {

std::string_view name(DateKind kind) { return dates::row_of(kind).name; }

std::vector<FoundDate> find_dates(std::string_view text, Language language, const DateContext& context) {
  return dates::Finder(text, language, context).find();
}

}  // namespace izde::analysis
