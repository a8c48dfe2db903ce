// Numbers as dates use them: which of a text's numbers may be days and years, what an ending makes of them (13-го,
// 1920-х, 5-нен), and which are none because they count pages, issues or people. Roman numerals.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/dates/symbols.hpp"

namespace izde::analysis::dates {

/// Value of a Roman numeral in capitals up to 39, with Cyrillic look-alikes: XII, ХІІ, XX; 0 for anything else.
int roman_value(std::string_view word);

/// Symbols whose numbers have their readings (n1 … n4, n2o, n4x …); endings, and question marks in parentheses, become
/// part of the number or month before them.
std::vector<Symbol> with_numbers(std::vector<Symbol> symbols);

}  // namespace izde::analysis::dates
