// Where the thesaurus and the lexicon that come with Izde lie: beside the installed program, or in the source tree it
// was built from.
#pragma once

#include "thesaurus/dictionary.hpp"
#include "thesaurus/thesaurus.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace izde::thesaurus {

/// The folder of shipped .ttl files ("thesaurus") or .tsv files ("lexicon"); an empty path where there is none (the
/// programs then work without).
std::filesystem::path shipped_folder(std::string_view what);

/// The shipped thesaurus with the user's files added, built. Throws ThesaurusError.
Thesaurus open_with(const std::vector<std::filesystem::path>& more);

/// The shipped lexicon with the terms of a thesaurus and the user's files added, built. Throws LexiconError.
Dictionary open_dictionary(const std::vector<std::filesystem::path>& more, const Thesaurus& thesaurus);

}  // namespace izde::thesaurus
