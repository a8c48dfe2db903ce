// What is known of the letters of Kazakh Cyrillic (tables/kk_letters.tsv), for the script filters and the stemmer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace izde::analysis {

enum class Harmony : std::uint8_t { none, back, front };
enum class Vowel : std::uint8_t { none, native, closing };

/// One row of the table. A letter that is not Kazakh Cyrillic has index 0 and nothing else.
struct KazakhLetter {
  std::uint8_t index = 0;  ///< 1.. in alphabetical order; below 64
  Vowel vowel = Vowel::none;
  Harmony harmony = Harmony::none;  ///< of a vowel
  Harmony shows = Harmony::none;    ///< the vowels it proves beside it in Arabic script
  char32_t partner = 0;             ///< front twin of a back vowel, 0 for others
  bool twin_first = false;          ///< whether the twin stands only in first syllables
  char32_t final = 0;               ///< instead of it at the end of a stem, 0 for itself
  std::u32string arabic;            ///< in the Arabic-grade key
};

/// Facts of a letter (lower case); the reference stays valid for ever.
const KazakhLetter& kazakh_letter(char32_t letter);

/// Whether two stems of one key are two words by a vowel that Arabic script leaves open: өріс (pasture), орыс
/// (Russian). а and ә are not told apart, since old spellings waver (Алихан, Әлихан).
bool differ_in_vowels(std::string_view stem, std::string_view other);

}  // namespace izde::analysis
