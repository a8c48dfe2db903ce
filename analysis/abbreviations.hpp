// What the abbreviations of a text stand for (tables/abbreviations.tsv): обл. is read as область too, at the same
// place, so that a query for the full word finds it. Neighbours decide what a lone letter means: 1917 г. is год, г.
// Семей город.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/scanner.hpp"
#include "analysis/token.hpp"

namespace izde::analysis {

/// The words that the abbreviations among `tokens`, which are those of `text`, stand for: with the span and position of
/// the abbreviation, and of width 0. By position; their letters live as long as the program.
std::vector<ScannedWord> expansions(std::string_view text, const Tokens& tokens);

}  // namespace izde::analysis
