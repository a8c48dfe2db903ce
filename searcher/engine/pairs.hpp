// Two words of a query that stand side by side: for nearness and, in Vietnamese, the term that two syllables share.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/words.hpp"

#include <vector>

namespace izde::searcher {

/// The neighbours among the children of a ranked list or a phrase, whose atoms are given.
std::vector<Pair> pairs_of(const PlanNode& node, const std::vector<Atom>& atoms, const WordExpander& words);

}  // namespace izde::searcher
