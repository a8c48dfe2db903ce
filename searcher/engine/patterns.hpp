// Leaves of a query that name many words of the lexicon: wildcards and fuzzy words.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"
#include "searcher/engine/words.hpp"
#include "searcher/query/node.hpp"

#include <optional>

namespace izde::searcher {

/// An atom for a leaf as typed, with nothing it is matched by yet.
Atom atom_of(const Node& leaf);

struct PatternAtom {
  Atom atom;
  std::optional<Diagnostic> diagnostic;  ///< that the pattern stands for too many words
};

/// word*, wo*rd, w?rd: the words whose plain spelling, in any reading, or written form fits.
PatternAtom atom_of_pattern(const Node& leaf, const Snapshot& snapshot, const WordExpander& words);

/// word~2: the words within so many edits of its plain spelling, in any reading.
Atom atom_of_fuzzy(const Node& leaf, const Snapshot& snapshot, const WordExpander& words);

}  // namespace izde::searcher
