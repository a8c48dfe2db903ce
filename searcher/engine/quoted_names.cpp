#include "searcher/engine/quoted_names.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <utility>

namespace izde::searcher {
namespace {

std::vector<Node> words_of(const Node& phrase) {
  std::vector<Node> words;
  std::istringstream text(phrase.text);
  for (std::string written; text >> written;) {
    Node word;
    word.op = Operator::word;
    word.occur = phrase.occur;
    word.text = written;
    word.span = phrase.span;
    words.push_back(std::move(word));
  }
  return words;
}

bool is_bare(const Node& node, Occur occur) { return node.op == Operator::word && node.occur == occur; }

/// Whether some name takes all words [first, first+count) in.
bool is_name(const std::vector<Node>& words, std::size_t first, std::size_t count,
             const thesaurus::Thesaurus& thesaurus, const IsNamed& is_named) {
  const auto labels = find_labels(words, thesaurus, is_named);
  return std::any_of(labels.begin(), labels.end(), [&](const TypedLabel& label) {
    return label.first <= first && label.first + label.count >= first + count;
  });
}

}  // namespace

std::vector<Node> without_quotes_of_names(const std::vector<Node>& operands, const thesaurus::Thesaurus& thesaurus,
                                          const IsNamed& is_named) {
  std::vector<Node> out;
  for (auto here = operands.begin(); here != operands.end(); ++here) {
    if (!here->quotes_name || here->occur == Occur::must_not) {
      out.push_back(*here);
      continue;
    }
    const auto bare = [&](const Node& node) { return is_bare(node, here->occur); };
    const auto left = std::find_if_not(out.rbegin(), out.rend(), bare).base();
    const auto right = std::find_if_not(here + 1, operands.end(), bare);
    const std::vector<Node> quoted = words_of(*here);
    std::vector<Node> line(left, out.end());
    const std::size_t before = line.size();
    line.insert(line.end(), quoted.begin(), quoted.end());
    line.insert(line.end(), here + 1, right);
    if (is_name(line, before, quoted.size(), thesaurus, is_named)) {
      out.insert(out.end(), quoted.begin(), quoted.end());
    } else {
      out.push_back(*here);
    }
  }
  return out;
}

}  // namespace izde::searcher
