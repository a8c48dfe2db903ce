#include "analysis/dates/symbols.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <utility>

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

/// What a code point may be, a bit each.
enum Class : std::uint8_t {
  kBlank = 1,
  kInvisible = 2,
  kEditors = 4,
  kDigit = 8,
  kMark = 16,
  kWordLetter = 32,
  kApostrophe = 64,
};

std::uint8_t class_of(char32_t c) {
  unsigned bits = 0;
  if (is_blank(c)) bits |= kBlank;
  if (is_invisible(c)) bits |= kInvisible;
  if (is_editors(c)) bits |= kEditors;
  if (is_digit(c)) bits |= kDigit;
  if (is_mark(c)) bits |= kMark | kWordLetter;
  if (is_letter(c)) bits |= kWordLetter;
  if (is_apostrophe(c)) bits |= kApostrophe;
  return static_cast<std::uint8_t>(bits);
}

/// Of nearly all that texts hold; the scanner asks for every code point.
using Classes = std::array<std::uint8_t, 0x2040>;
const Classes& classes() {
  static const Classes known = [] {
    Classes made{};
    for (char32_t c = 0; c < made.size(); ++c) made[c] = class_of(c);
    return made;
  }();
  return known;
}

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<Symbol> memory)
      : text_(text), classes_(classes()), symbols_(std::move(memory)) {
    symbols_.clear();
    symbols_.reserve(text.size() / kBytesToASymbol + 1);
  }

  std::vector<Symbol> scan() {
    while (at_ < text_.size()) {
      const Letter letter = letter_at(text_, at_);
      const unsigned kinds = kinds_of(letter.value);
      if (kinds & kBlank) {
        read_blank(letter);
      } else if (kinds & (kInvisible | kEditors)) {
        at_ += letter.bytes;
      } else if (kinds & kDigit) {
        read_number();
      } else if (kinds & kWordLetter) {
        read_word(at_);
      } else {
        read_sign(letter);
      }
    }
    return std::move(symbols_);
  }

 private:
  unsigned kinds_of(char32_t c) const { return c < classes_.size() ? classes_[c] : class_of(c); }

  void read_blank(const Letter& letter) {
    gap_ = true;
    if (letter.value == '\n' && ++line_ends_ > 1) apart_ = true;
    at_ += letter.bytes;
  }

  Symbol& add(SymbolKind kind, std::size_t begin) {
    Symbol& symbol = symbols_.emplace_back();
    symbol.kind = kind;
    symbol.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    symbol.gap = gap_;
    symbol.apart = apart_;
    gap_ = apart_ = false;
    line_ends_ = 0;
    return symbol;
  }

  void read_sign(const Letter& letter) {
    const std::size_t begin = at_;
    at_ += letter.bytes;
    add(SymbolKind::sign, begin).text = is_dash(letter.value)             ? "-"
                                        : letter.value == kArabicComma    ? ","
                                        : letter.value == kArabicQuestion ? "?"
                                                                          : text_.substr(begin, letter.bytes);
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
      if (!(kinds_of(letter.value) & kWordLetter)) return false;
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
    std::string kept;  // once something is left out
    bool whole = true;
    unsigned kinds_met = 0;
    at_ = begin;
    while (at_ < text_.size()) {
      const Letter letter = letter_at(text_, at_);
      const unsigned kinds = kinds_of(letter.value);
      if ((kinds & (kWordLetter | kDigit)) || ((kinds & kApostrophe) && at_ > begin)) {
        kinds_met |= kinds;
        if (!whole) kept.append(text_.substr(at_, letter.bytes));
        at_ += letter.bytes;
        continue;
      }
      const std::size_t after = kinds & kInvisible ? at_ + letter.bytes : after_line_hyphen(letter);
      if (after == at_) break;
      if (whole) kept = text_.substr(begin, at_ - begin);
      whole = false;
      at_ = after;
    }
    const std::string_view letters = whole ? text_.substr(begin, at_ - begin) : std::string_view(kept);
    Symbol& symbol = add(SymbolKind::word, begin);
    symbol.damaged = (kinds_met & kDigit) != 0;
    if (kinds_met & kMark)
      symbol.mended = std::make_shared<const std::string>(without_stress(letters));
    else if (!whole)
      symbol.mended = std::make_shared<const std::string>(std::move(kept));
    symbol.text = symbol.mended ? std::string_view(*symbol.mended) : letters;
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
  static constexpr std::size_t kBytesToASymbol = 6;

  std::string_view text_;
  const Classes& classes_;
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

std::vector<Symbol> scan(std::string_view text, std::vector<Symbol> memory) {
  return Scanner(text, std::move(memory)).scan();
}

}  // namespace izde::analysis::dates
