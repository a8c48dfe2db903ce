// Kazakh stems: a right-to-left suffix automaton proposes, integer weights and the support of each stem decide.
#pragma once

#include <string>
#include <string_view>

namespace izde::analysis {

/// Stem (conflation key, Cyrillic) of a lower-case word in canonical Cyrillic: үкіметінің → үкімет. Names of the
/// gazetteer table are protected. Safe from any thread.
std::string kazakh_stem(std::string_view plain);

}  // namespace izde::analysis
