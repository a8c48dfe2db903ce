// Russian stems: Snowball's, a rule for surnames, and tables of what Snowball parts or joins wrongly: ends of words
// (ru_word_endings.tsv), ends of stems (ru_stem_endings.tsv), single words (ru_stem_overrides.tsv, ru_paradigms.tsv).
#pragma once

#include <string>
#include <string_view>

namespace izde::analysis {

/// Stem of a lower-case word in today's spelling with ё as е. A capitalised word in -ов/-ев/-ин/-ын with a case ending
/// keeps its suffix (Букейханова → букейханов, and Букейханов → букейханов). Safe from any thread.
std::string russian_stem(std::string_view plain, bool capitalised);

}  // namespace izde::analysis
