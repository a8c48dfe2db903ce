#include "searcher/engine/plan.hpp"

#include <algorithm>
#include <utility>

namespace izde::searcher {
namespace {

constexpr double kGoodTranslation = 0.8;  // weight of one the lexicon does not doubt (translate.cpp)

bool is_precise(const Plan& plan, const PlanNode& node) {
  using Kind = PlanNode::Kind;
  if (node.kind == Kind::phrase || node.kind == Kind::near || node.kind == Kind::dates) return false;
  if (node.kind == Kind::atom) return plan.atoms[node.atom].precise;
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](const PlanNode& child) { return is_precise(plan, child); });
}

}  // namespace

double Atom::best_idf() const {
  double best = 0;
  double translated = 0;
  for (const Alternative& alternative : alternatives) {
    double& which = alternative.reason == Reason::translation ? translated : best;
    which = std::max(which, alternative.weight * alternative.idf);
  }
  return best > 0 ? best : translated;
}

double Atom::best_idf(analysis::Language language) const {
  const auto translated = std::find_if(alternatives.begin(), alternatives.end(), [&](const Alternative& alternative) {
    return alternative.reason == Reason::translation && alternative.language == language;
  });
  if (translated != alternatives.end()) return translated->idf * std::min(1.0, translated->weight / kGoodTranslation);
  const bool elsewhere =
      names_nothing && std::none_of(alternatives.begin(), alternatives.end(),
                                    [&](const Alternative& own) { return own.language == language; });
  return elsewhere ? 0 : best_idf();
}

PlanNode filters_apart(PlanNode best) {
  PlanNode out;
  out.kind = PlanNode::Kind::all;
  std::vector<PlanNode> words;
  for (PlanNode& child : best.children) {
    const bool filter = child.is_filter && child.occur == Occur::must;
    (filter ? out.children : words).push_back(std::move(child));
  }
  best.children = std::move(words);
  if (out.children.empty()) return best;
  if (!best.children.empty()) out.children.insert(out.children.begin(), std::move(best));
  return out;
}

// құрылтай is in the index: then құрылыс, which only begins alike, is no answer to it.
void let_weak_support(Atom& atom) {
  const bool known =
      std::any_of(atom.alternatives.begin(), atom.alternatives.end(), [](const Alternative& alternative) {
        return !alternative.weak && !alternative.supports && alternative.frequency > 0;
      });
  for (Alternative& alternative : atom.alternatives) alternative.supports |= known && alternative.weak;
}

bool relax(Plan& plan) {
  bool any = false;
  for (Atom& atom : plan.atoms)
    for (Alternative& alternative : atom.alternatives) {
      any |= std::exchange(alternative.supports, false);
      any |= std::exchange(alternative.part, false);
    }
  return any;
}

bool is_precise(const Plan& plan) { return is_precise(plan, plan.root); }

}  // namespace izde::searcher
