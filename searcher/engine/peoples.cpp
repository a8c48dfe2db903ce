#include "searcher/engine/peoples.hpp"

#include <algorithm>

namespace izde::searcher {
namespace {

constexpr double kPeople = 0.5;  // docs/RANKING.md

}  // namespace

void Peoples::take_from(std::vector<TypedLabel>& labels, std::span<const Node> words,
                        const thesaurus::Thesaurus& thesaurus) {
  const auto is_people = [&](const std::string& id) {
    return thesaurus.concepts()[static_cast<std::size_t>(thesaurus.find(id))].is_people();
  };
  std::erase_if(labels, [&](const TypedLabel& label) {
    if (!std::all_of(label.concepts.begin(), label.concepts.end(), is_people)) return false;
    concepts_[words[label.first + label.count - 1].span.begin] = label.concepts;
    return true;
  });
}

bool Peoples::add_to(Atom& atom, const WordExpander& words) const {
  const auto named = concepts_.find(atom.span.begin);
  if (named == concepts_.end()) return false;
  // Sounding alike is what the names of peoples do: казах, казак; киргиз, Иргиз.
  for (Alternative& alternative : atom.alternatives)
    alternative.weak |= alternative.reason == Reason::name || alternative.reason == Reason::prefix ||
                        alternative.reason == Reason::damaged;
  for (const std::string& id : named->second) {
    words.add_concept(atom, id);
    atom.alternatives.back().weight = kPeople;
  }
  return true;
}

}  // namespace izde::searcher
