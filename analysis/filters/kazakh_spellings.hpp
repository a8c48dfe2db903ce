// The alphabets of Kazakh as the tables have them (tables/kk_scripts.tsv and its two companions), read once and shared
// by the reader of words (kazakh_scripts.cpp) and the guesser of alphabets (kazakh_alphabet.cpp).
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/language.hpp"

namespace izde::analysis {

/// Letters of an alphabet and the Cyrillic draft they stand for.
struct Spelling {
  std::u32string written;
  std::u32string cyrillic;
};

/// What may stand on one side of a draft: any of the set parts; nothing set means anything.
struct Neighbour {
  bool any = true;
  bool vowel = false;
  bool other = false;
  bool edge = false;
  std::vector<std::u32string> exact;
};

/// A draft that becomes something else between two neighbours.
struct ContextRule {
  std::u32string draft;
  Neighbour left;
  Neighbour right;
  std::u32string cyrillic;
};

struct AlphabetTable {
  std::unordered_map<char32_t, std::vector<Spelling>> spellings;  ///< by first letter, longest first
  std::unordered_map<char32_t, std::vector<ContextRule>> rules;   ///< by first letter of the draft, in table order
  std::vector<std::vector<ContextRule>> doubts;                   ///< groups of changes that a word may be tried with
};

constexpr std::size_t kAlphabets = 9;
static_assert(static_cast<std::size_t>(Alphabet::kk_latin_mixed) == kAlphabets);

/// Whether a rule may change the beginning of `rest`, which `done` stands before.
bool fits(const ContextRule& rule, std::u32string_view done, std::u32string_view rest);

/// Alphabets of a cell: names by commas, or the groups of kk_script_readings.tsv and its neighbours ("decrees" …).
std::vector<Alphabet> alphabets_of(std::string_view cell);

/// The tables of an alphabet; of Alphabet::none an empty one.
const AlphabetTable& alphabet_table(Alphabet alphabet);

}  // namespace izde::analysis
