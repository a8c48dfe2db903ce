#include "searcher/engine/entries.hpp"

#include <algorithm>

namespace izde::searcher {
namespace {

// свободѣ совѣсти, слова is свобода слова; железную посуду по такой дорогой цене is no железная дорога.
constexpr std::size_t kWordsBetween = 2;

}  // namespace

void make_parts(Atom& atom) {
  for (Alternative& alternative : atom.alternatives) alternative.part = alternative.reason < Reason::name;
}

void tie_entries(std::span<const PlanNode> nodes, std::span<const WordEquivalents> equivalents,
                 std::vector<Atom>& atoms) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind != PlanNode::Kind::atom || equivalents[i].words < 2) continue;
    for (const PlanNode& node : nodes.subspan(equivalents[i].first, equivalents[i].words))
      if (node.kind == PlanNode::Kind::atom) atoms[nodes[i].atom].entry.push_back(node.atom);
  }
}

void tie_words(std::span<const PlanNode> nodes, std::vector<Atom>& atoms, double weight) {
  std::vector<std::uint32_t> entry;
  for (const PlanNode& node : nodes)
    if (node.kind == PlanNode::Kind::atom) entry.push_back(node.atom);
  for (const std::uint32_t word : entry) {
    atoms[word].entry = entry;
    for (Alternative& alternative : atoms[word].alternatives) {
      alternative.part = true;
      alternative.weight *= weight;
    }
  }
}

bool answers(const Occurrence& found, const Matches& matches, const std::vector<Atom>& atoms) {
  const auto brings = [&](const Occurrence& occurrence) {
    return !atoms[occurrence.atom].alternatives[occurrence.alternative].supports;
  };
  if (!brings(found)) return false;
  if (!atoms[found.atom].alternatives[found.alternative].part) return true;
  const auto& entry = atoms[found.atom].entry;
  const std::size_t farthest = entry.size() + kWordsBetween - 1;
  return std::all_of(entry.begin(), entry.end(), [&](std::uint32_t word) {
    return std::any_of(matches.begin(), matches.end(), [&](const Occurrence& other) {
      return other.atom == word && brings(other) && other.section == found.section &&
             std::max(other.position, found.position) - std::min(other.position, found.position) <= farthest;
    });
  });
}

}  // namespace izde::searcher
