#include "searcher/engine/sequences.hpp"

#include <algorithm>

namespace izde::searcher {

SequenceFinder::SequenceFinder(const Plan& plan) {
  for (std::uint32_t atom = 0; atom < plan.atoms.size(); ++atom)
    for (const Sequence& sequence : plan.atoms[atom].sequences) {
      const auto index = static_cast<std::uint32_t>(sequences_.size());
      std::uint32_t length = 0;
      if (steps_.size() < sequence.words.size()) steps_.resize(sequence.words.size());
      for (std::size_t shard = 0; shard < sequence.words.size(); ++shard) {
        length = static_cast<std::uint32_t>(sequence.words[shard].size());
        for (std::uint32_t word = length; word-- > 0;)  // a form that may be two of them goes on before it begins
          for (const schema::FormId form : sequence.words[shard][word]) steps_[shard][form].push_back({index, word});
      }
      sequences_.push_back({atom, sequence.alternative, sequence.weight, length, plan.atoms[atom].sections});
    }
  progress_.resize(sequences_.size());
}

void SequenceFinder::add_forms(std::size_t shard, schema::FormSieve& sieve) const {
  for (const auto& [form, steps] : steps_[shard]) sieve.add(form);
}

void SequenceFinder::find(std::size_t shard, schema::Section section, const std::vector<schema::StreamWord>& words,
                          Matches& matches) {
  if (shard >= steps_.size() || steps_[shard].empty()) return;
  std::fill(progress_.begin(), progress_.end(), Progress());
  for (const schema::StreamWord& word : words) {
    if (word.width > 1) continue;
    const auto steps = steps_[shard].find(word.form);
    if (steps == steps_[shard].end()) continue;
    for (const auto& [index, place] : steps->second) {
      const Known& sequence = sequences_[index];
      Progress& progress = progress_[index];
      const bool follows = place > 0 && progress.words == place && progress.next == word.position;
      if ((place > 0 && !follows) || (sequence.sections >> section & 1) == 0) continue;
      progress = {place + 1, word.position + 1};
      if (progress.words < sequence.length) continue;
      matches.push_back({sequence.atom, sequence.alternative, word.position + 1 - sequence.length, sequence.length,
                         section, Reason::translation, sequence.weight});
      progress = {};
    }
  }
}

}  // namespace izde::searcher
