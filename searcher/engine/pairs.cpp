#include "searcher/engine/pairs.hpp"

#include "schema/terms.hpp"

#include <set>
#include <string>
#include <utility>

namespace izde::searcher {

using analysis::Token;

namespace {

Pair pair_of(std::uint32_t left, std::uint32_t right, const std::vector<Atom>& atoms, const WordExpander& words) {
  Pair pair{left, right, {}};
  std::set<std::string> terms;
  for (const Token& first : atoms[left].tokens)
    for (const Token& second : atoms[right].tokens)
      if (std::string term = schema::pair_term(*first, *second); !term.empty()) terms.insert(std::move(term));
  for (const std::string& term : terms) {
    Alternative alternative;
    alternative.term = term;
    alternative.language = analysis::Language::vi;
    words.weigh(alternative);
    if (alternative.frequency > 0) pair.terms.push_back(std::move(alternative));
  }
  return pair;
}

}  // namespace

std::vector<Pair> pairs_of(const PlanNode& node, const std::vector<Atom>& atoms, const WordExpander& words) {
  std::vector<Pair> pairs;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    const PlanNode& left = node.children[i - 1];
    const PlanNode& right = node.children[i];
    const bool wanted = left.occur != Occur::must_not && right.occur != Occur::must_not;
    if (wanted && left.kind == PlanNode::Kind::atom && right.kind == PlanNode::Kind::atom)
      pairs.push_back(pair_of(left.atom, right.atom, atoms, words));
  }
  return pairs;
}

}  // namespace izde::searcher
