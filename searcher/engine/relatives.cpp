#include "searcher/engine/relatives.hpp"

#include <algorithm>
#include <vector>

namespace izde::searcher {
namespace {

// docs/RANKING.md
constexpr double kNarrower = 0.2;
constexpr double kBroader = 0.1;

bool has(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// No neighbour is worth more than its weight of the name itself, however rare it is.
void add_relative(Atom& atom, const std::string& id, Reason reason, const WordExpander& words) {
  double idf = 0;
  for (const Alternative& alternative : atom.alternatives)
    if (alternative.reason == Reason::alias) idf = std::max(idf, alternative.idf);
  words.add_concept(atom, id);
  Alternative& relative = atom.alternatives.back();
  if (relative.frequency == 0) {
    atom.alternatives.pop_back();
    return;
  }
  relative.reason = reason;
  relative.weight = reason == Reason::narrower ? kNarrower : kBroader;
  relative.idf = std::min(relative.idf, idf > 0 ? idf : relative.idf);
  relative.weak = reason == Reason::broader;  // Омск is not all of Сибирь: only where nothing names it
}

}  // namespace

void add_relatives(Atom& atom, const std::set<std::string>& concepts, const thesaurus::Thesaurus& thesaurus,
                   const WordExpander& words) {
  for (const std::string& id : concepts) {
    const thesaurus::Concept& place = thesaurus.concepts()[static_cast<std::size_t>(thesaurus.find(id))];
    if (place.scheme != "places") continue;
    for (const thesaurus::Concept& other : thesaurus.concepts()) {
      if (other.scheme != "places" || concepts.contains(other.id)) continue;
      if (has(other.broader, id)) add_relative(atom, other.id, Reason::narrower, words);
      if (has(place.broader, other.id)) add_relative(atom, other.id, Reason::broader, words);
    }
  }
}

}  // namespace izde::searcher
