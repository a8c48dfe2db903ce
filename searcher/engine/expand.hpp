// Query tree → plan: the thesaurus first (a word that is a label asks for its concept), then each word's inflections,
// spellings, scripts and names, then corrections for what the index does not know.
#pragma once

#include "searcher/engine/knowledge.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/snapshot.hpp"
#include "searcher/query/node.hpp"

namespace izde::searcher {

Plan expand(const Node& root, const Snapshot& snapshot, const Knowledge& knowledge, const Request& request);

}  // namespace izde::searcher
