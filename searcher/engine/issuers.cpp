#include "searcher/engine/issuers.hpp"

#include "schema/terms.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace izde::searcher {
namespace {

constexpr double kIssuerWeight = 0.8;  // docs/RANKING.md

// What is left out is meant as it is typed.
void collect_wanted(const PlanNode& node, std::vector<bool>& wanted) {
  if (node.occur == Occur::must_not) return;
  if (node.kind == PlanNode::Kind::except) return collect_wanted(node.children[0], wanted);
  if (node.kind == PlanNode::Kind::atom) wanted[node.atom] = true;
  for (const PlanNode& child : node.children) collect_wanted(child, wanted);
}

std::vector<std::string> concepts_of(const Atom& atom) {
  std::vector<std::string> ids;
  for (const Alternative& alternative : atom.alternatives)
    if (alternative.reason == Reason::alias && !alternative.concept_id.empty()) ids.push_back(alternative.concept_id);
  return ids;
}

Alternative acts_of(const std::string& concept_id, const Snapshot& snapshot) {
  Alternative acts;
  acts.reason = Reason::alias;
  acts.issuer_id = concept_id;
  acts.term = schema::issuer_term(concept_id);
  acts.weight = kIssuerWeight;
  acts.frequency = snapshot.frequency(acts.term);
  acts.idf = snapshot.idf(acts.frequency, acts.language);
  return acts;
}

}  // namespace

bool asks_for_acts(const Plan& plan) {
  return !plan.dates.empty() || plan.intent[static_cast<std::size_t>(schema::PassageKind::decree)];
}

void add_issuers(Plan& plan, const Snapshot& snapshot) {
  std::vector<bool> wanted(plan.atoms.size());
  collect_wanted(plan.root, wanted);
  for (std::size_t i = 0; i < plan.atoms.size(); ++i) {
    if (!wanted[i]) continue;
    for (const std::string& id : concepts_of(plan.atoms[i]))
      if (Alternative acts = acts_of(id, snapshot); acts.frequency > 0)
        plan.atoms[i].alternatives.push_back(std::move(acts));
  }
}

}  // namespace izde::searcher
