// What the scanner must know of single signs: a query as code points with their bytes, and which signs make words, join
// them or quote them. Unicode's own properties are analysis/unicode.hpp's; here stands only what the query syntax adds.
#pragma once

#include "analysis/token.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// A query as code points. Control characters and bytes that are not UTF-8 have become spaces.
struct QueryText {
  std::u32string signs;
  std::vector<std::uint32_t> offsets;  ///< byte of each sign, and the end of the text: signs.size() + 1 numbers
  bool repaired = false;               ///< whether bytes were not UTF-8

  /// The sign at `at`, or 0 at and after the end.
  char32_t operator[](std::size_t at) const { return at < signs.size() ? signs[at] : U'\0'; }
  /// Bytes of signs [begin, end).
  analysis::Span span(std::size_t begin, std::size_t end) const { return {offsets[begin], offsets[end]}; }
  /// UTF-8 of signs [begin, end).
  std::string text(std::size_t begin, std::size_t end) const;
};

/// Decodes at most 4 GiB.
QueryText read_query_text(std::string_view text);

bool is_control(char32_t c);     ///< C0 and C1: tab and line ends among them
bool is_blank(char32_t c);       ///< white space of any kind
bool is_word_start(char32_t c);  ///< letter or number of any script
bool is_word_sign(char32_t c);   ///< the same, and the marks that follow letters
bool is_invisible(char32_t c);   ///< soft hyphen, joiners, direction marks: part of a word only inside it
bool is_hyphen(char32_t c);      ///< the hyphens that join words; dashes do not
bool is_apostrophe(char32_t c);  ///< all that is typed for one, save the letters ʼ ʻ
bool is_word_joiner(char32_t c);  ///< between two word signs it belongs to the word: Алаш-Орда, as’y, Р.С.Ф.С.Р, 12:30
bool is_quotation_mark(char32_t c);  ///< " « » “ ” „ ‟ ＂
bool is_wildcard(char32_t c);        ///< * and ?

}  // namespace izde::searcher
