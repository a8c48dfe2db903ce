// Numbers of a text with what they count, known across languages: 25 человек, 25 адам, 25 người.
#pragma once

#include "analysis/analyzer.hpp"
#include "schema/passage.hpp"
#include "thesaurus/dictionary.hpp"

#include <set>
#include <string>
#include <vector>

namespace izde::searcher {

struct CountedThing {
  std::string value;           ///< as analysis::plain_number() has it
  std::string words;           ///< the number and what it counts, as printed
  std::string noun;            ///< what it counts, as printed; "" where nothing beside it tells
  bool known = false;          ///< the lexicon has what it counts
  std::string key;             ///< of the noun in its own language
  std::set<std::string> keys;  ///< that and those of what the lexicon calls it in other languages
};

/// Numbers that are no part of a date, in the order of the text: those that count something told beside them, and large
/// ones. Of these, one that counts nothing told is taken to count what the one before it does (13,500 men … 26,500).
std::vector<CountedThing> counted_things(const schema::Passage& passage, const analysis::Analyzer& analyzer,
                                         const thesaurus::Dictionary& dictionary);

/// Whether they may answer one question: the same large number, or numbers of one order that count what is called
/// alike.
bool answer_alike(const CountedThing& one, const CountedThing& other);

}  // namespace izde::searcher
