// Dates that are asked for: those typed among the words of a query (typed_dates.hpp), and those of filters. Typed ones
// raise the passages that hold them, in whatever form and style; filters leave the others out.
#pragma once

#include "analysis/date.hpp"
#include "schema/dates.hpp"
#include "schema/record.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/request.hpp"

#include <vector>

#include <xapian.h>

namespace izde::searcher {

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
