#include "searcher/engine/response.hpp"

#include <array>

namespace izde::searcher {

std::string_view describe(Reason reason) {
  constexpr std::array<std::string_view, kReasons> kWords{
      "exact",          "other marks", "inflected", "old spelling", "other script", "abbreviation",
      "same beginning", "same name",   "alias",     "translation",  "wildcard",     "letters lost",
      "fuzzy",          "corrected",   "narrower",  "broader"};
  return kWords[static_cast<std::size_t>(reason)];
}

std::string_view describe(Bearing bearing) {
  constexpr std::array<std::string_view, 3> kWords{"brings passages", "with its neighbours", "only supports"};
  return kWords[static_cast<std::size_t>(bearing)];
}

std::string_view describe(Facet facet) {
  constexpr std::array<std::string_view, kFacets> kWords{"people", "places", "institutions", "languages",
                                                         "kinds",  "acts",   "issuers"};
  return kWords[static_cast<std::size_t>(facet)];
}

}  // namespace izde::searcher
