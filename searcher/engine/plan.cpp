#include "searcher/engine/plan.hpp"

#include <algorithm>

namespace izde::searcher {
namespace {

bool is_precise(const Plan& plan, const PlanNode& node) {
  using Kind = PlanNode::Kind;
  if (node.kind == Kind::phrase || node.kind == Kind::near) return false;
  if (node.kind == Kind::atom) return plan.atoms[node.atom].precise;
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](const PlanNode& child) { return is_precise(plan, child); });
}

}  // namespace

double Atom::best_idf() const {
  double best = 0;
  for (const Alternative& alternative : alternatives) best = std::max(best, alternative.weight * alternative.idf);
  return best;
}

bool is_precise(const Plan& plan) { return is_precise(plan, plan.root); }

}  // namespace izde::searcher
