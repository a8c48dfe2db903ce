// Which of the dates of a text is that of an act.
#pragma once

#include <vector>

#include "analysis/dates/find_dates.hpp"
#include "analysis/token.hpp"

namespace izde::indexer {

/// The date told nearest to a stretch of text, among those between two places of it; a day may stand somewhat
/// farther than a month, and a month than a year. Null if there is none.
const analysis::FoundDate* nearest_date(const std::vector<analysis::FoundDate>& dates, analysis::Span from,
                                        analysis::Span within);

}  // namespace izde::indexer
