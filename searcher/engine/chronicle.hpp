// What was found, in order of time: one entry a dated happening or act, with every passage that tells it. Tellings
// (tellings.hpp) of all hits, folded across languages (folding.hpp).
#pragma once

#include "searcher/engine/knowledge.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/snapshot.hpp"
#include "searcher/engine/telling.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace izde::searcher {

/// A concept with the name to show.
struct NamedConcept {
  std::string id, name;
  friend bool operator==(const NamedConcept&, const NamedConcept&) = default;
};

struct ChronicleSource {
  std::string id;  ///< of the passage
  analysis::Language language = analysis::Language::other;
  friend bool operator==(const ChronicleSource&, const ChronicleSource&) = default;
};

struct ChronicleEntry {
  ToldDate when;                  ///< of a source that says its calendar, where one does
  std::string what;               ///< as the best source tells it, one in the language of the query if there is
  std::vector<std::string> also;  ///< titles of other acts of that body and day, in the language of `what`
  analysis::Language language = analysis::Language::other;          ///< of `what`
  std::optional<schema::ActRecord> act;                             ///< as the best source that has one tells it
  std::vector<NamedConcept> issuers, people, places, institutions;  ///< the commonest among the sources first
  std::vector<ChronicleSource> sources;                             ///< best first, none twice
};

struct Chronicle {
  Understanding said;
  std::string index;  ///< as of Response
  std::vector<ChronicleEntry> entries;
  std::size_t total = 0;    ///< entries, with those that are not listed
  std::size_t hits = 0;     ///< passages
  std::size_t undated = 0;  ///< of these, the ones that tell nothing of a date that was asked for
};

/// All hits are read; of more than `request.count` entries, those of the best hits are listed. Only passages that are
/// decrees or events, unless the request names kinds or wants all dates; of a filter's dates only those that meet it.
/// Page, unit, folding and order of the request do not matter.
Chronicle chronicle(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge);

}  // namespace izde::searcher
