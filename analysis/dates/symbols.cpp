#include "analysis/dates/symbols.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"

namespace izde::analysis::dates {
namespace {

constexpr int kLongestNumber = 4;
constexpr char32_t kArabicComma = 0x60C;
constexpr char32_t kArabicQuestion = 0x61F;
constexpr int kGroup = 3;  // digits between the blanks of 13 500

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_blank(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0x2060 || c == 0x640;
}
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0x2BB; }
/// Brackets that editors put around what they supply: [13 декабря 1917 г.].
bool is_editors(char32_t c) { return c == '[' || c == ']' || c == '<' || c == '>' || c == '{' || c == '}'; }
bool is_word_letter(char32_t c) { return is_letter(c) || is_mark(c); }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Symbol> scan() {
    while (at_ < text_.size()) {
      const Letter letter = letter_at(text_, at_);
      if (is_blank(letter.value)) {
        read_blank(letter);
      } else if (is_invisible(letter.value) || is_editors(letter.value)) {
        at_ += letter.bytes;
      } else if (is_digit(letter.value)) {
        read_number();
      } else if (is_word_letter(letter.value)) {
        read_word(at_);
      } else {
        read_sign(letter);
      }
    }
    return std::move(symbols_);
  }

 private:
  void read_blank(const Letter& letter) {
    gap_ = true;
    if (letter.value == '\n' && ++line_ends_ > 1) apart_ = true;
    at_ += letter.bytes;
  }

  Symbol& add(SymbolKind kind, std::size_t begin) {
    Symbol symbol;
    symbol.kind = kind;
    symbol.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    symbol.gap = gap_;
    symbol.apart = apart_;
    gap_ = apart_ = false;
    line_ends_ = 0;
    symbols_.push_back(std::move(symbol));
    return symbols_.back();
  }

  void read_sign(const Letter& letter) {
    const std::size_t begin = at_;
    at_ += letter.bytes;
    add(SymbolKind::sign, begin).text = is_dash(letter.value)          ? "-"
                                        : letter.value == kArabicComma ? ","
                                        : letter.value == kArabicQuestion
                                            ? "?"
                                            : std::string(text_.substr(begin, letter.bytes));
  }

  void read_number() {
    const std::size_t begin = at_;
    int digits = 0;
    int value = 0;
    while (at_ < text_.size()) {
      const Letter letter = letter_at(text_, at_);
      if (is_digit(letter.value)) {
        if (++digits <= kLongestNumber) value = 10 * value + digit_value(letter.value);
      } else if (!is_invisible(letter.value)) {
        break;
      }
      at_ += letter.bytes;
    }
    if (mixes_letters()) return read_word(begin);
    const bool grouped = joins_group(digits);
    Symbol& symbol = add(SymbolKind::number, begin);
    symbol.digits = digits > kLongestNumber || grouped ? 0 : digits;
    symbol.value = value;
  }

  /// Whether letters with digits behind them follow at once: 19l8.
  bool mixes_letters() const {
    bool letters = false;
    for (std::size_t at = at_; at < text_.size();) {
      const Letter letter = letter_at(text_, at);
      if (is_digit(letter.value)) return letters;
      if (!is_word_letter(letter.value)) return false;
      letters = true;
      if (at - at_ > kFarthestDigit) return false;
      at += letter.bytes;
    }
    return false;
  }

  /// Takes the groups of three digits that follow a number: 13 500, 13.500.
  bool joins_group(int digits) {
    bool joined = false;
    while (digits <= kGroup && at_ < text_.size()) {
      const Letter sign = letter_at(text_, at_);
      if (sign.value != '.' && sign.value != ',' && sign.value != ' ' && sign.value != 0xA0 && sign.value != 0x202F)
        break;
      std::size_t at = at_ + sign.bytes;
      int group = 0;
      for (; at < text_.size() && text_[at] >= '0' && text_[at] <= '9' && group <= kGroup; ++at) ++group;
      if (group != kGroup) break;
      at_ = at;
      joined = true;
    }
    return joined;
  }

  void read_word(std::size_t begin) {
    std::string letters;
    bool damaged = false;
    bool marks = false;
    at_ = begin;
    while (at_ < text_.size()) {
      const Letter letter = letter_at(text_, at_);
      if (is_word_letter(letter.value) || is_digit(letter.value) || (is_apostrophe(letter.value) && at_ > begin)) {
        damaged = damaged || is_digit(letter.value);
        marks = marks || is_mark(letter.value);
        letters.append(text_.substr(at_, letter.bytes));
        at_ += letter.bytes;
      } else if (is_invisible(letter.value)) {
        at_ += letter.bytes;
      } else if (const std::size_t after = after_line_hyphen(letter); after > at_) {
        at_ = after;
      } else {
        break;
      }
    }
    Symbol& symbol = add(SymbolKind::word, begin);
    symbol.damaged = damaged;
    symbol.text = marks ? without_stress(letters) : std::move(letters);
  }

  /// Past a hyphen at a line's end that splits a word; at_ if it does not.
  std::size_t after_line_hyphen(const Letter& letter) const {
    if (letter.value != '-' && letter.value != 0xAC && letter.value != 0x2010) return at_;
    std::size_t at = at_ + letter.bytes;
    if (at < text_.size() && text_[at] == '\r') ++at;
    if (at >= text_.size() || text_[at] != '\n') return at_;
    ++at;
    return at < text_.size() && is_lower(letter_at(text_, at).value) ? at : at_;
  }

  /// Composed, without the stress marks that stay: декабря́.
  static std::string without_stress(std::string_view letters) {
    std::string composed = nfc(letters);
    std::u32string kept = letters_of(composed);
    if (!std::any_of(kept.begin(), kept.end(), is_cyrillic)) return composed;
    kept.erase(std::remove_if(kept.begin(), kept.end(), is_combining), kept.end());
    return utf8_of(kept);
  }

  static constexpr std::size_t kFarthestDigit = 16;  // bytes

  std::string_view text_;
  std::size_t at_ = 0;
  bool gap_ = false;
  bool apart_ = false;
  int line_ends_ = 0;
  std::vector<Symbol> symbols_;
};

}  // namespace

Name name_of(std::string_view letters) {
  static std::map<std::string, Name, std::less<>> names;
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  const auto known = names.find(letters);
  if (known != names.end()) return known->second;
  return names.emplace(letters, static_cast<Name>(names.size() + 1)).first->second;
}

std::vector<Symbol> scan(std::string_view text) { return Scanner(text).scan(); }

}  // namespace izde::analysis::dates
