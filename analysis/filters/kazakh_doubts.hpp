// What an alphabet leaves open, decided by the words that are known: Latin pesany may be песаны or пьесаны, Arabic
// كودپەن көдпен or кодпен; of пьеса and код many forms are known, of the others none.
#pragma once

#include <cstdint>
#include <string>

#include "analysis/filters/kazakh_spellings.hpp"

namespace izde::analysis {

/// The sign ٴ that a word in Arabic letters has on it, or has not.
enum class Hamza : std::uint8_t { not_arabic, absent, present };

/// The word, or the word after some of the alphabet's doubtful changes (tables/kk_script_doubts.tsv) if far more forms
/// of its stem are known then (tables/kk_stem_support.tsv). Lower-case Cyrillic as kazakh_scripts.hpp makes it.
std::u32string known_spelling(std::u32string word, const AlphabetTable& table, Hamza hamza);

}  // namespace izde::analysis
