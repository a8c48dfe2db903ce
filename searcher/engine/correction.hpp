// Words the index does not know at all: what it knows that is one or two slips of the finger away.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"
#include "searcher/engine/words.hpp"

#include <optional>

namespace izde::searcher {

/// Adds the likeliest corrections of the word to `atom`; the best of them is returned for “did you mean”.
std::optional<Suggestion> correct(Atom& atom, const analysis::Tokens& readings, const Snapshot& snapshot,
                                  const WordExpander& words);

}  // namespace izde::searcher
