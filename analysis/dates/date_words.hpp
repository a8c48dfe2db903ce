// What the words of a text mean for dates (tables/date_words.tsv, date_endings.tsv): in any spelling and script of our
// languages, and several words that mean one thing taken together ("по старому стилю" becomes one symbol).
#pragma once

#include <string_view>
#include <vector>

#include "analysis/dates/symbols.hpp"
#include "analysis/language.hpp"

namespace izde::analysis::dates {

/// The same symbols with the readings of their words, numbers and Roman numerals. Words of the Latin script are read
/// in `language`, or in all where that is `other`.
std::vector<Symbol> with_meanings(std::vector<Symbol> symbols, std::string_view text, Language language);

}  // namespace izde::analysis::dates
