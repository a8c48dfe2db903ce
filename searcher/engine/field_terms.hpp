// field:value → the boolean terms a passage must have, and date:… → the days it must lie in. For keyword and text
// fields; the words of titles and headings are searched like the text (expand.cpp).
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

/// The days of a node of Operator::date; nothing, and told in `diagnostics`, if it is no date.
PlanNode date_filter(const Node& node, std::vector<Diagnostic>& diagnostics);

}  // namespace izde::searcher
