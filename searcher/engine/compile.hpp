// Plan → Xapian query: which passages are candidates. The only file that says OP_. Only built-in operators are used, so
// that local, sharded and remote indexes run the same query. OP_MAX under OP_OR crashes Xapian 1.4.22, so the best of a
// word's alternatives is chosen when re-scoring, not here.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/request.hpp"

#include <vector>

#include <xapian.h>

namespace izde::searcher {

/// What the request asks of passages beside the query (--lang, --kind, --from, --to): all of these must fit.
std::vector<PlanNode> filters_of(const Request& request);

Xapian::Query compile(const Plan& plan, const Request& request);

}  // namespace izde::searcher
