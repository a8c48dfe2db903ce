// The record of the act that a passage states (schema::ActRecord): what it is called, its number, date and issuer, who
// signed it. Read from where the act is named: the noun of the act, the date and the body nearest to it.
#pragma once

#include "indexer/kinds/facts.hpp"
#include "schema/kinds.hpp"

namespace izde::indexer {

/// The main act of a passage of kind decree: the first that is named by a noun and told as issued, else the one that
/// the heading or the title names, else the first told by a verb (съезд постановил), which counts as a resolution.
schema::ActRecord act_of(const schema::Passage& passage, const PassageFacts& facts,
                         const thesaurus::Thesaurus& thesaurus);

}  // namespace izde::indexer
