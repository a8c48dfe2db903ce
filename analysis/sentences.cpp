#include "analysis/sentences.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f\v";
/// How far a break looks back: further than any abbreviation is long, so that a text without blanks costs no more.
constexpr std::size_t kLookBack = 64;  // bytes

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }  // kBlanks, without a call

std::string_view tail_of(std::string_view text) { return text.substr(text.size() - std::min(text.size(), kLookBack)); }

/// Small letters, as the table of abbreviations has them.
std::string folded(std::string_view word) {
  std::u32string letters = letters_of(word);
  std::transform(letters.begin(), letters.end(), letters.begin(), lower);
  return utf8_of(letters);
}

/// The word a text ends in, or "" where it begins too far back to be an abbreviation.
std::string_view last_word(std::string_view text) {
  const std::string_view tail = tail_of(text);
  const std::size_t blank = tail.find_last_of(kBlanks);
  std::string_view word = tail.substr(blank + 1);  // npos + 1 is 0
  bool begun = blank != std::string_view::npos || tail.size() == text.size();
  for (const std::string_view no_break : {"\u00A0", "\u202F"}) {
    const std::size_t at = word.rfind(no_break);
    if (at == std::string_view::npos) continue;
    word.remove_prefix(at + no_break.size());
    begun = true;
  }
  if (!begun) return {};
  while (!word.empty() && std::string_view("([{\"'").find(word.front()) != std::string_view::npos)
    word.remove_prefix(1);
  return word;
}

/// Every word with a full stop in the first column: "т. е." gives "т." and "е.".
std::set<std::string, std::less<>> load_abbreviations() {
  std::set<std::string, std::less<>> words;
  for (const Row& row : rows_of(tables::abbreviations)) {
    for (const std::string_view word : parts_of(row[0], ' ')) {
      if (word.ends_with('.')) words.insert(folded(word));
    }
  }
  return words;
}

bool is_abbreviation(std::string_view word) {
  static const std::set<std::string, std::less<>> abbreviations = load_abbreviations();
  return abbreviations.contains(folded(word));
}

/// Whether a word is made of single letters, each with a full stop: "А.", "т.е.", "А.Н." (not "1.").
bool is_letters_with_stops(std::string_view word) {
  const std::u32string letters = letters_of(word);
  if (letters.empty() || letters.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < letters.size(); i += 2) {
    if (!is_letter(letters[i]) || letters[i + 1] != U'.') return false;
  }
  return true;
}

/// Whether a text ends in a full stop or another end of a sentence, closing quotes and brackets passed over.
bool ends_sentence(std::string_view text) {
  text = tail_of(text);
  while (!text.empty()) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;  // back to the lead byte
    const auto c = static_cast<UChar32>(letter_at(text, at).value);
    const int32_t kind = u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK);
    if (kind != U_SB_CLOSE) return kind == U_SB_STERM || kind == U_SB_ATERM;
    text = text.substr(0, at);
  }
  return false;
}

/// Judges the breaks that Unicode finds, from the first to the last. What lies around a break is carried on to the
/// next, so that a run of blanks is looked over once, however many breaks are in it.
class Breaks {
 public:
  explicit Breaks(std::string_view text) : text_(text) {}

  /// Whether a break at `begin` (ascending from call to call) is no end. Unicode breaks at every line end.
  bool is_no_end(std::size_t begin) {
    move_to(begin);
    if (said_ == 0) return true;
    if (text_[begin] == '\n') return true;  // the break after the blank line is the one
    if (line_ends_ > 1) return false;
    const std::string_view said = text_.substr(0, said_);
    if (line_ends_ == 1 && (!ends_sentence(said) || goes_on_small())) return true;
    const std::string_view word = last_word(said);
    return is_abbreviation(word) || is_letters_with_stops(word);
  }

 private:
  void move_to(std::size_t begin) {
    for (; at_ < begin; ++at_) {
      if (!is_blank(text_[at_])) {
        said_ = at_ + 1;
        line_ends_ = 0;
      } else if (text_[at_] == '\n') {
        ++line_ends_;
      }
    }
  }

  bool goes_on_small() {
    if (next_ < at_) next_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size());
    return next_ < text_.size() && is_lower(letter_at(text_, next_).value);
  }

  std::string_view text_;
  std::size_t at_ = 0;         // the break at hand
  std::size_t said_ = 0;       // past the last character before it that is no blank; 0 where there is none
  std::size_t line_ends_ = 0;  // between said_ and at_
  std::size_t next_ = 0;       // the first character from at_ on that is no blank, once asked for
};

/// What a code point is to the rules of Unicode (UAX #29, Sentence_Break).
std::uint8_t break_class(char32_t c) {
  return static_cast<std::uint8_t>(u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK));
}

/// Of nearly all that texts hold; the rules ask for every code point.
using BreakClasses = std::array<std::uint8_t, 0x2040>;
const BreakClasses& break_classes() {
  static const BreakClasses known = [] {
    BreakClasses made{};
    for (char32_t c = 0; c < made.size(); ++c) made[c] = break_class(c);
    return made;
  }();
  return known;
}

/// Goes over a text by the rules of Unicode for sentences. (ICU's iterator does the same at four times the cost.)
class UnicodeSentences {
 public:
  explicit UnicodeSentences(std::string_view text) : text_(text), classes_(break_classes()) {}

  /// The break after `begin`, which is one or 0; the end of the text after the last.
  std::size_t next_break(std::size_t begin) const {
    std::uint8_t before = U_SB_OTHER;  // the class of what stands directly before
    Place here = next_sign(begin, before);
    while (here.begin < text_.size()) {
      if (is_separator(here.kind)) return after_separator(here);  // SB3, SB4
      const Place after = place_at(here.end);
      const bool inside = here.kind == U_SB_ATERM &&
                          (after.kind == U_SB_NUMERIC ||                                                   // SB6
                           (after.kind == U_SB_UPPER && (before == U_SB_UPPER || before == U_SB_LOWER)));  // SB7
      before = U_SB_OTHER;
      if (!inside) {
        const Place behind = past(past(after, U_SB_CLOSE), U_SB_SP);  // SB9, SB10
        if (is_separator(behind.kind)) return after_separator(behind);
        if (!goes_on(behind, here.kind)) return behind.begin;  // SB11
        here = next_sign(behind.begin, before);
      } else {
        here = next_sign(after.begin, before);
      }
    }
    return text_.size();
  }

 private:
  /// A code point with the marks that go with it (SB5).
  struct Place {
    std::size_t begin = 0, end = 0;
    std::uint8_t kind = U_SB_OTHER;
  };

  static bool is_separator(std::uint8_t kind) { return kind == U_SB_SEP || kind == U_SB_CR || kind == U_SB_LF; }
  static bool is_term(std::uint8_t kind) { return kind == U_SB_ATERM || kind == U_SB_STERM; }
  static bool goes_with(std::uint8_t kind) { return kind == U_SB_EXTEND || kind == U_SB_FORMAT; }

  std::uint8_t class_of(char32_t c) const { return c < classes_.size() ? classes_[c] : break_class(c); }

  Place place_at(std::size_t at) const {
    if (at >= text_.size()) return {at, at, U_SB_OTHER};
    const Letter first = letter_at(text_, at);
    Place place{at, at + first.bytes, class_of(first.value)};
    if (is_separator(place.kind)) return place;
    while (place.end < text_.size()) {
      const Letter next = letter_at(text_, place.end);
      if (!goes_with(class_of(next.value))) break;
      place.end += next.bytes;
    }
    if (goes_with(place.kind)) place.kind = U_SB_OTHER;  // with nothing before it
    return place;
  }

  /// The separator or term from `at` on, and the class of what stands before it where anything does; else the end.
  Place next_sign(std::size_t at, std::uint8_t& before) const {
    while (at < text_.size()) {
      const Letter letter = letter_at(text_, at);
      const std::uint8_t kind = class_of(letter.value);
      if (is_separator(kind) || is_term(kind)) return place_at(at);
      if (!goes_with(kind)) before = kind;
      at += letter.bytes;
    }
    return {text_.size(), text_.size(), U_SB_OTHER};
  }

  Place past(Place place, std::uint8_t kind) const {
    while (place.begin < text_.size() && place.kind == kind) place = place_at(place.end);
    return place;
  }

  std::size_t after_separator(const Place& place) const {
    const bool two = place.kind == U_SB_CR && place.end < text_.size() && text_[place.end] == '\n';
    return place.end + (two ? 1 : 0);
  }

  /// Whether the sentence goes on behind a term, what closes it and blanks: before a comma or another term (SB8a),
  /// after a full stop also where the next letter is a small one (SB8).
  bool goes_on(Place place, std::uint8_t term) const {
    if (place.begin >= text_.size()) return false;
    if (place.kind == U_SB_SCONTINUE || is_term(place.kind)) return true;
    if (term != U_SB_ATERM) return false;
    const auto ends_search = [](std::uint8_t kind) {
      return kind == U_SB_OLETTER || kind == U_SB_UPPER || kind == U_SB_LOWER || is_separator(kind) || is_term(kind);
    };
    while (place.begin < text_.size() && !ends_search(place.kind)) place = place_at(place.end);
    return place.kind == U_SB_LOWER;
  }

  std::string_view text_;
  const BreakClasses& classes_;
};

}  // namespace

std::vector<std::size_t> sentence_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  if (text.empty()) return starts;
  starts.push_back(0);
  const UnicodeSentences sentences(text);
  Breaks breaks(text);
  for (std::size_t begin = sentences.next_break(0); begin < text.size(); begin = sentences.next_break(begin)) {
    if (!breaks.is_no_end(begin)) starts.push_back(begin);
  }
  return starts;
}

}  // namespace izde::analysis
