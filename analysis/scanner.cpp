#include "analysis/scanner.hpp"

#include <algorithm>
#include <array>

#include "analysis/letters.hpp"
#include "analysis/signs.hpp"
#include "analysis/unicode.hpp"

namespace izde::analysis {
namespace {

constexpr std::size_t kLongestWord = 64;
enum class Kind : std::uint8_t {
  doubtful,  ///< for the word breaker
  blank,     ///< always parts words
  letter,    ///< plain: composed, and never anything but a part of a word
  digit,
  point,  ///< parts words where a blank or a plain letter is on its other side
};

constexpr std::size_t kKnown = 0x2040;

using Kinds = std::array<Kind, kKnown>;

bool is_plain_letter(char32_t c) {
  const bool block = is_latin(c) || (c >= 0x400 && c <= 0x52F) || (c >= 0x621 && c <= 0x6D5);
  return block && sign_of(c) == Sign::letter && is_composed(c);
}

Kinds read_kinds() {
  Kinds kinds{};
  for (char32_t c = 0; c < kKnown; ++c) {
    if (is_plain_letter(c)) kinds[c] = Kind::letter;
  }
  for (const char32_t c : {U' ', U'\n', U'\t', U'\r'}) kinds[c] = Kind::blank;
  for (char32_t c = U'0'; c <= U'9'; ++c) kinds[c] = Kind::digit;
  for (const char32_t c : std::u32string_view(U".,:;!?\"«»„“”…—")) kinds[c] = Kind::point;
  return kinds;
}

/// To be asked for once a chunk, not at every code point.
const Kinds& all_kinds() {
  static const Kinds kinds = read_kinds();
  return kinds;
}

Kind kind_of(char32_t c, const Kinds& kinds) { return c < kKnown ? kinds[c] : Kind::doubtful; }

/// What stands between two blanks.
struct Chunk {
  std::size_t end = 0;
  std::size_t first = 0, last = 0;  ///< of the word in it, end exclusive
  std::size_t letters = 0;          ///< or digits, in the word
  std::size_t note_end = 0;         ///< of an editor's note that begins in it
  bool doubtful = false;
  bool single = false;       ///< one letter: letters set apart (р а з р я д к а) may be one word
  bool reaches_out = false;  ///< ends in a sign that may join it to the next
};

bool joins_lines(Sign sign) {
  switch (sign) {
    case Sign::soft_hyphen:
    case Sign::not_sign:
    case Sign::hyphen:
    case Sign::dash:
    case Sign::space:
    case Sign::group_space:
      return true;
    default:
      return false;
  }
}

/// Whether a number that ends before the blank at `at` may go on after it, as 13 500 does.
bool may_go_on(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && text[at] == ' ' && sign_of(letter_at(text, at + 1).value) == Sign::digit;
}

Chunk doubtful_chunk(std::string_view text, std::size_t at) {
  const Kinds& kinds = all_kinds();
  Chunk chunk;
  chunk.doubtful = true;
  while (at < text.size()) {
    const Letter letter = letter_at(text, at);
    if (kind_of(letter.value, kinds) == Kind::blank) break;
    const Sign sign = sign_of(letter.value);
    chunk.reaches_out = joins_lines(sign);
    if (sign == Sign::open || sign == Sign::round_open) {
      chunk.note_end = std::max(chunk.note_end, at + editor_note(text.substr(at)).bytes);
    }
    at += letter.bytes;
  }
  chunk.end = at;
  chunk.reaches_out = chunk.reaches_out || may_go_on(text, at);
  return chunk;
}

/// The chunk at `begin`, which is no blank. A word of plain letters or of digits with points on either side is not in
/// doubt; letters beside digits, and points between letters, are.
Chunk chunk_at(std::string_view text, std::size_t begin) {
  const Kinds& kinds = all_kinds();
  Chunk chunk;
  Kind word = Kind::point;  // of its letters, once there are any
  bool ended = false;
  std::size_t at = begin;
  while (at < text.size()) {
    const Letter letter = letter_at(text, at);
    const Kind kind = kind_of(letter.value, kinds);
    if (kind == Kind::blank) break;
    if (kind == Kind::point) {
      ended = word != Kind::point;
    } else {
      const bool goes_on = !ended && (word == Kind::point || kind == word);
      if (kind == Kind::doubtful || !goes_on || chunk.letters == kLongestWord) return doubtful_chunk(text, begin);
      if (word == Kind::point) chunk.first = at;
      word = kind;
      chunk.last = at + letter.bytes;
      ++chunk.letters;
    }
    at += letter.bytes;
  }
  if (word == Kind::digit && chunk.last == at && may_go_on(text, at)) return doubtful_chunk(text, begin);
  chunk.end = at;
  chunk.single = word == Kind::letter && chunk.letters == 1;
  return chunk;
}

std::size_t after_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r')) ++at;
  return at;
}

}  // namespace

Scanner::Scanner(std::string_view text, std::u32string_view apostrophe_letters)
    : text_(text.substr(0, kLongestText)), apostrophe_letters_(apostrophe_letters) {}

std::size_t Scanner::next(std::span<ScannedWord> words) {
  std::size_t count = 0;
  bool broken = false;  // some of them, whose texts the next stretch would take away
  while (count < words.size()) {
    if (!next(words[count], !broken)) break;
    const char* letters = words[count].text.data();
    broken = broken || letters < text_.data() || letters >= text_.data() + text_.size();
    ++count;
  }
  return count;
}

bool Scanner::next(ScannedWord& word, bool may_break) {
  if (take_broken(word)) return true;
  while ((at_ = after_blanks(text_, at_)) < text_.size()) {
    const Chunk chunk = chunk_at(text_, at_);
    if (chunk.doubtful || (chunk.single && is_doubtful_or_single(chunk.end))) {
      if (!may_break) return false;
      break_words();
      if (take_broken(word)) return true;
      continue;
    }
    at_ = chunk.end;
    if (chunk.letters == 0) continue;
    const Span span{static_cast<std::uint32_t>(chunk.first), static_cast<std::uint32_t>(chunk.last)};
    word = {text_.substr(chunk.first, chunk.last - chunk.first), span, position_++, 1};
    return true;
  }
  return false;
}

/// Of the chunk after a blank at `at`.
bool Scanner::is_doubtful_or_single(std::size_t at) const {
  at = after_blanks(text_, at);
  if (at == text_.size()) return false;
  const Chunk chunk = chunk_at(text_, at);
  return chunk.doubtful || chunk.single;
}

bool Scanner::take_broken(ScannedWord& word) {
  if (taken_ == broken_.size()) return false;
  const Word& from = broken_[taken_++];
  word = {from.text, {from.span.begin + stretch_, from.span.end + stretch_}, position_ + from.position, from.width};
  if (taken_ == broken_.size()) position_ += from.position + 1;
  return true;
}

/// Gives the word breaker the chunk here and all that may belong together with it.
void Scanner::break_words() {
  std::size_t end = at_;
  std::size_t note_end = 0;
  bool reached = true;
  for (std::size_t at = at_; at < text_.size(); at = after_blanks(text_, end)) {
    const Chunk chunk = chunk_at(text_, at);
    if (!chunk.doubtful && !chunk.single && !reached && at >= note_end) break;
    end = chunk.end;
    note_end = std::max(note_end, chunk.note_end);
    reached = chunk.reaches_out;
  }
  stretch_ = static_cast<std::uint32_t>(at_);
  broken_ = words(text_.substr(at_, end - at_), apostrophe_letters_);
  taken_ = 0;
  at_ = end;
}

}  // namespace izde::analysis
