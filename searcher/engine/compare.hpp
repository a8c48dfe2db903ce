// The tellings of one act or event side by side: which passages tell what a passage tells, and in which dates, numbers
// and names they agree and differ. Values only; searcher/output shows them.
#pragma once

#include "searcher/engine/facts.hpp"
#include "searcher/engine/knowledge.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/same_matter.hpp"
#include "searcher/engine/snapshot.hpp"

#include <string>
#include <vector>

namespace izde::searcher {

/// A passage that tells of the matter, the best of its document.
struct Witness {
  Hit hit;        ///< its rank and score are those of `like`; none of the passage asked for
  Sameness same;  ///< why it is taken to tell the same; nothing of the passage asked for
};

struct Comparison {
  std::string id;                 ///< as asked for
  std::vector<Witness> tellings;  ///< the passage asked for first
  std::vector<Question> questions;
};

/// `request`: request.like is the passage; its filters choose among the others. Throws UnknownPassage.
Comparison compare(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge);

}  // namespace izde::searcher
