// The day of an act in both calendars.
#pragma once

#include <string>
#include <vector>

#include "analysis/dates/find_dates.hpp"
#include "analysis/token.hpp"

namespace izde::indexer {

struct ActDate {
  std::string date, os_date;  ///< EDTF, as of schema::ActRecord
};

/// A single day before 14 February 1918 (New Style) that does not say its style is taken as Old Style, which Russia
/// then wrote; one after it stands in the Gregorian calendar alone.
ActDate act_date(const analysis::FoundDate& found);

/// The date told nearest to a stretch of text, among those between two places of it; a day may stand somewhat
/// farther than a month, and a month than a year. Null if there is none.
const analysis::FoundDate* nearest_date(const std::vector<analysis::FoundDate>& dates, analysis::Span from,
                                        analysis::Span within);

}  // namespace izde::indexer
