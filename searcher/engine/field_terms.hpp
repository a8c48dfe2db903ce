// field:value → the boolean terms a passage must have. For keyword and text fields; the words of titles and headings
// are searched like the text (expand.cpp).
#pragma once

#include "schema/fields.hpp"
#include "searcher/engine/plan.hpp"

namespace izde::searcher {

/// `value` is the operand: a word, a phrase (all its words), or an operator over such.
PlanNode field_terms(const Node& value, const schema::Field& field);

}  // namespace izde::searcher
