// Kazakh in any of its scripts, brought to canonical Cyrillic, and the keys under which all scripts meet.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analysis/language.hpp"

namespace izde::analysis {

/// The alphabet of a Kazakh passage by its signature letters (tables/script_signatures.tsv); kk_latin_mixed where the
/// Latin letters fit no single draft. Any bytes.
Alphabet kazakh_alphabet(std::string_view text);

/// Canonical Cyrillic of a lower-case word of that alphabet; letters the alphabet does not know stay as they are.
std::string kazakh_cyrillic(std::string_view word, Alphabet alphabet);

/// Arabic-grade key of a Cyrillic word: front and back vowels merged, й = и, һ = х, э = е, ъ ь dropped, я ю ё ц ч щ
/// spelt out. Every script of Kazakh gives the same key for the same word: Бөкейхан, بوكەيحان, Bökeihan → бокеихан.
/// `most`: letters of the key that are wanted, its first ones.
std::string arabic_grade(std::string_view cyrillic, std::size_t most = std::string_view::npos);

}  // namespace izde::analysis
