// Where the thesaurus that comes with Izde lies: beside the installed program, or in the source tree it was built from.
#pragma once

#include "thesaurus/thesaurus.hpp"

#include <filesystem>
#include <vector>

namespace izde::thesaurus {

/// The folder of shipped .ttl files, or an empty path where there is none (the programs then work without).
std::filesystem::path shipped_folder();

/// The shipped thesaurus with the user's files added, built. Throws ThesaurusError.
Thesaurus open_with(const std::vector<std::filesystem::path>& more);

}  // namespace izde::thesaurus
