#include "indexer/kinds/act_title.hpp"

#include "analysis/table.hpp"
#include "indexer_tables.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace izde::indexer {
namespace {

constexpr std::size_t kLongest = 240;    // bytes of a title
constexpr std::size_t kNumberNear = 40;  // bytes between a number and its noun

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kQuotes{{{"«", "»"}, {"“", "”"}, {"„", "“"}}};

/// A word of tables/act_words.tsv.
struct ActWord {
  std::string_view what, language, word;
};

const std::vector<ActWord>& act_words() {
  static const auto table = [] {
    std::vector<ActWord> words;
    for (const analysis::Row& row : analysis::rows_of(tables::act_words))
      for (const std::string_view word : analysis::parts_of(row[2], '|')) words.push_back({row[0], row[1], word});
    return words;
  }();
  return table;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\n'; }

/// Whether `word` stands alone where `text` begins or ends, with blanks on both sides.
bool follows(std::string_view text, std::string_view word) {
  return text.size() > word.size() + 1 && is_blank(text.front()) && text.substr(1).starts_with(word) &&
         is_blank(text[word.size() + 1]);
}
bool precedes(std::string_view text, std::string_view word) {
  return text.size() > word.size() + 1 && is_blank(text.back()) && text.substr(0, text.size() - 1).ends_with(word) &&
         is_blank(text[text.size() - word.size() - 2]);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

std::size_t end_of_clause(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (std::string_view(".,;:()\n").find(text[at]) != std::string_view::npos) return at;
    for (const std::string_view mark : {"»", "”", " –", " —", "«", "؛", "،"})
      if (text.substr(at).starts_with(mark)) return at;
  }
  return text.size();
}

std::string quoted_title(std::string_view text, analysis::Span noun) {
  for (const auto& [open, close] : kQuotes) {
    const std::size_t begin = text.rfind(open, noun.begin);
    if (begin == text.npos || noun.begin - begin > open.size() + 2) continue;  // the noun opens it
    const std::size_t end = text.find(close, noun.end);
    if (end == text.npos || end - begin > kLongest) continue;
    return std::string(trimmed(text.substr(begin + open.size(), end - begin - open.size())));
  }
  return {};
}

/// The noun and what follows it, where the next word is `about`.
std::string with_following(std::string_view text, analysis::Span noun, std::string_view about) {
  if (!follows(text.substr(noun.end), about)) return {};
  const std::size_t end = std::min(end_of_clause(text, noun.end), text.size());
  if (end - noun.begin > kLongest) return {};
  return std::string(trimmed(text.substr(noun.begin, end - noun.begin)));
}

/// "милиция туралы" and the noun: from where the clause begins.
std::string with_preceding(std::string_view text, analysis::Span noun, std::string_view about) {
  if (!precedes(text.substr(0, noun.begin), about)) return {};
  std::size_t begin = text.find_last_of(".,;:()\n", noun.begin);
  begin = begin == text.npos ? 0 : begin + 1;
  if (noun.end - begin > kLongest) return {};
  return std::string(trimmed(text.substr(begin, noun.end - begin)));
}

/// The number that stands after a sign; blanks may part them.
std::string_view number_after(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \xC2\xA0");
  if (begin == text.npos) return {};
  std::size_t end = begin;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '/' || text[end] == '-')) ++end;
  while (end > begin && !is_digit(text[end - 1])) --end;
  return text.substr(begin, end - begin);
}

}  // namespace

std::string act_title(std::string_view text, analysis::Span noun, analysis::Language language) {
  if (std::string title = quoted_title(text, noun); !title.empty()) return title;
  for (const ActWord& word : act_words()) {
    if (word.language != analysis::code(language)) continue;
    std::string title;
    if (word.what == "about-after") title = with_following(text, noun, word.word);
    if (word.what == "about-before") title = with_preceding(text, noun, word.word);
    if (!title.empty()) return title;
  }
  return {};
}

std::string act_number(std::string_view text, analysis::Span noun, analysis::Span sentence) {
  const std::size_t begin =
      std::max<std::size_t>(sentence.begin, noun.begin - std::min<std::size_t>(noun.begin, kNumberNear));
  const std::size_t end = std::min<std::size_t>(sentence.end, noun.end + kNumberNear);
  const std::string_view near = text.substr(begin, end - begin);
  for (const ActWord& sign : act_words()) {
    if (sign.what != "number") continue;
    const std::size_t at = near.find(sign.word);
    if (at == near.npos) continue;
    const std::string_view number = number_after(near.substr(at + sign.word.size()));
    if (!number.empty()) return std::string(number);
  }
  return {};
}

}  // namespace izde::indexer
