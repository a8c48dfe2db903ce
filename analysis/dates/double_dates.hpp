// Days told in both styles: 11 (24) June 1918. What makes two days one is that the calendars put them so far apart.
#pragma once

#include <optional>

#include "analysis/dates/find_dates.hpp"
#include "analysis/dates/written.hpp"

namespace izde::analysis::dates {

/// The one day that two dates tell, whichever of them stands first; double_wrong where they are near one another but
/// not as far apart as the calendars (a misprint: both days and all between are kept, with little confidence). Nothing
/// where they are two dates, or none.
std::optional<FoundDate> double_of(const Written& first, const Written& second, const Surroundings& around);

/// 11-24 June 1918, written as a range: the day where 13 days lie between, which may yet be a range; else the range.
FoundDate double_or_range(const Written& first, const Written& second, const FoundDate& range);

}  // namespace izde::analysis::dates
