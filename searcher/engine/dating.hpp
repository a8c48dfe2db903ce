// Dates that are asked for: those typed among the words of a query, in any of the languages, and those of filters.
// Typed ones raise the passages that hold them, in whatever form and style; filters leave the others out.
#pragma once

#include "analysis/date.hpp"
#include "analysis/dates/find_dates.hpp"
#include "schema/dates.hpp"
#include "schema/record.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/request.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace izde::searcher {

/// What was typed without its dates (blanks stand for them, so that places in the text stay), and these.
struct TypedQuery {
  std::string words;
  std::vector<AskedDate> dates;
};
/// Dates in quotes, in fields and beside operators stay words; so do years alone and days without a year.
TypedQuery without_dates(std::string_view query);

/// A date of a text as it is asked for: the days that are meant, and those by which another text may name them. Nothing
/// for one too coarse to look for: a year is a word that texts have as well.
std::optional<AskedDate> asked_date(const analysis::FoundDate& date, std::string_view text);

/// Adds typed dates and the dates of the request to a plan.
void add_dates(Plan& plan, std::vector<AskedDate> typed, const Request& request);

/// The passages that a node of Kind::dates wants, and perhaps others.
Xapian::Query query_of_dates(const PlanNode& node);
/// Whether a passage fulfils such a node; by the dates of its text or, where it has none, its document's.
bool fulfils_dates(const PlanNode& node, const schema::PassageView& passage);
/// The document's own date, if it has one.
std::vector<schema::DatedDays> own_date(const schema::PassageView& passage);

/// Whether a date of a passage meets one that is asked for, or none is.
bool is_asked_for(const analysis::DayRange& days, const Plan& plan);

/// How well dates of a passage agree with one that is asked for, 0..1: the very day is worth more than a range that
/// holds it, that more than its month, that more than its year.
double agreement(const AskedDate& asked, const std::vector<schema::DatedDays>& dates);

}  // namespace izde::searcher
