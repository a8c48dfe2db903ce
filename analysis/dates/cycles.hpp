// Decades, centuries, and years of other reckonings: the Hijra, the animals of the Kazakh calendar, the cycle of sixty
// years of the Vietnamese.
#pragma once

#include <vector>

#include "analysis/dates/find_dates.hpp"
#include "analysis/dates/grammar.hpp"
#include "analysis/dates/written.hpp"

namespace izde::analysis::dates {

using FoundDates = std::vector<FoundDate>;

FoundDates decade(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around);
FoundDates decades(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around);
FoundDates era(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around);
FoundDates eras(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around);
FoundDates hijri(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around);
FoundDates animal(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around);
FoundDates sixty(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around);

}  // namespace izde::analysis::dates
