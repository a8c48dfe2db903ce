// Several words of a query that are one word of the lexicon (железная дорога, tự do): where only some of them stand,
// or all far from each other, the text tells of something else.
#pragma once

#include "searcher/engine/occurrence.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/translate.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace izde::searcher {

/// Makes what brings a word of an entry by its own forms a part of that entry; names and translations answer by
/// themselves.
void make_parts(Atom& atom);

/// Tells the words of a run that are parts of an entry which atoms make it. `nodes` are those of the run's words.
void tie_entries(std::span<const PlanNode> nodes, std::span<const WordEquivalents> equivalents,
                 std::vector<Atom>& atoms);

/// Makes all that brings words of a name a part of it, worth `weight` of what it is by itself. `nodes`: of its words.
void tie_words(std::span<const PlanNode> nodes, std::vector<Atom>& atoms, double weight);

/// Whether an occurrence makes its passage answer the word: it does not only support and, if it is a part of an entry,
/// the entry's other words stand near it, in any order.
bool answers(const Occurrence& found, const Matches& matches, const std::vector<Atom>& atoms);

}  // namespace izde::searcher
