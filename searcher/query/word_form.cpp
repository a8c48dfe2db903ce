#include "searcher/query/word_form.hpp"

#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace izde::searcher {
namespace {

constexpr std::uint32_t kMostEdits = 2;

std::size_t after_invisible(const QueryText& text, std::size_t at) {
  while (is_invisible(text[at])) ++at;
  return at;
}

/// The sign after a joiner at `at` if the word goes on there, else `at`. A comma joins digits only: 1,5 but not да,нет.
std::size_t after_joiner(const QueryText& text, std::size_t at) {
  std::size_t next = after_invisible(text, at);
  const char32_t joiner = text[next];
  const bool comma = joiner == ',' && analysis::is_digit(text[at - 1]) && analysis::is_digit(text[next + 1]);
  const bool joins = is_word_joiner(joiner) || comma;
  if (joins) next = after_invisible(text, next + 1);
  if (next == at) return at;
  const bool before_star = (is_hyphen(joiner) || is_apostrophe(joiner)) && text[next] == '*';
  return is_word_start(text[next]) || before_star ? next : at;
}

/// The sign after the wildcards at `at` that belong to the word, else `at`. A ? must have a letter on both sides, or a
/// * after it; at the end of a word it is the mark of a question.
std::size_t after_wildcards(const QueryText& text, std::size_t at) {
  std::size_t end = at;
  std::size_t last_star = at;
  for (; is_wildcard(text[end]); ++end) {
    if (text[end] == '*') last_star = end + 1;
  }
  return is_word_sign(text[end]) ? end : last_star;
}

/// An apostrophe that ends a Latin word (Kazakh of 2017: Alash'tyn'), or the signs of C++ and C#.
std::size_t after_tail(const QueryText& text, std::size_t at) {
  const char32_t last = text[at - 1];
  if (is_apostrophe(text[at]) && !is_apostrophe(text[at + 1]) && analysis::is_latin(last)) return at + 1;
  if (last >= 0x80 || !analysis::is_letter(last)) return at;
  std::size_t end = at;
  while (text[end] == '+' || text[end] == '#') ++end;
  const char32_t next = text[end];
  const bool over =
      next == 0 || is_blank(next) || std::u32string_view(U")~.,;:!?").find(next) != std::u32string_view::npos;
  return over ? end : at;
}

/// After the blank at `at` if a number goes on there in groups of three digits, 13 500, else `at`.
std::size_t after_group(const QueryText& text, std::size_t begin, std::size_t at) {
  std::size_t first = at;
  while (first > begin && analysis::is_digit(text[first - 1])) --first;
  const std::size_t digits = at - first;
  const bool later = first > begin && is_blank(text[first - 1]);
  if (!is_blank(text[at]) || digits == 0 || digits > 3 || (first > begin && !later) || (later && digits != 3))
    return at;
  for (std::size_t next = at + 1; next < at + 4; ++next)
    if (!analysis::is_digit(text[next])) return at;
  return analysis::is_digit(text[at + 4]) ? at : at + 1;
}

std::size_t word_end(const QueryText& text, std::size_t at) {
  const std::size_t begin = at;
  while (is_wildcard(text[at])) ++at;
  for (;;) {
    while (is_word_sign(text[at])) ++at;
    const std::size_t group = after_group(text, begin, at);
    const std::size_t joined = group != at ? group : after_joiner(text, at);
    const std::size_t next = joined != at ? joined : after_wildcards(text, at);
    if (next == at) return after_tail(text, at);
    at = next;
  }
}

/// Edits asked for by "~", "~1" … at `at`, and where they end; nothing if no word may end so.
struct Tilde {
  std::uint32_t edits = 1;
  std::size_t end = 0;
};

std::optional<Tilde> tilde_at(const QueryText& text, std::size_t at) {
  if (text[at] != '~') return std::nullopt;
  Tilde tilde;
  tilde.end = at + 1;
  for (std::uint32_t edits = 0; text[tilde.end] >= '0' && text[tilde.end] <= '9'; ++tilde.end) {
    edits = std::min<std::uint32_t>(edits * 10 + static_cast<std::uint32_t>(text[tilde.end] - '0'), 100);
    tilde.edits = edits;
  }
  if (is_word_sign(text[tilde.end]) || is_wildcard(text[tilde.end])) return std::nullopt;
  return tilde;
}

/// ** says no more than *.
std::string without_double_stars(std::string pattern) {
  const auto end = std::unique(pattern.begin(), pattern.end(), [](char a, char b) { return a == '*' && b == '*'; });
  pattern.erase(end, pattern.end());
  return pattern;
}

/// Chooses the form of a word: wildcards before =, = before ~.
WordForm form(std::string written, bool exact, std::optional<std::uint32_t> edits) {
  WordForm word;
  word.node.text = without_double_stars(std::move(written));
  if (word.node.text.find_first_of("*?") != std::string::npos) {
    word.node.op = Operator::prefix;
    if (exact) word.complaint = "A word with * or ? cannot be asked for exactly, so = is ignored.";
    if (edits) word.complaint = "A word with * or ? cannot be fuzzy, so ~ is ignored.";
  } else if (exact) {
    word.node.op = Operator::exact;
    if (edits) word.complaint = "A word cannot be both exact and fuzzy, so ~ is ignored.";
  } else if (const std::uint32_t asked = edits.value_or(0); asked > 0) {
    word.node.op = Operator::fuzzy;
    word.node.distance = std::min(asked, kMostEdits);
    if (asked > kMostEdits) word.complaint = "A fuzzy word may differ by 2 letters at most: ~2 is taken.";
  } else {
    word.node.op = Operator::word;
  }
  return word;
}

bool ends_value(char32_t c) { return c == 0 || is_blank(c) || c == '(' || c == ')' || is_quotation_mark(c); }

/// The end of a value without the punctuation of the sentence it stands in; ".." at the end is an open range.
std::size_t before_punctuation(const QueryText& text, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view kPunctuation = U".,;:!?\u2026";
  while (end > begin && kPunctuation.find(text[end - 1]) != std::u32string_view::npos) {
    const bool dots = end > begin + 1 && text[end - 1] == '.' && text[end - 2] == '.';
    if (dots && (end == begin + 2 || text[end - 3] != '.')) break;
    --end;
  }
  return end;
}

/// Where "~", "~1" … that end a value begin, or `end`.
std::size_t before_tilde(const QueryText& text, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  while (at > begin && text[at - 1] >= '0' && text[at - 1] <= '9') --at;
  return at > begin && text[at - 1] == '~' ? at - 1 : end;
}

}  // namespace

bool starts_word(const QueryText& text, std::size_t at) {
  if (is_word_start(text[at])) return true;
  if (text[at] != '*') return false;
  while (is_wildcard(text[at])) ++at;
  return is_word_start(text[at]);
}

WordForm read_word(const QueryText& text, std::size_t at, bool exact) {
  const std::size_t end = word_end(text, at);
  const std::optional<Tilde> tilde = tilde_at(text, end);
  WordForm word = form(text.text(at, end), exact, tilde ? std::optional(tilde->edits) : std::nullopt);
  word.end = tilde ? tilde->end : end;
  return word;
}

bool starts_value(const QueryText& text, std::size_t at) {
  return is_word_start(text[at]) || std::u32string_view(U"/.#@*=").find(text[at]) != std::u32string_view::npos;
}

WordForm read_value(const QueryText& text, std::size_t at) {
  std::size_t end = at;
  while (!ends_value(text[end])) ++end;
  bool exact = false;
  std::size_t begin = at;
  for (; text[begin] == '='; ++begin) exact = true;
  std::optional<std::uint32_t> edits;
  std::size_t last = before_punctuation(text, begin, end);
  for (std::size_t tilde = before_tilde(text, begin, last); tilde != last; tilde = before_tilde(text, begin, last)) {
    if (!edits) edits = tilde_at(text, tilde).value_or(Tilde{}).edits;
    last = before_punctuation(text, begin, tilde);
  }
  WordForm value = form(text.text(begin, last), exact, edits);
  value.end = end;
  const bool holds_word = std::any_of(text.signs.begin() + static_cast<std::ptrdiff_t>(begin),
                                      text.signs.begin() + static_cast<std::ptrdiff_t>(last), is_word_start);
  if (!holds_word || !starts_value(text, begin)) value.node = Node{};
  return value;
}

}  // namespace izde::searcher
