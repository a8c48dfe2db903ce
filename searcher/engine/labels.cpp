#include "searcher/engine/labels.hpp"

#include "analysis/analyzer.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace izde::searcher {
namespace {

using analysis::Token;
using analysis::Tokens;

// The words joined by spaces, and where each begins.
struct Line {
  std::string text;
  std::vector<std::size_t> begins;

  explicit Line(std::span<const Node> words) {
    for (const Node& word : words) {
      begins.push_back(text.size());
      text.append(word.text).append(" ");
    }
  }
  std::size_t word_at(std::uint32_t byte) const {
    return static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), byte) - begins.begin()) - 1;
  }
};

// One token a position, joined words left out.
std::vector<const Token*> parts_of(const Tokens& tokens) {
  std::vector<const Token*> parts;
  for (const Token& token : tokens)
    if (token.width == 1) parts.push_back(&token);
  return parts;
}

// The words of the query that a found label covers; nothing if it begins or ends inside a hyphenated word.
std::optional<std::pair<std::size_t, std::size_t>> covered(const thesaurus::Found& found,
                                                           const std::vector<const Token*>& parts, const Line& line) {
  const std::size_t last = found.position + found.width - 1;
  if (last >= parts.size()) return std::nullopt;
  const std::size_t first_word = line.word_at(parts[found.position]->span.begin);
  const std::size_t last_word = line.word_at(parts[last]->span.begin);
  if (found.position > 0 && line.word_at(parts[found.position - 1]->span.begin) == first_word) return std::nullopt;
  if (last + 1 < parts.size() && line.word_at(parts[last + 1]->span.begin) == last_word) return std::nullopt;
  return std::pair(first_word, last_word - first_word + 1);
}

}  // namespace

std::vector<TypedLabel> find_labels(std::span<const Node> words, const thesaurus::Thesaurus& thesaurus) {
  const analysis::Analyzer analyzer;
  const Line line(words);
  std::map<std::size_t, TypedLabel> longest;
  for (const analysis::Reading& reading : analyzer.readings(line.text)) {
    const Tokens tokens = analyzer.analyze(line.text, reading);
    const auto parts = parts_of(tokens);
    for (const thesaurus::Found& found : thesaurus.labels_typed(tokens)) {
      const auto range = covered(found, parts, line);
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
