// What the words of a query are called in the other languages, by the translation lexicon: a step of expansion beside
// the thesaurus (labels.hpp), for words that are no names. The translations of a word into a language are one
// alternative, as if they were forms of one word (Pirkola 1998): a rare one among them does not outweigh the others.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"
#include "searcher/query/node.hpp"
#include "thesaurus/dictionary.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace izde::searcher {

/// What a word of a query is called in other languages.
struct WordEquivalents {
  std::size_t first = 0;   ///< word of the run with which the entry of the lexicon begins
  std::size_t words = 0;   ///< of that entry; 0: the word stands in none
  analysis::Tokens entry;  ///< those words as they were read
  std::vector<thesaurus::Equivalent> all;
  std::vector<thesaurus::Equivalent> alone;  ///< what the word is called by itself, where the entry has several
};

/// For each word of a run the equivalents of the longest entry of the lexicon that it stands in: what a whole entry is
/// called answers each of its words. Read in the query's language, or in any if that is unsure (`other`) or knows none
/// of them.
std::vector<WordEquivalents> equivalents_of(std::span<const Node> words, std::span<const analysis::Analyzer> analyzers,
                                            const thesaurus::Dictionary& dictionary, analysis::Language main);

/// Adds to a word what it is called: an alternative for each language that passages are in and, unless it is empty,
/// `wanted` has; of an entry of several words also, for less, what the word is called by itself: that brings passages
/// where the index has nothing of what the entry is called. Returns whether there was any.
/// `by_word`: by the terms of single words, as titles and headings have them alone.
bool add_translations(Atom& atom, const WordEquivalents& equivalents, const Snapshot& snapshot,
                      const std::vector<analysis::Language>& wanted, bool by_word);

}  // namespace izde::searcher
