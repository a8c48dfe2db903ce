// person:…, place:… and org:… → the concepts whose passages are wanted. Not rows of schema/fields.hpp: what they ask
// for is named in the text, not in the document's description.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/snapshot.hpp"
#include "searcher/query/node.hpp"
#include "thesaurus/thesaurus.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

struct ConceptField {
  std::string_view name;
  Facet facet;            ///< that its concepts are counted in
  std::string_view noun;  ///< "person"
};

/// The row of that name, or nullptr.
const ConceptField* find_concept_field(std::string_view name);

/// All names that may stand before a colon: those of schema/fields.hpp and these.
std::vector<std::string> query_fields();

/// Passages that mention a concept of which the value is a label, in any language and script; the value is a word, a
/// phrase, a pattern (Букей*), or an operator over such, a bare list meaning any of them. Where the name is also one of
/// a document's description (place), passages whose description fits are wanted as well. `field` is the whole node. A
/// value that is no label, or that nothing mentions, is told in `diagnostics`.
PlanNode concept_filter(const Node& field, const thesaurus::Thesaurus& thesaurus, const Snapshot& snapshot,
                        std::vector<Diagnostic>& diagnostics);

}  // namespace izde::searcher
