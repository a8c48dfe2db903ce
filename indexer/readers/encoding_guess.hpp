// How much a text looks like the writing an 8-bit encoding was made for: the last resort of choosing an encoding.
#pragma once

#include <string_view>

namespace izde::indexer {

struct Likeness {
  double share = 0;        ///< of the words (vi) or letter pairs (ru) outside ASCII, those that look right: 0..1
  std::size_t judged = 0;  ///< how many there were to judge by
};

/// How Russian a decoded text looks: the share of common letter pairs (tables/ru_pairs.tsv). Words that mix Latin and
/// Cyrillic or go from small to capital letters count as wrong: KOI8-R read as windows-1251 gives "рУЯЯЙХИ".
Likeness russian_likeness(std::string_view text);

/// How Vietnamese a decoded text looks: the share of words with marks that are syllables (tables/vi_syllables.tsv):
/// "ViÖt" (TCVN3 read as windows-1258) is none, "Việt" is one.
Likeness vietnamese_likeness(std::string_view text);

}  // namespace izde::indexer
