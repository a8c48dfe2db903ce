// Kazakh stems: a right-to-left suffix automaton proposes (kazakh_suffixes.hpp), integer weights and the support of
// each stem decide (kazakh_rank.hpp), tables mend what is left.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/filters/kazakh_rank.hpp"
#include "analysis/filters/kazakh_support.hpp"

namespace izde::analysis {

/// Stem (conflation key, Cyrillic) of a lower-case word in canonical Cyrillic: үкіметінің → үкімет. Names of the
/// gazetteer table are protected. Safe from any thread.
std::string kazakh_stem(std::string_view plain);

/// The same by the words of another collection than those the library was trained on.
std::string kazakh_stem(std::string_view plain, const KazakhSupport& support);

/// The same by other weights too; nothing is remembered from call to call. For training.
std::string kazakh_stem(std::string_view plain, const KazakhSupport& support, const KazakhRanker& ranker);

struct StemmedPart {
  std::string_view head;  ///< what stands before the part that has suffixes: Сыр- of Сыр-Дарияның
  std::string_view part;
};

/// Of a hyphenated word only the last part has suffixes, if it has more than two letters.
StemmedPart stemmed_part(std::string_view plain);

/// The pronoun of a form that no rule explains (мұны → бұл); empty for other words.
std::string_view kazakh_pronoun(std::string_view form);

/// The letters of a key of that word: кітаб(ы) → кітап.
std::string key_letters(std::string_view word, StemKey key);

/// The stem of a key of that word: its letters, then a vowel that the word has lost (халқы → халық) put back, then
/// what makes other words of names taken off (алашордаш → алашорда).
std::string written_stem(std::string_view word, StemKey key);

/// What the suffixes of a form let its stem be: of тіліп a verb (cut), of тілдің and тіл a noun (tongue), of жазды
/// either.
enum class StemUse : std::uint8_t { unknown, nominal, verbal, either };

/// By every way from the form to that stem; unknown where the suffixes know none.
StemUse stem_use(std::string_view plain, std::string_view stem);

}  // namespace izde::analysis
