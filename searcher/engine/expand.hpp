// Query tree → plan: the thesaurus first (a word that is a label asks for its concept), then each word's inflections,
// spellings, scripts and names, then corrections for what the index does not know.
#pragma once

#include "searcher/engine/knowledge.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/readings.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/snapshot.hpp"
#include "searcher/query/node.hpp"

namespace izde::searcher {

/// `main`: which language the words are in.
Plan expand(const Node& root, const Snapshot& snapshot, const Knowledge& knowledge, const Request& request,
            const MainLanguage& main);

}  // namespace izde::searcher
