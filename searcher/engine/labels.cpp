#include "searcher/engine/labels.hpp"

#include "analysis/analyzer.hpp"
#include "searcher/engine/word_line.hpp"

#include <map>
#include <utility>

namespace izde::searcher {

using analysis::Tokens;

std::string text_of(std::span<const Node> words) {
  std::string text;
  for (const Node& word : words) text.append(text.empty() ? "" : " ").append(word.text);
  return text;
}

Node phrase_instead_of(std::span<const Node> words, std::string text) {
  Node phrase;
  phrase.op = Operator::phrase;
  phrase.text = std::move(text);
  phrase.span = {words.front().span.begin, words.back().span.end};
  return phrase;
}

std::vector<TypedLabel> find_labels(std::span<const Node> words, const thesaurus::Thesaurus& thesaurus,
                                    const IsNamed& is_named) {
  const analysis::Analyzer analyzer;
  const WordLine line(words);
  std::map<std::size_t, TypedLabel> longest;
  for (const analysis::Reading& reading : analyzer.readings(line.text())) {
    const Tokens tokens = analyzer.analyze(line.text(), reading);
    const auto parts = parts_of(tokens);
    for (const thesaurus::Found& found : thesaurus.labels_typed(tokens)) {
      const auto range = line.covered(found.position, found.width, parts);
      if (!range) continue;
      const std::string& id = thesaurus.concepts()[found.concept_index].id;
      if (range->second > 1 && is_named && !is_named(id)) continue;
      TypedLabel& label = longest[range->first];
      if (range->second > label.count) label = {range->first, range->second, {}, false};
      if (range->second < label.count) continue;
      label.concepts.insert(id);
      label.dated |= found.dated;
    }
  }
  std::vector<TypedLabel> labels;
  for (auto& [first, label] : longest)
    if (labels.empty() || first >= labels.back().first + labels.back().count) labels.push_back(std::move(label));
  return labels;
}

}  // namespace izde::searcher
