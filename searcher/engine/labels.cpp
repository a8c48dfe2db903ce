#include "searcher/engine/labels.hpp"

#include "analysis/analyzer.hpp"
#include "searcher/engine/word_line.hpp"

#include <map>

namespace izde::searcher {

using analysis::Tokens;

std::vector<TypedLabel> find_labels(std::span<const Node> words, const thesaurus::Thesaurus& thesaurus) {
  const analysis::Analyzer analyzer;
  const WordLine line(words);
  std::map<std::size_t, TypedLabel> longest;
  for (const analysis::Reading& reading : analyzer.readings(line.text())) {
    const Tokens tokens = analyzer.analyze(line.text(), reading);
    const auto parts = parts_of(tokens);
    for (const thesaurus::Found& found : thesaurus.labels_typed(tokens)) {
      const auto range = line.covered(found.position, found.width, parts);
      if (!range) continue;
      TypedLabel& label = longest[range->first];
      if (range->second > label.count) label = {range->first, range->second, {}};
      if (range->second == label.count) label.concepts.insert(thesaurus.concepts()[found.concept_index].id);
    }
  }
  std::vector<TypedLabel> labels;
  for (auto& [first, label] : longest)
    if (labels.empty() || first >= labels.back().first + labels.back().count) labels.push_back(std::move(label));
  return labels;
}

}  // namespace izde::searcher
