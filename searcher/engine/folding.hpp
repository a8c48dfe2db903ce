// Which tellings are of one happening or act. Pure functions of what was read; no words are compared, so that languages
// do not matter.
#pragma once

#include "searcher/engine/telling.hpp"

#include <cstddef>
#include <vector>

namespace izde::searcher {

/// The days as they are written, of a date whose calendar is only supposed.
std::optional<analysis::DayRange> as_written(const ToldDate& when);

/// Whether two dates may be one: the same days, in either calendar. A day of which Old Style is only supposed is also
/// the day of that name in New Style.
bool is_same_time(const ToldDate& a, const ToldDate& b);

/// Whether nothing speaks against two acts being one: types, where both are known, and numbers, where both have one,
/// agree; and of two acts that are dated no finer than by a month both have a number. A happening and an act do not
/// contradict each other.
bool may_be_same_act(const Telling& a, const Telling& b);

/// Whether both are of one happening or act. They are of the same time, may be the same act, and share
/// - an event of the thesaurus (the Second Congress), or
/// - of one day, any concept, or the number of the act (in the record of one, in what the other tells), a number of
///   three digits that two happenings tell, or type and issuer of the act, or
/// - of some days, two concepts, or all that one of them names, or
/// - of a month, two concepts that are not `common`.
/// A year and longer is too wide for anything but an event.
bool is_same(const Telling& a, const Telling& b, const std::set<std::string>& common = {});

/// Concepts that so many tellings name that they tell none apart: every eighth, and more than four.
std::set<std::string> common_concepts(const std::vector<Telling>& tellings);

/// Groups of indices into `tellings`, each rising, in the order of their first. One joins the first group that it is
/// the same as one of, and that none of contradicts it.
std::vector<std::vector<std::size_t>> fold(const std::vector<Telling>& tellings);

}  // namespace izde::searcher
