#include "searcher/engine/known_names.hpp"

#include "schema/terms.hpp"

#include <algorithm>

namespace izde::searcher {

KnownNames::KnownNames(const Snapshot& snapshot, const thesaurus::Thesaurus& thesaurus)
    : snapshot_(snapshot),
      thesaurus_(thesaurus),
      current_(std::all_of(
          snapshot.shards().begin(), snapshot.shards().end(),
          [print = thesaurus.fingerprint()](const Shard& shard) { return shard.state.thesaurus == print; })) {}

IsNamed KnownNames::but(const std::set<std::string>& concepts) const {
  return
      [this, concepts](const std::string& id) { return concepts.count(id) == 0 && (!current_ || passages({id}) > 0); };
}

std::size_t KnownNames::passages(const std::set<std::string>& concepts) const {
  std::size_t count = 0;
  for (const std::string& id : concepts) count += snapshot_.frequency(schema::concept_term(id));
  return count;
}

std::set<std::string> KnownNames::labels(const std::set<std::string>& concepts) const {
  std::set<std::string> labels;
  for (const std::string& id : concepts)
    for (const thesaurus::Label& label : concept_of(id).labels) labels.insert(label.text);
  return labels;
}

bool KnownNames::is_person(const std::string& concept_id) const { return concept_of(concept_id).scheme == "persons"; }

const thesaurus::Concept& KnownNames::concept_of(const std::string& id) const {
  return thesaurus_.concepts()[static_cast<std::size_t>(thesaurus_.find(id))];
}

}  // namespace izde::searcher
