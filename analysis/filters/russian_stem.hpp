// Russian stems: Snowball, a rule for surnames, and a list of words that Snowball parts or joins wrongly.
#pragma once

#include <string>
#include <string_view>

namespace izde::analysis {

/// Stem of a lower-case word in today's spelling with ё as е. A capitalised word in -ов/-ев/-ин/-ын with a case ending
/// keeps its suffix (Букейханова → букейханов, and Букейханов → букейханов). Safe from any thread.
std::string russian_stem(std::string_view plain, bool capitalised);

}  // namespace izde::analysis
