#include "searcher/engine/issuers.hpp"

#include "schema/terms.hpp"
#include "searcher/engine/intent.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace izde::searcher {
namespace {

constexpr double kIssuerWeight = 0.8;         // docs/RANKING.md
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

/// Whether the places that a query names, if it names any, leave room for a meeting: one is where it met.
bool may_have_met(const thesaurus::Concept& meeting, const Plan& plan, const thesaurus::Thesaurus& thesaurus) {
  bool elsewhere = false;
  for (const Atom& atom : plan.atoms)
    for (const std::string& id : concepts_of(atom)) {
      const std::int64_t index = thesaurus.find(id);
      if (index < 0 || thesaurus.concepts()[static_cast<std::size_t>(index)].scheme != "places") continue;
      if (std::find(meeting.related.begin(), meeting.related.end(), id) != meeting.related.end()) return true;
      elsewhere = true;
    }
  return !elsewhere;
}

/// The atom at which a meeting is named by what it is, in one word or two (đại hội); their number if there is none.
std::size_t named_meeting(const Plan& plan) {
  std::vector<bool> wanted(plan.atoms.size());
  collect_wanted(plan.root, wanted);
  for (std::size_t i = 0; i < plan.atoms.size(); ++i)
    if (wanted[i] && names_meeting(plan.atoms[i].word)) return i;
  for (std::size_t i = 0; i + 1 < plan.atoms.size(); ++i)
    if (wanted[i] && wanted[i + 1] && names_meeting(plan.atoms[i].word + " " + plan.atoms[i + 1].word)) return i;
  return plan.atoms.size();
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
  const std::size_t named = named_meeting(plan);
  if (named == plan.atoms.size()) return;
  std::vector<Alternative> found;
  for (const thesaurus::Concept& meeting : thesaurus.concepts())
    if (met_on(meeting, plan) && may_have_met(meeting, plan, thesaurus))
      if (Alternative acts = acts_of(meeting.id, snapshot); acts.frequency > 0) found.push_back(std::move(acts));
  if (found.size() == 1) plan.atoms[named].alternatives.push_back(std::move(found.front()));
}

}  // namespace izde::searcher
