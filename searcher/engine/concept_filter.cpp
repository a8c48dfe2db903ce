#include "searcher/engine/concept_filter.hpp"

#include "analysis/letters.hpp"
#include "schema/fields.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/facets.hpp"
#include "searcher/engine/field_terms.hpp"
#include "searcher/engine/labels.hpp"
#include "searcher/engine/spelling.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace izde::searcher {
namespace {

using Kind = PlanNode::Kind;

constexpr std::size_t kMostNear = 3;

constexpr std::array<ConceptField, 3> kConceptFields{{
    {"person", Facet::people, "person"},
    {"place", Facet::places, "place"},
    {"org", Facet::institutions, "institution"},
}};

std::string quoted(const std::string& text) { return "“" + text + "”"; }

class ConceptFilter {
 public:
  ConceptFilter(const ConceptField& field, const thesaurus::Thesaurus& thesaurus, const Snapshot& snapshot,
                std::vector<Diagnostic>& diagnostics)
      : field_(field),
        described_(schema::find_field(field.name)),
        thesaurus_(thesaurus),
        snapshot_(snapshot),
        diagnostics_(diagnostics) {}

  PlanNode of(const Node& value) {
    if (value.op == Operator::best) return of_list(value);
    if (value.children.empty()) return of_concepts(value, concepts_of(value));
    PlanNode out;
    out.kind = value.op == Operator::any ? Kind::any : value.op == Operator::except ? Kind::except : Kind::all;
    for (const Node& child : value.children) out.children.push_back(of(child));
    return out;
  }

  /// The same of the document's description, where that has the field.
  PlanNode with_described(PlanNode mentioned, const Node& value) const {
    if (described_ == nullptr) return mentioned;
    PlanNode any;
    any.kind = Kind::any;
    any.children.push_back(std::move(mentioned));
    std::vector<Diagnostic> told_of_mentions;
    any.children.push_back(field_terms(value, *described_, snapshot_, told_of_mentions));
    return any;
  }

 private:
  // org:(Alash Orda) is one name; place:(Semey Orynbor) either of two.
  PlanNode of_list(const Node& list) {
    const bool words = std::all_of(list.children.begin(), list.children.end(), [](const Node& child) {
      return child.op == Operator::word && child.occur == Occur::may;
    });
    Node joined;
    joined.op = Operator::phrase;
    joined.span = list.span;
    for (const Node& child : list.children) joined.text.append(joined.text.empty() ? "" : " ").append(child.text);
    if (words)
      if (const auto concepts = concepts_of(joined); !concepts.empty()) return of_concepts(joined, concepts);
    PlanNode out;
    out.kind = Kind::best;
    for (const Node& child : list.children) {
      out.children.push_back(of(child));
      out.children.back().occur = child.occur;
    }
    return out;
  }

  std::set<std::string> concepts_of(const Node& leaf) const {
    if (leaf.op == Operator::prefix || leaf.op == Operator::fuzzy) return concepts_like(leaf);
    std::set<std::string> wanted;
    for (const std::string& id : named(leaf))
      if (is_wanted(concept_of(id))) wanted.insert(id);
    return wanted.empty() ? called(leaf) : wanted;
  }

  // Terms (суд, земля) are translated, and name nobody.
  bool is_wanted(const thesaurus::Concept& named) const { return facet_of(named) == field_.facet && !named.is_term(); }

  // In a text қазақ is a people and «Қазақ» газеті the newspaper; the field says that a name of its kind is meant.
  std::set<std::string> called(const Node& leaf) const {
    const std::u32string wanted = title_in(folded(leaf.text));
    std::set<std::string> concepts;
    for_each_label([&](const thesaurus::Concept& named, const thesaurus::Label& label) {
      if (title_in(folded(label.text)) == wanted) concepts.insert(named.id);
    });
    return concepts;
  }

  // Every concept that the whole leaf is a name of.
  std::set<std::string> named(const Node& leaf) const {
    const auto labels = find_labels({&leaf, 1}, thesaurus_);
    return labels.empty() ? std::set<std::string>() : labels.front().concepts;
  }

  const thesaurus::Concept& concept_of(const std::string& id) const {
    return thesaurus_.concepts()[static_cast<std::size_t>(thesaurus_.find(id))];
  }

  std::set<std::string> concepts_like(const Node& leaf) const {
    const std::u32string wanted = folded(leaf.text);
    std::set<std::string> concepts;
    for_each_label([&](const thesaurus::Concept& named, const thesaurus::Label& label) {
      const std::u32string letters = folded(label.text);
      const bool like = leaf.op == Operator::prefix ? fits(wanted, letters)
                                                    : edit_distance(wanted, letters, leaf.distance) <= leaf.distance;
      if (like) concepts.insert(named.id);
    });
    return concepts;
  }

  // Қазақ, of «Қазақ» газеті; else the whole label.
  static std::u32string title_in(std::u32string letters) {
    const std::size_t open = letters.find(U'«');
    const std::size_t close = letters.find(U'»', open);
    return close == letters.npos ? letters : letters.substr(open + 1, close - open - 1);
  }

  static std::u32string folded(std::string_view text) { return analysis::letters_of(schema::keyword_value(text)); }

  template <class Take>
  void for_each_label(const Take& take) const {
    for (const thesaurus::Concept& named : thesaurus_.concepts())
      if (is_wanted(named))
        for (const thesaurus::Label& label : named.labels) take(named, label);
  }

  PlanNode of_concepts(const Node& leaf, const std::set<std::string>& concepts) {
    PlanNode out;
    bool mentioned = false;
    for (const std::string& id : concepts) {
      out.kind = Kind::term;
      out.terms.push_back(schema::concept_term(id));
      mentioned |= snapshot_.frequency(out.terms.back()) > 0;
    }
    if (mentioned || is_described(leaf)) return out;
    diagnostics_.push_back({leaf.span, concepts.empty() ? told_unknown(leaf) : told_unmentioned(leaf)});
    return out;
  }

  bool is_described(const Node& leaf) const {
    std::vector<Diagnostic> missing;
    if (described_ != nullptr) field_terms(leaf, *described_, snapshot_, missing);
    return described_ != nullptr && missing.empty();
  }

  std::string told_unmentioned(const Node& leaf) const {
    return "No passage mentions the " + std::string(field_.noun) + " " + quoted(leaf.text) + "; " + how_to_list();
  }

  // With the field that would have found it, or labels that look like it, or how to see which there are.
  std::string told_unknown(const Node& leaf) const {
    std::string message = quoted(leaf.text) + " is no " + std::string(field_.noun) + " of the thesaurus";
    for (const std::string& id : named(leaf))
      for (const ConceptField& other : kConceptFields)
        if (other.facet == facet_of(concept_of(id)) && !concept_of(id).is_term())
          return message + " but the name of another concept; write " + std::string(other.name) + ":";
    std::string near;
    for (const std::string& label : labels_near(leaf)) near += (near.empty() ? "" : " or ") + quoted(label);
    return message + "; " + (near.empty() ? how_to_list() : "did you mean " + near + "?");
  }

  std::string how_to_list() const {
    return "izde-search --" + std::string(describe(field_.facet)) + " lists those that are mentioned";
  }

  // The nearest label of each concept, nearest first.
  std::vector<std::string> labels_near(const Node& leaf) const {
    const std::u32string wanted = folded(leaf.text);
    const std::size_t limit = std::max<std::size_t>(2, wanted.size() / 3);
    std::set<std::tuple<std::size_t, std::string, std::string>> near;
    for_each_label([&](const thesaurus::Concept& named, const thesaurus::Label& label) {
      if (label.kind == thesaurus::LabelKind::hidden) return;
      const std::size_t edits = edit_distance(wanted, folded(label.text), limit);
      if (edits <= limit && edits < wanted.size()) near.emplace(edits, label.text, named.id);
    });
    std::set<std::string> met;
    std::vector<std::string> labels;
    for (const auto& [edits, label, id] : near)
      if (labels.size() < kMostNear && met.insert(id).second) labels.push_back(label);
    return labels;
  }

  const ConceptField& field_;
  const schema::Field* described_;  // the field of that name in descriptions, if there is one
  const thesaurus::Thesaurus& thesaurus_;
  const Snapshot& snapshot_;
  std::vector<Diagnostic>& diagnostics_;
};

void tell_other_thesaurus(std::vector<Diagnostic>& diagnostics) {
  const std::string message =
      "The index was made with another thesaurus, so person:, place: and org: find the names that one had; run "
      "izde-index again with this thesaurus.";
  const auto told = [&](const Diagnostic& diagnostic) { return diagnostic.message == message; };
  if (std::none_of(diagnostics.begin(), diagnostics.end(), told)) diagnostics.push_back({{}, message});
}

}  // namespace

const ConceptField* find_concept_field(std::string_view name) {
  const auto row = std::find_if(kConceptFields.begin(), kConceptFields.end(),
                                [&](const ConceptField& field) { return field.name == name; });
  return row == kConceptFields.end() ? nullptr : &*row;
}

std::vector<std::string> query_fields() {
  std::vector<std::string> names = schema::field_names();
  for (const ConceptField& field : kConceptFields)
    if (schema::find_field(field.name) == nullptr) names.emplace_back(field.name);
  return names;
}

PlanNode concept_filter(const Node& field, const thesaurus::Thesaurus& thesaurus, const Snapshot& snapshot,
                        std::vector<Diagnostic>& diagnostics) {
  const ConceptField* row = find_concept_field(field.field);
  if (row == nullptr || field.children.empty()) return {};
  const std::string fingerprint = thesaurus.fingerprint();
  for (const Shard& shard : snapshot.shards())
    if (shard.state.thesaurus != fingerprint) tell_other_thesaurus(diagnostics);
  ConceptFilter filter(*row, thesaurus, snapshot, diagnostics);
  return filter.with_described(filter.of(field.children[0]), field.children[0]);
}

}  // namespace izde::searcher
