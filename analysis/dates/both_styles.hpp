// A date of a text in New Style and in Old, for those who list what happened: of a day before the reform that does not
// say its style, the likelier one is supposed.
#pragma once

#include <string>

#include "analysis/dates/find_dates.hpp"

namespace izde::analysis {

struct BothStyles {
  std::string date;       ///< New Style, EDTF: 1917-12-18, 1917-12-18/1917-12-26, 1918-06
  std::string os_date;    ///< Old Style, where the text tells it or it is supposed: 1917-12-05
  bool supposed = false;  ///< the text does not say that the day is of Old Style
  friend bool operator==(const BothStyles&, const BothStyles&) = default;
};

/// A single day before 14 February 1918 (New Style) that does not say its style, and a short range of such days, is
/// taken as Old Style, which Russia then wrote; one after it stands in the Gregorian calendar alone. Where the text
/// leaves the year out, it is the one that the text speaks of (FoundDate::days).
BothStyles both_styles(const FoundDate& found);

}  // namespace izde::analysis
