// Hits counted by whom and what they mention, and by what they are.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/snapshot.hpp"
#include "thesaurus/thesaurus.hpp"

#include <cstddef>
#include <string_view>

namespace izde::searcher {

/// The facet that a concept is counted in: people, places, or institutions (whatever is neither); nothing for peoples.
std::optional<Facet> facet_of(const thesaurus::Concept& named);

struct Counted {
  Facets facets;
  std::size_t hits = 0;
};

/// How names are shown.
struct Naming {
  const thesaurus::Thesaurus& thesaurus;
  std::string_view language;  ///< "kk"; names that a concept does not have there are shown in another
};

/// Counts every hit, whatever page is asked for. With Unit::document or folding, documents are counted: by what those
/// of their passages have that are hits. Mentions that the thesaurus does not know are left out.
Counted count_facets(const Plan& plan, const Request& request, const Snapshot& snapshot, const Naming& naming);

}  // namespace izde::searcher
