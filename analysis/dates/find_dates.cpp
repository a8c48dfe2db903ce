#include "analysis/dates/find_dates.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
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
      : text_(text), symbols_(with_units(with_meanings(scan(text, std::move(memory())), text, language))) {
    around_.context = context;
    around_.two_calendars =
        language != Language::vi && !context.old_style && context.document && context.document->last < reform_day();
  }

  Finder(const Finder&) = delete;
  Finder& operator=(const Finder&) = delete;
  ~Finder() {
    constexpr std::size_t kMost = std::size_t{1} << 14;  // of a passage; a whole book's are given back
    if (symbols_.capacity() > kMost) return;
    symbols_.clear();
    memory() = std::move(symbols_);
  }

  std::vector<FoundDate> find() {
    for (std::size_t at = 0; at < symbols_.size();) {
      // A paragraph of a chronicle of 1917 that looked ahead to 1918 leaves the next one in 1917.
      if (symbols_[at].apart && around_.context.firm_year) around_.memory = {};
      Match match = match_at(symbols_, at);
      if (match.groups == 0) {
        ++at;
        continue;
      }
      const std::size_t end = match.end;
      at = is_cut_out(match) || is_before_our_era(match) ? end : read(std::move(match));
    }
    return std::move(found_);
  }

 private:
  /// That of the symbols of the text read last, for the next one.
  static std::vector<Symbol>& memory() {
    thread_local std::vector<Symbol> kept;
    return kept;
  }

  bool is_number(std::size_t at) const {
    return at < symbols_.size() && is_ascii_digit(text_[symbols_[at].span.begin]);
  }
  static bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
  bool is_joint(std::size_t at) const {
    const std::string_view sign = symbols_[at].text;
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

  /// Such a year (44 г. до н. э., б.з.б. 209 жылы) is none of our calendars; better no date than one of A.D.
  bool is_before_our_era(const Match& match) const {
    constexpr int kStandsBefore = 1;
    if (match.end < symbols_.size() && value_of(symbols_[match.end], kBce)) return true;
    return match.begin > 0 && value_of(symbols_[match.begin - 1], kBce) == kStandsBefore;
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
    const bool lacks_month = match.shape == Shape::double_date && !says(match, {Role::month});
    look_ahead(match);
    around_.damaged_year = end < symbols_.size() && symbols_[end].damaged;
    std::vector<FoundDate> dates = dates_of(match, symbols_, around_);
    if (dates.empty() || (lacks_month && dates.front().kind != DateKind::double_date)) return end;
    remember(dates.back(), match);
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

  /// The double date with a month that follows within a few words of the sentence.
  std::optional<Written> next_double(const Match& match) const {
    const bool has_month = says(match, {Role::month});
    const std::size_t farthest = match.end + (has_month ? 1 : kFewWords);
    for (std::size_t at = match.end; at <= farthest && at < symbols_.size(); ++at) {
      const Symbol& symbol = symbols_[at];
      if (symbol.apart || (symbol.kind == SymbolKind::sign && symbol.text != ",")) return std::nullopt;
      if (has_month && at == match.end && !value_of(symbol, kAnd)) return std::nullopt;
      if (!is_number(at) && !value_of(symbol, kDay)) continue;
      const Match next = match_at(symbols_, at);
      if (next.shape != Shape::double_date || !says(next, {Role::month})) return std::nullopt;
      return written(next, symbols_, around_).back();
    }
    return std::nullopt;
  }

  /// 5 (18) декабря и 13 (26) декабря 1917: the year of the second is the first's as well; 5 (18) и закончился 13 (26)
  /// декабря: and its month.
  void look_ahead(Match& match) const {
    if (match.shape != Shape::double_date || has_year(match)) return;
    const std::optional<Written> there = next_double(match);
    if (!there || !there->month) return;
    if (!says(match, {Role::month})) match.captures.push_back({Role::month, *there->month, 1, match.end - 1});
    const Written here = written(match, symbols_, around_).back();
    if (!there->year || !here.month) return;
    const int year = *there->year - (*here.month > *there->month + kHalfYear ? 1 : 0);
    match.captures.push_back({Role::year, year, 1, match.end - 1});
  }

  bool begins_sentence(std::size_t at) const {
    return at == 0 || symbols_[at].apart || (symbols_[at - 1].text == "." && symbols_[at].gap);
  }

  /// A mark of the style behind the date, or before it: жаңаша 15 ақпан; Theo lịch cũ, ngày 13 …
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
      const std::size_t before = match.begin - 1;
      const bool comma = before > last_ && symbols_[before].text == "," && begins_sentence(before - 1);
      for (std::uint8_t group = 0; group < match.groups; ++group) add(before - (comma ? 1 : 0), group);
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

  static bool says(const Match& match, std::initializer_list<Role> roles) {
    return std::any_of(match.captures.begin(), match.captures.end(), [roles](const Capture& capture) {
      return std::find(roles.begin(), roles.end(), capture.role) != roles.end();
    });
  }

  /// Whether a year stands with what it is told of: законами 1917 года, luật năm 1917. The word before may as well be a
  /// verb (bị bắn năm 1937), so that it counts only within the sentence of the year it would replace.
  bool is_attribute(const Match& match) const {
    return std::any_of(match.captures.begin(), match.captures.end(), [&](const Capture& capture) {
      const auto of_year = capture.role == Role::year ? value_of(symbols_[capture.symbol], kOfYear) : std::nullopt;
      if (!of_year || *of_year != kByWordBefore) return of_year.has_value();
      if (!around_.memory.year || sentence_ends_before(match.begin)) return false;
      const std::size_t at = capture.symbol;
      return at > 0 && symbols_[at - 1].kind == SymbolKind::word && symbols_[at - 1].readings.empty();
    });
  }

  /// A bracket that opens not far before and is not closed yet.
  bool in_brackets(std::size_t at) const {
    constexpr std::size_t kFarthest = 16;  // symbols
    if (symbols_[at].text == "(") return true;
    for (std::size_t back = 1; back <= kFarthest && back <= at && !symbols_[at - back + 1].apart; ++back) {
      const Symbol& symbol = symbols_[at - back];
      if (symbol.kind == SymbolKind::sign && symbol.text == ")") return false;
      if (symbol.kind == SymbolKind::sign && symbol.text == "(") return true;
    }
    return false;
  }

  bool sentence_ends_before(std::size_t at) const {
    for (; at > remembered_; --at)
      if (symbols_[at - 1].kind == SymbolKind::sign && symbols_[at - 1].text == "." && symbols_[at].gap) return true;
    return false;
  }

  /// How a date tells its year, if it tells it at all: life spans, years in brackets and one year later are passing
  /// remarks, which later days do not follow.
  std::optional<Told> told_by(const FoundDate& date, const Match& match) const {
    const bool of_another = says(match, {Role::same_year, Role::this_year});
    if (!of_another && !says(match, {Role::year, Role::year_end})) return std::nullopt;
    const bool dated = says(match, {Role::day, Role::month, Role::same_month, Role::this_month});
    const bool bracketed = in_brackets(match.begin);
    if (dated) return bracketed ? Told::mentioned : Told::dated;
    if (bracketed || date.kind == DateKind::range || of_another) return std::nullopt;
    return date.kind == DateKind::year && is_attribute(match) ? Told::mentioned : Told::named;
  }

  /// A year told with less weight does not take the place of a weightier one: a named one only in a new sentence, a
  /// mentioned one never.
  void remember_year(int year, Told told, const Match& match) {
    Memory& memory = around_.memory;
    memory.last_mention = year;
    const bool lighter = memory.year && told < memory.told;
    if (lighter && (told == Told::mentioned || !sentence_ends_before(match.begin))) return;
    memory.year = year;
    memory.year_month.reset();
    memory.told = told;
    remembered_ = match.end;
  }

  void remember(const FoundDate& date, const Match& match) {
    constexpr std::int32_t kYear = 370;
    constexpr std::int32_t kMonth = 31;
    if (date.days.first == std::numeric_limits<std::int32_t>::min()) return;
    const std::int64_t length = std::int64_t{date.days.last} - date.days.first;
    if (length > kYear && date.kind != DateKind::range) return;
    if (date.kind == DateKind::hijri_year || date.kind == DateKind::cycle || date.kind == DateKind::century) return;
    const std::optional<Told> told = told_by(date, match);
    if (told) remember_year(year_of(date.kind == DateKind::range ? date.days.last : date.days.first), *told, match);
    if (length >= kMonth) return;
    around_.memory.month = calendar_day(date.days.first).month;
    if (told && remembered_ == match.end) around_.memory.year_month = around_.memory.month;
  }

  inline static const Name kLunar = name_of("lunar"), kBce = name_of("bce"), kOs = name_of("os"), kNs = name_of("ns"),
                           kPart = name_of("part"), kPartAfter = name_of("part_after"), kAnd = name_of("and"),
                           kOfYear = name_of("of_year"), kDay = name_of("day");
  inline static const std::array<std::pair<Name, Limit>, 3> kLimitsBefore{
      {{name_of("before"), Limit::before}, {name_of("after"), Limit::after}, {name_of("about"), Limit::about}}};
  inline static const std::array<std::pair<Name, Limit>, 3> kLimitsBehind{{{name_of("before_after"), Limit::before},
                                                                           {name_of("after_after"), Limit::after},
                                                                           {name_of("about_after"), Limit::about}}};

  std::string_view text_;
  std::vector<Symbol> symbols_;
  Surroundings around_;
  static constexpr std::size_t kFewWords = 5;
  static constexpr int kByWordBefore = 2;  // of_year
  std::size_t remembered_ = 0;             ///< symbol behind the date whose year is remembered
  std::size_t last_ = 0;                   ///< symbol behind the last date
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
