#include "searcher/query/signs.hpp"

#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"

namespace izde::searcher {
namespace {

constexpr char32_t kBad = 0xFFFD;

bool is_one_of(std::u32string_view signs, char32_t c) { return signs.find(c) != std::u32string_view::npos; }

}  // namespace

std::string QueryText::text(std::size_t begin, std::size_t end) const {
  return analysis::utf8_of(std::u32string_view(signs).substr(begin, end - begin));
}

QueryText read_query_text(std::string_view text) {
  QueryText query;
  text = text.substr(0, UINT32_MAX);
  query.signs.reserve(text.size());
  query.offsets.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const analysis::Letter letter = analysis::letter_at(text, at);
    query.repaired |= letter.value == kBad && letter.bytes == 1;
    query.signs += letter.value == kBad || is_control(letter.value) ? U' ' : letter.value;
    query.offsets.push_back(static_cast<std::uint32_t>(at));
    at += letter.bytes;
  }
  query.offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return query;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

bool is_blank(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         is_one_of(U"\u2028\u2029\u202F\u205F\u3000", c);
}

bool is_word_start(char32_t c) {
  const bool roman_numeral = c >= 0x2160 && c <= 0x2188;
  return analysis::is_letter(c) || analysis::is_digit(c) || roman_numeral;
}

bool is_word_sign(char32_t c) { return is_word_start(c) || analysis::is_mark(c); }

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

bool is_hyphen(char32_t c) { return is_one_of(U"-\u2010\u2011\u058A\u05BE", c); }

bool is_apostrophe(char32_t c) { return is_one_of(U"'`\u00B4\u2018\u2019\u201B\u2032", c); }

bool is_word_joiner(char32_t c) { return is_hyphen(c) || is_apostrophe(c) || is_one_of(U".:&@_\u00B7\u05F3\u05F4", c); }

bool is_quotation_mark(char32_t c) { return is_one_of(U"\"\u00AB\u00BB\u201C\u201D\u201E\u201F\uFF02", c); }

bool is_wildcard(char32_t c) { return c == '*' || c == '?'; }

}  // namespace izde::searcher
