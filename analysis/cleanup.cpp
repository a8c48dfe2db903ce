#include "analysis/cleanup.hpp"

#include <algorithm>

#include "analysis/letters.hpp"
#include "analysis/numbers.hpp"
#include "analysis/unicode.hpp"

namespace izde::analysis {
namespace {

/// Letters of a word set with a blank after each; fewer may be initials or a list.
constexpr std::size_t kSpacedLetters = 4;
/// Accents kept on one letter; no language has more, and ordering them costs the square of their number.
constexpr std::size_t kMarks = 8;
/// Brackets and invisible characters that may stand in a row inside a word.
constexpr std::size_t kBracketsInside = 4;
constexpr std::size_t kNowhere = std::string_view::npos;

bool is_blank(Sign sign) { return sign == Sign::space || sign == Sign::group_space; }

bool is_bracket(Sign sign) {
  return sign == Sign::open || sign == Sign::close || sign == Sign::round_open || sign == Sign::round_close;
}

bool is_word_sign(Sign sign) {
  return sign == Sign::letter || sign == Sign::mark || sign == Sign::digit || sign == Sign::apostrophe;
}

}  // namespace

const CleanText& Cleaner::clean(std::string_view text) {
  text_ = text;
  result_.units.clear();
  result_.origins.clear();
  result_.brackets_inside = false;
  spaced_end_ = 0;
  group_ = 0;
  round_ = false;
  for (at_ = 0; at_ < text_.size();) {
    const Letter letter = letter_at(text_, at_);
    read(letter.value, letter.bytes);
  }
  return result_;
}

void Cleaner::read(char32_t c, std::size_t bytes) {
  switch (const Sign sign = sign_of(c)) {
    case Sign::letter:
      return read_letter(c, bytes);
    case Sign::digit:
      return put(U'0' + static_cast<char32_t>(digit_value(c)), bytes);
    case Sign::mark:  // without its letter
    case Sign::vowel_sign:
    case Sign::invisible:
      at_ += bytes;
      return;
    case Sign::compatible:
      return read_compatible(c, bytes);
    case Sign::soft_hyphen:
    case Sign::hyphen:
    case Sign::dash:
      return read_hyphen(sign, bytes);
    case Sign::not_sign:
      return read_not_sign(bytes);
    case Sign::apostrophe:
      return put(U'\'', bytes);
    case Sign::open:
    case Sign::close:
      return read_bracket(c, bytes);
    case Sign::round_open:
      return read_round_open(c, bytes);
    case Sign::round_close:
      return read_round_close(c, bytes);
    case Sign::quote_close:
      return read_quote(c, bytes);
    case Sign::space:
    case Sign::group_space:
      return read_space(sign, bytes);
    case Sign::tab:
    case Sign::line_break:
    case Sign::other:
      return put(c, bytes);
  }
}

/// A letter with its accents: и + ◌̆ → й. What does not compose is no part of Cyrillic or Arabic spelling but a
/// stress mark: Хо́джа → Ходжа.
void Cleaner::read_letter(char32_t c, std::size_t bytes) {
  if (at_ >= spaced_end_ && !after_word()) spaced_end_ = spaced_word_end(at_);
  const std::size_t end = after_marks(at_ + bytes);
  if (end == at_ + bytes && is_composed(c)) return put(c, bytes);
  std::u32string letters(1, c);
  for (std::size_t at = at_ + bytes; at < end && letters.size() <= kMarks; at += bytes_at(at)) {
    if (sign_at(at) == Sign::mark) letters += letter_at(text_, at).value;
  }
  letters = nfc(letters);
  if (is_cyrillic(letters.front()) || is_arabic(letters.front())) letters.resize(1);
  const std::size_t begin = at_;
  for (const char32_t letter : letters) {
    at_ = begin;
    put(letter, end - begin);
  }
}

void Cleaner::read_compatible(char32_t c, std::size_t bytes) {
  const std::size_t begin = at_;
  for (const char32_t letter : nfkc(std::u32string(1, c))) {
    if (sign_of(letter) == Sign::vowel_sign || sign_of(letter) == Sign::invisible) continue;
    at_ = begin;
    put(letter, bytes);
  }
  at_ = begin + bytes;
}

/// At a line's end a hyphen breaks a word (авто-⏎номия → автономия), or a compound if a capital follows (Алаш-⏎Орда).
bool Cleaner::read_line_end(Sign sign, std::size_t bytes) {
  if (!after_letter() || sign == Sign::dash) return false;
  std::size_t next = after_blanks(at_ + bytes);
  if (sign_at(next) != Sign::line_break) return false;
  next += text_.substr(next, 2) == "\r\n" ? 2 : bytes_at(next);
  next = after_blanks(next);
  if (sign_at(next) != Sign::letter) return false;
  if (!is_lower(letter_at(text_, next).value)) {
    if (sign != Sign::hyphen) return false;
    put(U'-', bytes);
  }
  at_ = next;
  return true;
}

void Cleaner::read_hyphen(Sign sign, std::size_t bytes) {
  if (read_line_end(sign, bytes)) return;
  if (sign == Sign::soft_hyphen) {
    at_ += bytes;
  } else {
    put(U'-', bytes);
  }
}

void Cleaner::read_not_sign(std::size_t bytes) {
  if (read_line_end(Sign::not_sign, bytes)) return;
  if (after_letter() && goes_on_with(letter_after(at_ + bytes))) {
    at_ += bytes;
  } else {
    put(U' ', bytes);
  }
}

/// Remarks are read over (Букейханов(?)), lacunae part words (Бук[нрзб.]ов).
bool Cleaner::read_note() {
  const EditorNote note = editor_note(text_.substr(at_));
  if (note.bytes == 0) return false;
  const std::size_t after = at_ + note.bytes;
  const bool parts_words = after_word() && is_word_sign(sign_at(after)) && !goes_on_with(letter_after(after));
  if (note.lacuna || parts_words) {
    put(U' ', note.bytes);
  } else {
    at_ = after;
  }
  return true;
}

/// What editors supply inside a word: Бук[ейханов], [Б]укейханов, Буке<й>ханов.
void Cleaner::read_bracket(char32_t c, std::size_t bytes) {
  if (sign_of(c) == Sign::open && read_note()) return;
  if (after_letter() && goes_on_with(letter_after(at_ + bytes))) {
    read_over(bytes);
  } else {
    put(c, bytes);
  }
}

/// The wing of a party after its initials is no part of the word: РКП(б) → РКП, БК(б)П → БКП.
bool Cleaner::read_party(std::size_t bytes) {
  const std::u16string& units = result_.units;
  const bool initials = units.size() >= 2 && is_upper(units.back()) && is_upper(units[units.size() - 2]);
  if (!initials || !is_lower(letter_after(at_ + bytes))) return false;
  std::size_t end = at_ + bytes;
  for (int letters = 0; letters < 2 && sign_at(end) == Sign::letter; ++letters) end = after_marks(end + bytes_at(end));
  if (sign_at(end) != Sign::round_close) return false;
  at_ = end + bytes_at(end);
  result_.origins.back().end = static_cast<std::uint32_t>(at_);
  return true;
}

/// Parentheses around a part of a word: автор(ы), г(убернатор), (не)зависимость.
void Cleaner::read_round_open(char32_t c, std::size_t bytes) {
  if (read_note() || read_party(bytes)) return;
  round_ = sign_at(after_letters(at_ + bytes)) == Sign::round_close;
  if (round_ && after_letter() && goes_on_with(letter_after(at_ + bytes))) {
    read_over(bytes);
  } else {
    put(c, bytes);
  }
}

void Cleaner::read_round_close(char32_t c, std::size_t bytes) {
  const bool inside = round_ && after_letter() && goes_on_with(letter_after(at_ + bytes));
  round_ = false;
  if (inside) {
    read_over(bytes);
  } else {
    put(c, bytes);
  }
}

/// A suffix after a closing quotation mark belongs to the word: «Қазақ»тың → Қазақтың, «Қазақ»-тың → Қазақ-тың.
void Cleaner::read_quote(char32_t c, std::size_t bytes) {
  std::size_t next = at_ + bytes;
  if (sign_at(next) == Sign::hyphen) next += bytes_at(next);
  if (after_letter() && sign_at(next) == Sign::letter && goes_on_with(letter_after(next))) {
    at_ += bytes;
  } else {
    put(c, bytes);
  }
}

void Cleaner::read_space(Sign sign, std::size_t bytes) {
  if (at_ < spaced_end_) {
    at_ += bytes;
  } else if ((sign == Sign::group_space || sign == Sign::space) && joins_digits(at_ + bytes)) {
    at_ += bytes;
    group_ = result_.units.size();
  } else {
    put(U' ', bytes);
  }
}

/// Groups of three digits after a first of one to three: 10 000 → 10000, but not 1917 000, Ф12 345, § 2.3 100.
bool Cleaner::joins_digits(std::size_t next) const {
  std::size_t before = 0;
  std::size_t unit = result_.units.size();
  while (unit > group_ && before < 4 && sign_of(result_.units[unit - 1]) == Sign::digit) {
    --unit;
    ++before;
  }
  const bool later_group = unit == group_ && group_ > 0;
  if (before == 0 || before > 3 || (later_group && before != 3)) return false;
  if (!later_group && unit > 0 && sign_of(result_.units[unit - 1]) == Sign::letter) return false;
  if (!later_group && unit > 1 && joins_numbers(result_.units[unit - 1]) &&
      sign_of(result_.units[unit - 2]) == Sign::digit) {
    return false;
  }
  for (int digits = 0; digits < 3; ++digits) {
    if (sign_at(next) != Sign::digit) return false;
    next += bytes_at(next);
  }
  return sign_at(next) != Sign::digit;
}

/// A bracket inside a word.
void Cleaner::read_over(std::size_t bytes) {
  at_ += bytes;
  result_.brackets_inside = true;
}

void Cleaner::put(char32_t c, std::size_t bytes) {
  const Span origin{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + bytes)};
  if (c < 0x10000) {
    result_.units.push_back(static_cast<char16_t>(c));
  } else {
    result_.units.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10)));
    result_.units.push_back(static_cast<char16_t>(0xDC00 + (c & 0x3FF)));
    result_.origins.push_back(origin);
  }
  result_.origins.push_back(origin);
  at_ += bytes;
}

Sign Cleaner::last() const { return result_.units.empty() ? Sign::other : sign_of(result_.units.back()); }

bool Cleaner::after_letter() const { return last() == Sign::letter || last() == Sign::mark; }

bool Cleaner::after_word() const { return is_word_sign(last()); }

/// Whether `next` may be of the same word as what was written last: a letter, but no capital after a small letter.
bool Cleaner::goes_on_with(char32_t next) const {
  return next != 0 && after_letter() && (!is_upper(next) || is_upper(result_.units.back()));
}

Sign Cleaner::sign_at(std::size_t at) const {
  return at < text_.size() ? sign_of(letter_at(text_, at).value) : Sign::other;
}

std::size_t Cleaner::bytes_at(std::size_t at) const { return letter_at(text_, at).bytes; }

/// The letter at `at`, behind a few brackets or invisible characters; 0 if there is none.
char32_t Cleaner::letter_after(std::size_t at) const {
  for (std::size_t inside = 0; inside <= kBracketsInside; ++inside) {
    const Sign sign = sign_at(at);
    if (sign == Sign::letter) return letter_at(text_, at).value;
    if (!is_bracket(sign) && sign != Sign::invisible) return 0;
    at += bytes_at(at);
  }
  return 0;
}

std::size_t Cleaner::after_letters(std::size_t at) const {
  while (sign_at(at) == Sign::letter || sign_at(at) == Sign::mark) at += bytes_at(at);
  return at;
}

std::size_t Cleaner::after_blanks(std::size_t at) const {
  while (is_blank(sign_at(at)) || sign_at(at) == Sign::tab) at += bytes_at(at);
  return at;
}

std::size_t Cleaner::after_marks(std::size_t at) const {
  for (Sign sign = sign_at(at); sign == Sign::mark || sign == Sign::vowel_sign; sign = sign_at(at)) at += bytes_at(at);
  return at;
}

std::size_t Cleaner::after_one_blank(std::size_t at) const {
  if (!is_blank(sign_at(at))) return kNowhere;
  at += bytes_at(at);
  return is_blank(sign_at(at)) ? kNowhere : at;
}

/// End of a word set letter by letter, with single blanks between: р а з р я д к а, also А л а ш - О р д а. 0 if none
/// begins at `at`.
std::size_t Cleaner::spaced_word_end(std::size_t at) const {
  std::size_t letters = 0;
  std::size_t end = 0;
  while (sign_at(at) == Sign::letter) {
    at = after_marks(at + bytes_at(at));
    if (is_word_sign(sign_at(at))) break;
    ++letters;
    end = at;
    at = after_one_blank(at);
    if (at == kNowhere) break;
    if (sign_at(at) != Sign::hyphen) continue;
    at = after_one_blank(at + bytes_at(at));
    if (at == kNowhere) break;
  }
  return letters >= kSpacedLetters ? end : 0;
}

}  // namespace izde::analysis
