// The text of a date node: one of
//   A        a date: 1917, 1917-12, 1917-12-05, or the interval 1917-12/1918-06
//   A..B     from A to B, both included; A.. and ..B are open
//   os:A…    the same in Old Style (Julian); a side may have its own os:, as in 1917..os:1918-01-31
// All of it is what analysis::parse_date_range() reads.
#pragma once

#include "analysis/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace izde::searcher {

enum class DateEnd { both, first, last };  ///< what was typed: date:, from: or to:

/// The text of the node for what stands after date:, from: or to:, or nothing if that is no date of the years 1 to
/// 2100. Dashes between two dates are taken as "..": 1917–1918 → 1917..1918; and 1917-1918, which is no month, too.
std::optional<std::string> date_range(std::string_view typed, DateEnd end);

/// Whether the ends that are not open lie in the years that dates are read in, 1 to 2100.
bool is_within_years(const analysis::DayRange& days);

/// Whether it would be a date, were there such years: date:3000.
bool is_beyond_years(std::string_view typed, DateEnd end);

/// A.. and ..B as one range; nothing if the texts are not these, or cannot be written as one.
std::optional<std::string> joined_range(std::string_view from, std::string_view to);

/// Whether the text is A.. or ..B.
bool is_open_range(std::string_view text);

}  // namespace izde::searcher
