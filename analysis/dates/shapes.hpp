// Makes dates of what a pattern captured: one function for each shape of date_patterns.tsv.
#pragma once

#include <vector>

#include "analysis/dates/find_dates.hpp"
#include "analysis/dates/grammar.hpp"
#include "analysis/dates/written.hpp"

namespace izde::analysis::dates {

/// The dates of a match, by where they begin; none where what is written is impossible.
std::vector<FoundDate> dates_of(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around);

/// How sure a date of this kind is, where nothing speaks against it.
float confidence_of(DateKind kind);

}  // namespace izde::analysis::dates
