// What is narrower or broader than a place of a query: for Тургайская область also Кустанай and Иргиз; for Иргиз, where
// nothing names it, its oblast. Each with little weight and its own reason; one step along the thesaurus.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/words.hpp"
#include "thesaurus/thesaurus.hpp"

#include <set>
#include <string>

namespace izde::searcher {

/// Adds the neighbours of the places among `concepts`, which the atom already has, as alternatives.
void add_relatives(Atom& atom, const std::set<std::string>& concepts, const thesaurus::Thesaurus& thesaurus,
                   const WordExpander& words);

}  // namespace izde::searcher
