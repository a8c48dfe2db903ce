// What may be wrong with a thesaurus that a user adds, though it is good Turtle. Nothing is refused for it: each slip
// is noted with its line, and the rest is used. What ships with Izde is checked by scripts/check_thesaurus.py instead.
#pragma once

#include <vector>

#include "thesaurus/skos.hpp"
#include "thesaurus/thesaurus.hpp"

namespace izde::thesaurus {

/// The files with notes on labels of no known language, labels that two concepts claim at one time, one label's times
/// that overlap, concepts without a scheme, and relations to nowhere or in a circle, as a skos:broader b and b
/// skos:broader a; such relations are gone, in a circle the one that closes it. `before` is what the files are added
/// to; what it has wrong itself is passed over, and a concept of it that a file has as well is one concept.
std::vector<SkosFile> checked(std::vector<SkosFile> files, const Thesaurus& before);

}  // namespace izde::thesaurus
