// The shapes of dates (tables/date_units.tsv, date_patterns.tsv) and where a text has them. A pattern is tried by
// walking one tree of all rows, so that the time for a symbol is bounded by the longest row, whatever the text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/dates/symbols.hpp"

namespace izde::analysis::dates {

/// Symbols with days, months, years, decades put together into units (date_units.tsv).
std::vector<Symbol> with_units(std::vector<Symbol> symbols);

enum class Shape : std::uint8_t {
  one,
  double_date,
  doubles,
  dash,
  range,
  ranges,
  parts,
  pairs,
  list,
  era,
  eras,
  decade,
  decades,
  hijri,
  animal,
  sixty,
  none
};

/// What an element of a pattern tells.
enum class Role : std::uint8_t {
  none,
  day,
  month,
  year,
  year_end,
  season,
  part,
  decade,
  era,
  old_style,
  new_style,
  same_year,
  this_year,
  same_month,
  this_month,
  animal,
  stem,
  branch
};

struct Capture {
  Role role = Role::none;
  int value = 0;
  std::uint8_t group = 0;  ///< the date of the pattern it belongs to, from 0
  std::size_t symbol = 0;
};

struct Match {
  Shape shape = Shape::none;
  float doubt = 0;                 ///< what is taken off the confidence
  std::size_t begin = 0, end = 0;  ///< symbols
  std::uint8_t groups = 0;         ///< 0: nothing was found
  std::vector<Capture> captures;
};

/// The longest pattern that begins at a symbol; of equal ones the first row of the table.
Match match_at(const std::vector<Symbol>& symbols, std::size_t begin);

}  // namespace izde::analysis::dates
