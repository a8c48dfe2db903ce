// One passage read for people: what was found of each word of a plan, gathered by alternative, reason and place.
#pragma once

#include "schema/record.hpp"
#include "searcher/engine/matches.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"
#include "searcher/engine/why.hpp"
#include "thesaurus/thesaurus.hpp"

#include <vector>

#include <xapian.h>

namespace izde::searcher {

/// A passage with what the plan finds in it.
struct Inspection {
  std::string data;  ///< as stored
  schema::PassageView view;
  schema::PassageRecord record;
  const Shard* shard = nullptr;
  Matches matches;
  Matches lit;
};
Inspection inspect(const Plan& plan, Xapian::docid passage, const Snapshot& snapshot);

/// What was found of each atom of the plan.
std::vector<std::vector<Found>> findings(const Plan& plan, const Inspection& inspection,
                                         const thesaurus::Thesaurus& thesaurus);

}  // namespace izde::searcher
