// Ranked lists from a TREC run file, so that any program's answers can be measured by the same metrics.
#pragma once

#include "searcher/eval/metrics.hpp"

#include <istream>
#include <string>

namespace izde::searcher {

/// Reads "qid Q0 id rank score tag" lines; lists are ordered by falling score as trec_eval does (the rank column is not
/// looked at), equal scores as in the file. Throws std::runtime_error with file and line on a malformed one.
RankedLists read_run(std::istream& in, const std::string& name);

}  // namespace izde::searcher
