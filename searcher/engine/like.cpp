#include "searcher/engine/like.hpp"

#include "schema/terms.hpp"
#include "searcher/engine/dating.hpp"
#include "searcher/engine/expand.hpp"
#include "searcher/engine/matter.hpp"
#include "searcher/engine/passage_ids.hpp"
#include "searcher/engine/words.hpp"

#include <utility>

namespace izde::searcher {
namespace {

using Kind = PlanNode::Kind;

// docs/RANKING.md, measured with scripts/evaluate like
constexpr std::size_t kWords = 10;
constexpr double kConcept = 3;    // of a name's rarity: it says more of a matter than a word does
constexpr double kDate = 0.35;    // of the weight that a date typed in a query has
constexpr double kForeign = 0.6;  // words read in another language, as in a query whose language is sure

// Each unit stands for itself, lest neighbours in this list make a name or an entry of the lexicon.
Node node_of(const MatterWord& unit) {
  Node node;
  node.op = Operator::best;
  for (const std::string& text : unit.words) {
    Node word;
    word.op = Operator::word;
    word.text = text;
    node.children.push_back(std::move(word));
  }
  return node;
}

Node words_of(const Matter& matter) {
  Node root;
  root.op = Operator::best;
  for (const MatterWord& unit : matter.words) root.children.push_back(node_of(unit));
  return root;
}

std::string_view name_of(const std::string& id, const Matter& matter, const thesaurus::Thesaurus& thesaurus) {
  return thesaurus.concepts()[static_cast<std::size_t>(thesaurus.find(id))].name(
      analysis::code(matter.passage.reading.language));
}

// Names say more of a matter than words: their rarity counts as a multiple.
void add_concepts(Plan& plan, const Matter& matter, const WordExpander& words, const thesaurus::Thesaurus& thesaurus) {
  for (const std::string& id : matter.concepts) {
    Atom atom;
    atom.word = name_of(id, matter, thesaurus);
    words.add_concept(atom, id);
    for (Alternative& alternative : atom.alternatives) alternative.idf *= kConcept;
    PlanNode node;
    node.kind = Kind::atom;
    node.atom = static_cast<std::uint32_t>(plan.atoms.size());
    plan.atoms.push_back(std::move(atom));
    plan.root.children.push_back(std::move(node));
  }
}

PlanNode term(std::string wanted) {
  PlanNode node;
  node.kind = Kind::term;
  node.terms.push_back(std::move(wanted));
  return node;
}

void leave_out(Plan& plan, const schema::Passage& passage, bool only_itself) {
  PlanNode others;
  others.kind = Kind::except;
  others.children.push_back(std::move(plan.root));
  others.children.push_back(only_itself ? only({passage.document, passage.number})
                                        : term(schema::document_term(passage.document)));
  plan.root = std::move(others);
}

// For people: what is asked for cannot be typed so.
std::string understood(const Matter& matter, const thesaurus::Thesaurus& thesaurus) {
  std::string text;
  for (const MatterWord& unit : matter.words) {
    std::string words;
    for (const std::string& word : unit.words) words.append(words.empty() ? "" : " ").append(word);
    const bool several = unit.words.size() > 1;
    text.append(text.empty() ? "" : " ").append(several ? "(" : "").append(words).append(several ? ")" : "");
  }
  for (const std::string& id : matter.concepts)
    text.append(text.empty() ? "" : " ").append("~name:\"").append(name_of(id, matter, thesaurus)).append("\"");
  return with_dates(text, matter.dates);
}

}  // namespace

Understood understand_like(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge) {
  const Matter matter = matter_of(passage_named(request.like, snapshot), kWords, snapshot, knowledge);
  const analysis::Language language = matter.passage.reading.language;
  MainLanguage main;
  main.language = main.likeliest = language;
  main.foreign_weight = kForeign;
  main.has_content = true;
  Understood out;
  out.language = language;
  out.said = {request.query, understood(matter, knowledge.thesaurus), {}, {}};
  out.plan = expand(words_of(matter), snapshot, knowledge, request, main);
  if (out.plan.root.kind != Kind::best) {
    PlanNode list;
    list.kind = Kind::best;
    list.children.push_back(std::move(out.plan.root));
    out.plan.root = std::move(list);
  }
  out.plan.weights = request.weights;
  add_concepts(out.plan, matter, WordExpander(snapshot, knowledge.dictionary, main, true), knowledge.thesaurus);
  std::vector<AskedDate> dates = matter.dates;
  for (AskedDate& date : dates)
    for (AskedDate::Days& days : date.days) days.weight *= kDate;
  if (out.plan.root.children.empty() && dates.empty()) out.plan.root.kind = Kind::nothing;
  add_dates(out.plan, std::move(dates), request);
  for (const schema::KindMark& mark : matter.passage.kinds) out.plan.intent[static_cast<std::size_t>(mark.kind)] = true;
  leave_out(out.plan, matter.passage, request.same_document);
  out.said.diagnostics = out.plan.diagnostics;
  return out;
}

}  // namespace izde::searcher
