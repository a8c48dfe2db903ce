// field:value → the boolean terms a passage must have. For keyword and text fields; the words of titles and headings
// are searched like the text (expand.cpp).
#pragma once

#include "schema/fields.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"

#include <vector>

namespace izde::searcher {

/// `value` is the operand: a word, a phrase (all its words), a word with * (of a keyword), or an operator over such.
/// A value that no passage has is told in `diagnostics`.
PlanNode field_terms(const Node& value, const schema::Field& field, const Snapshot& snapshot,
                     std::vector<Diagnostic>& diagnostics);

}  // namespace izde::searcher
