// Dates typed among the words of a query, in any of the languages, and how they are printed back.
#pragma once

#include "analysis/dates/find_dates.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/query/node.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// What was typed without its dates (blanks stand for them, so that places in the text stay), these, and what was typed
/// like a date and is none.
struct TypedQuery {
  std::string words;
  std::vector<AskedDate> dates;
  std::vector<Diagnostic> diagnostics;
};

/// Dates in quotes, in fields and beside operators stay words; so do years alone and days without a year. A day that
/// its month does not have asks for the month; a month or year that there is not stays words.
TypedQuery without_dates(std::string_view query);

/// A date of a text as it is asked for: the days that are meant, and those by which another text may name them. Nothing
/// for one too coarse to look for: a year is a word that texts have as well.
std::optional<AskedDate> asked_date(const analysis::FoundDate& date, std::string_view text);

/// ~date:1918-06-11 is a day of either style, ~date:os:1918-06-11 one of Old Style, ~date:1918-06-01..1918-06-30 these
/// days: without_dates() reads that as the same date.
std::string print(const AskedDate& date);

}  // namespace izde::searcher
