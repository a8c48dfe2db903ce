#include "searcher/engine/response.hpp"

#include <array>

namespace izde::searcher {

std::string_view describe(Reason reason) {
  constexpr std::array<std::string_view, kReasons> kWords{
      "exact",        "other marks", "inflected", "same beginning", "old spelling", "other script",
      "abbreviation", "same name",   "alias",     "translation",    "wildcard",     "letters lost",
      "fuzzy",        "corrected",   "narrower",  "broader"};
  return kWords[static_cast<std::size_t>(reason)];
}

std::string_view describe(Facet facet) {
  constexpr std::array<std::string_view, kFacets> kWords{"people", "places", "institutions", "languages", "kinds"};
  return kWords[static_cast<std::size_t>(facet)];
}

}  // namespace izde::searcher
