// Where the thesaurus that comes with Izde lies: beside the installed program, or in the source tree it was built from.
#pragma once

#include <filesystem>

namespace izde::thesaurus {

/// The folder of shipped .ttl files, or an empty path where there is none (the programs then work without).
std::filesystem::path shipped_folder();

}  // namespace izde::thesaurus
