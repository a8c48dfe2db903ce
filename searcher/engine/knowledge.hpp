// What is known beside an index: who is who, and what words are called in other languages.
#pragma once

#include "thesaurus/dictionary.hpp"
#include "thesaurus/thesaurus.hpp"

namespace izde::searcher {

/// Both must be built and outlive whoever is given them.
struct Knowledge {
  const thesaurus::Thesaurus& thesaurus;
  const thesaurus::Dictionary& dictionary;
};

}  // namespace izde::searcher
