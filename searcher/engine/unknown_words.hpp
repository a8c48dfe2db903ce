// Words of the query that nothing in the index answers: a reader must be told, or would take the rest for the answer.
#pragma once

#include "searcher/engine/plan.hpp"

#include <vector>

namespace izde::searcher {

/// A note on each word, name or phrase that is looked for and has neither passages of its own nor any by another
/// spelling, name or translation; in the order of the query. Function words, fields and what is excluded are not told.
/// `in_every_way`: none of these was switched off.
std::vector<Diagnostic> told_unknown_words(const Plan& plan, bool in_every_way);

}  // namespace izde::searcher
