#include "searcher/engine/issuers.hpp"

#include "schema/terms.hpp"
#include "searcher/engine/intent.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace izde::searcher {
namespace {

constexpr double kIssuerWeight = 0.8;  // docs/RANKING.md
constexpr std::int64_t kLongestMeeting = 31;  // days

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

bool names_issuer(const Plan& plan) {
  for (const Atom& atom : plan.atoms)
    for (const Alternative& alternative : atom.alternatives)
      if (!alternative.issuer_id.empty()) return true;
  return false;
}

bool met_on(const thesaurus::Concept& meeting, const Plan& plan) {
  if (meeting.scheme != "events" || !meeting.date) return false;
  const analysis::DayRange& met = *meeting.date;
  if (std::int64_t{met.last} - met.first > kLongestMeeting) return false;
  for (const AskedDate& asked : plan.dates)
    for (const auto& [days, weight] : asked.days)
      if (asked.ranks && days.first <= met.last && met.first <= days.last) return true;
  return false;
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

void add_meeting(Plan& plan, const Snapshot& snapshot, const thesaurus::Thesaurus& thesaurus) {
  if (plan.dates.empty() || names_issuer(plan)) return;
  std::vector<bool> wanted(plan.atoms.size());
  collect_wanted(plan.root, wanted);
  std::size_t named = 0;
  while (named < plan.atoms.size() && !(wanted[named] && names_meeting(plan.atoms[named].word))) ++named;
  if (named == plan.atoms.size()) return;
  std::vector<Alternative> found;
  for (const thesaurus::Concept& meeting : thesaurus.concepts())
    if (met_on(meeting, plan))
      if (Alternative acts = acts_of(meeting.id, snapshot); acts.frequency > 0) found.push_back(std::move(acts));
  if (found.size() == 1) plan.atoms[named].alternatives.push_back(std::move(found.front()));
}

}  // namespace izde::searcher
