// What a passage is about, as far as it can be asked for in any language: whom and what it names, when, and its words
// that say most. `like` asks for it, `compare` tells by it whether two passages tell one thing.
#pragma once

#include "analysis/language.hpp"
#include "schema/record.hpp"
#include "searcher/engine/knowledge.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

namespace izde::searcher {

/// A word of a passage, or the words of an entry of the lexicon, or a number.
struct MatterWord {
  std::vector<std::string> words;  ///< as printed
  double worth = 0;                ///< how much it says: rarity in its language, oftener in the passage is more
};

struct Matter {
  schema::Passage passage;
  std::vector<std::string> concepts;  ///< ids of all that the text and its title name but peoples, none twice
  std::vector<AskedDate> dates;       ///< days and months that the text or its act has, none twice
  std::vector<std::string> numbers;   ///< large ones that are no part of a date, as analysis::plain_number() has them
  std::vector<MatterWord> words;      ///< those that say most, in the order of the text
};

/// `words`: how many at most.
Matter matter_of(Xapian::docid passage, std::size_t words, const Snapshot& snapshot, const Knowledge& knowledge);

}  // namespace izde::searcher
