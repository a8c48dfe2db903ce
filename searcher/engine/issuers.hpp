// Acts by who issued them: the text of a resolution rarely names the congress again whose it is, so that a query for
// the body and the day looks into what is recorded of acts as well.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"
#include "thesaurus/thesaurus.hpp"

namespace izde::searcher {

/// Whether the query has a date or words that ask for acts; needs the plan's dates and intent.
bool asks_for_acts(const Plan& plan);

/// Adds to each name that is wanted the acts which its concepts issued.
void add_issuers(Plan& plan, const Snapshot& snapshot);

/// Where a query with a date says that it means a meeting (съезд, đại hội) and names none that issued acts, adds the
/// acts of the one that met on that day; nothing where none did or more than one.
void add_meeting(Plan& plan, const Snapshot& snapshot, const thesaurus::Thesaurus& thesaurus);

}  // namespace izde::searcher
