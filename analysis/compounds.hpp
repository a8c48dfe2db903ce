// From the pieces that the word breaker found to words: compounds joined at their hyphens, numbers and abbreviations
// freed from the endings that hang on them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/boundaries.hpp"
#include "analysis/cleanup.hpp"

namespace izde::analysis {

/// A run of letters, or a number, in the units of a CleanText.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool number = false;
};

/// Words of the pieces of a text, in their order:
///   Алаш-Орда       алаш, орда and the joined word at the place of алаш; no joined word with numbers (1917-1918)
///   5-го, XIX-шы    the number alone, as the ending of up to three small letters says nothing
///   ТүрКССР-дің     the abbreviation alone (tables/abbreviation_endings.tsv)
/// `text` is the original; brackets inside a word pull their partner just outside into its span, Бук[ейханов].
std::vector<Word> words_of(std::string_view text, const CleanText& clean, std::span<const Piece> pieces);

}  // namespace izde::analysis
