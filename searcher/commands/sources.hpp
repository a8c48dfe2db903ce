// What a command searches with: the thesaurus and the lexicon, those of the user with those shipped.
#pragma once

#include "searcher/engine/engine.hpp"
#include "searcher/options.hpp"

#include <iosfwd>

namespace izde::searcher {

/// Tells on `err` what is wrong with files of the user; the rest of them is used.
class Sources {
 public:
  Sources(const Options& options, std::ostream& err);
  Knowledge knowledge() const { return {thesaurus_, dictionary_}; }

 private:
  thesaurus::Thesaurus thesaurus_;
  thesaurus::Dictionary dictionary_;
};

}  // namespace izde::searcher
