// The best hits of each language beside each other, where a ranking of all would be filled by the largest of them.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/ranking.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/snapshot.hpp"

#include <vector>

namespace izde::searcher {

/// Vietnamese, Kazakh and Russian, or those of them that the request limits itself to.
std::vector<analysis::Language> languages_beside_each_other(const Request& request);

/// The first request.per_language hits of each language, by score. Where a hit is a document, one that is found in
/// several languages stands in the list once, where it scores most.
Ranking rank_per_language(const Plan& plan, const Request& request, const Snapshot& snapshot);

}  // namespace izde::searcher
