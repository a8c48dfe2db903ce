// Whether two passages tell of one act or event. Strict: what is only near in time, or names the same town, does not.
#pragma once

#include "searcher/engine/matter.hpp"
#include "searcher/engine/snapshot.hpp"
#include "thesaurus/thesaurus.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

struct Sameness {
  enum class By : std::uint8_t {
    nothing,  ///< they do not tell the same, as far as it can be seen
    act,      ///< both state an act of one day and of one type or issuer
    day,      ///< both name a day, in either calendar, and enough of the same names
    numbers,  ///< both have two large numbers in common, and a name
    event     ///< both name an event, not only in a title, and many of the same names
  };
  By by = By::nothing;
  double share = 0;                   ///< how alike what they name is, by rarity: the cosine, 0..1
  std::vector<std::string> days;      ///< ISO days in common, New Style as the first passage has them
  std::vector<std::string> concepts;  ///< ids in common
};

/// "", "act", "day", "numbers", "event".
std::string_view describe(Sameness::By by);

Sameness sameness(const Matter& one, const Matter& other, const Snapshot& snapshot,
                  const thesaurus::Thesaurus& thesaurus);

}  // namespace izde::searcher
