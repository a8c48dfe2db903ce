#include "analysis/dates/numerals.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "analysis/letters.hpp"

namespace izde::analysis::dates {
namespace {

constexpr std::size_t kLongestRoman = 6;  // letters
constexpr int kLargestRoman = 39;

int roman_letter(char32_t c) {
  switch (c) {
    case U'I':
    case U'І':  // Cyrillic
      return 1;
    case U'V':
    case U'Ѵ':
      return 5;
    case U'X':
    case U'Х':  // Cyrillic
      return 10;
    default:
      return 0;
  }
}

std::string roman_of(int value) {
  constexpr std::array<std::pair<int, std::string_view>, 5> kParts{
      {{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
  std::string letters;
  for (const auto& [part, written] : kParts)
    for (; value >= part; value -= part) letters += written;
  return letters;
}

bool has(const Symbol& symbol, Name name) {
  return std::any_of(symbol.readings.begin(), symbol.readings.end(),
                     [name](const Reading& reading) { return reading.name == name; });
}

int value_of(const Symbol& symbol, Name name) {
  int value = 0;
  for (const Reading& reading : symbol.readings)
    if (reading.name == name) value = std::max(value, reading.value);
  return value;
}

bool is_sign(const Symbol& symbol, std::string_view text) {
  return symbol.kind == SymbolKind::sign && symbol.text == text;
}

/// Goes over the symbols once and writes the shorter list in their place.
class Numbers {
 public:
  explicit Numbers(std::vector<Symbol> symbols) : in_(std::move(symbols)) {}

  std::vector<Symbol> read() {
    while (at_ < in_.size()) {
      Symbol& symbol = in_[read_];
      if (read_ != at_) symbol = std::move(in_[at_]);
      ++at_;
      if (symbol.kind == SymbolKind::number && symbol.digits > 0) read_number(symbol);
      if (symbol.kind == SymbolKind::number || has(symbol, kMonth)) read_doubt(symbol);
      ++read_;
    }
    in_.resize(read_);
    return std::move(in_);
  }

 private:
  void read_number(Symbol& symbol) {
    if (is_guarded()) {
      symbol.guarded = true;
      symbol.readings.push_back({kCounted, symbol.value});
      return;
    }
    int ending = 0;
    if (const std::size_t suffix = suffix_after(symbol); suffix > 0) {
      ending = value_of(in_[at_ + suffix - 1], kSuffix);
      symbol.span.end = in_[at_ + suffix - 1].span.end;
      at_ += suffix;
    } else if (hangs_on_word()) {
      return;
    }
    name(symbol, ending);
  }

  /// Symbols of the ending behind a number (13-го, 13го): 0 if there is none.
  std::size_t suffix_after(const Symbol& symbol) const {
    if (at_ < in_.size() && !in_[at_].gap && has(in_[at_], kSuffix) && in_[at_].kind == SymbolKind::word &&
        symbol.span.end == in_[at_].span.begin)
      return 1;
    const bool hyphen = at_ + 1 < in_.size() && is_sign(in_[at_], "-") && !in_[at_].gap && !in_[at_ + 1].gap;
    return hyphen && has(in_[at_ + 1], kSuffix) ? 2 : 0;
  }

  /// 11-летний, 2-полк: a number that is part of a word we do not know.
  bool hangs_on_word() const {
    return at_ + 1 < in_.size() && is_sign(in_[at_], "-") && !in_[at_].gap && !in_[at_ + 1].gap &&
           in_[at_ + 1].kind == SymbolKind::word && in_[at_ + 1].readings.empty();
  }

  static void name(Symbol& symbol, int ending) {
    static const std::array<Name, 5> plain{0, name_of("n2"), name_of("n2"), name_of("n3"), name_of("n4")};
    const auto put = [&symbol](Name name) { symbol.readings.push_back({name, symbol.value}); };
    const bool year = symbol.digits == 4;
    if (ending > 0 && symbol.digits != 3) {
      put(year ? kYearOrdinal : kDayOrdinal);
      if (ending == 2 && symbol.value % 10 == 0 && symbol.digits > 1) put(year ? kYearTens : kTens);
      return;
    }
    put(plain[static_cast<std::size_t>(symbol.digits)]);
    if (symbol.digits == 2) put(kTwoDigits);
    if (symbol.value % 10 == 0 && symbol.digits % 2 == 0) put(year ? kRoundYear : kRound);
  }

  /// After № and the like, also in №№ 5–13.
  bool is_guarded() const {
    if (read_ == 0) return false;
    if (has(in_[read_ - 1], kGuard)) return true;
    return read_ > 1 && is_sign(in_[read_ - 1], "-") && in_[read_ - 2].guarded;
  }

  void read_doubt(Symbol& symbol) {
    if (at_ + 2 >= in_.size() || !is_sign(in_[at_], "(") || !is_sign(in_[at_ + 1], "?") || !is_sign(in_[at_ + 2], ")"))
      return;
    symbol.uncertain = true;
    symbol.span.end = in_[at_ + 2].span.end;
    if (symbol.kind == SymbolKind::number && symbol.digits == 4 && !symbol.guarded)
      symbol.readings.push_back({kYearOrdinal, symbol.value});
    at_ += 3;
  }

  inline static const Name kSuffix = name_of("suffix"), kGuard = name_of("guard"), kMonth = name_of("month"),
                           kDayOrdinal = name_of("n2o"), kYearOrdinal = name_of("n4o"), kTens = name_of("n2x"),
                           kYearTens = name_of("n4x"), kTwoDigits = name_of("nn"), kRound = name_of("n2d"),
                           kRoundYear = name_of("n4d"), kCounted = name_of("counted");
  std::vector<Symbol> in_;
  std::size_t read_ = 0;  ///< of the shorter list
  std::size_t at_ = 0;    ///< the first that is not looked at yet
};

}  // namespace

int roman_value(std::string_view word) {
  const std::u32string letters = letters_of(word);
  if (letters.empty() || letters.size() > kLongestRoman) return 0;
  int value = 0;
  std::string latin;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const int letter = roman_letter(letters[i]);
    if (letter == 0) return 0;
    const int next = i + 1 < letters.size() ? roman_letter(letters[i + 1]) : 0;
    value += letter < next ? -letter : letter;
    latin += letter == 1 ? 'I' : letter == 5 ? 'V' : 'X';
  }
  return value >= 1 && value <= kLargestRoman && roman_of(value) == latin ? value : 0;
}

std::vector<Symbol> with_numbers(std::vector<Symbol> symbols) { return Numbers(std::move(symbols)).read(); }

}  // namespace izde::analysis::dates
