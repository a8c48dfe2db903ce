// Words the index does not know at all: what it knows that is one or two slips of the finger away.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"
#include "searcher/engine/words.hpp"
#include "thesaurus/thesaurus.hpp"

#include <optional>

namespace izde::searcher {

/// Adds the likeliest corrections of the word to `atom`, and the name that the best of them is; that one is returned
/// for “did you mean”.
std::optional<Suggestion> correct(Atom& atom, const analysis::Tokens& readings, const Snapshot& snapshot,
                                  const WordExpander& words, const thesaurus::Thesaurus& thesaurus);

}  // namespace izde::searcher
