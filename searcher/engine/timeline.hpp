// Hits counted by time.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/snapshot.hpp"

namespace izde::searcher {

/// Counts every hit in each year, month or day that it names (its document's, where it names none); a date wider than
/// that is not counted, and of a filter's dates only those that meet it. A passage counts once for each.
Timeline count_timeline(const Plan& plan, const Request& request, const Snapshot& snapshot);

}  // namespace izde::searcher
