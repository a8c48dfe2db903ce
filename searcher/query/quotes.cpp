#include "searcher/query/quotes.hpp"

#include "analysis/letters.hpp"

#include <algorithm>

namespace izde::searcher {
namespace {

constexpr char32_t kOpenAngle = 0xAB;
constexpr char32_t kCloseAngle = 0xBB;

bool is_straight(char32_t c) { return c == '"' || c == 0xFF02; }
bool is_curly(char32_t c) { return c >= 0x201C && c <= 0x201F; }

}  // namespace

QuotePairs::QuotePairs(std::u32string_view signs) : signs_(signs), partners_(signs.size(), 0) {
  std::vector<std::size_t> angles;
  for (std::size_t at = 0; at < signs.size(); ++at) {
    if (signs[at] == kOpenAngle) angles.push_back(at);
    if (signs[at] == kCloseAngle && !angles.empty()) {
      partners_[angles.back()] = at;
      angles.pop_back();
    }
  }
  std::size_t next_straight = 0;
  std::size_t next_of_both = 0;
  for (std::size_t at = signs.size(); at-- > 0;) {
    if (is_straight(signs[at])) partners_[at] = next_straight;
    if (is_curly(signs[at])) partners_[at] = next_of_both;
    if (is_straight(signs[at])) next_straight = at;
    if (is_straight(signs[at]) || is_curly(signs[at])) next_of_both = at;
  }
}

std::optional<std::size_t> QuotePairs::partner(std::size_t at) const {
  if (at >= partners_.size() || partners_[at] == 0) return std::nullopt;
  return partners_[at];
}

bool QuotePairs::opens(std::size_t at) const { return signs_[at] != kCloseAngle; }

Node phrase_between(const QueryText& text, std::size_t begin, std::size_t end) {
  Node phrase;
  std::u32string words;
  for (std::size_t at = begin; at < end; ++at) {
    const char32_t c = text[at];
    if (!is_blank(c) && !is_quotation_mark(c)) {
      words += c;
    } else if (!words.empty() && words.back() != U' ') {
      words += U' ';
    }
  }
  if (!words.empty() && words.back() == U' ') words.pop_back();
  if (std::none_of(words.begin(), words.end(), is_word_start)) return phrase;
  phrase.op = Operator::phrase;
  phrase.text = analysis::utf8_of(words);
  return phrase;
}

}  // namespace izde::searcher
