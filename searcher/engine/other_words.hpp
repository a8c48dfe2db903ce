// Forms that share a term or a stem with a word of the query and are other words all the same, as a dictionary would
// say: a noun and a verb of one Kazakh stem, words that only the old Russian spelling told apart.
#pragma once

#include "analysis/token.hpp"
#include "schema/lexicon.hpp"
#include "searcher/engine/plan.hpp"
#include "thesaurus/dictionary.hpp"

#include <string_view>

namespace izde::searcher {

/// Whether a form that shares a word's term is another word by its vowels: the key under which all Kazakh scripts meet
/// joins what the letters of both tell apart (өріс, орыс).
bool is_other_word(const analysis::Token& word, const schema::Form& form);

/// Whether two spellings of before 1918 are two words that today's spelling writes alike: миръ, peace, and міръ, world
/// or commune (і before a consonant); вести, lead, and вѣсти, news. Of a spelling of today nothing is known.
bool are_told_apart(std::string_view written, std::string_view other);

/// What a Kazakh word that a dictionary lists is: тіл is a noun, so тіліп (cutting) is another word, and оқу (study) is
/// made of a verb, so оқтың (of the bullet) is. Of words in other languages or in no dictionary all forms are its own.
class ListedWord {
 public:
  ListedWord() = default;  ///< all forms are its own
  ListedWord(const analysis::Token& word, const thesaurus::Dictionary& dictionary);
  /// For words known to be in the form that dictionaries list.
  explicit ListedWord(const analysis::Token& word);
  bool is_other(const schema::Form& form) const;

 private:
  std::string_view stem_;  ///< "" where all forms are its own
  bool is_verb_ = false;
};

/// A single word is typed as dictionaries list it: ел is a land, in Kazakh; in Russian it is a form of есть that nobody
/// looks for. Makes what a word brings as Russian better than nothing, where it is listed as Kazakh alone; not the
/// other way round, since Kazakh texts borrow what Russian dictionaries list.
void set_back_unlisted(Atom& atom, const analysis::Tokens& readings, const thesaurus::Dictionary& dictionary);

}  // namespace izde::searcher
