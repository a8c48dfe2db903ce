#include "searcher/engine/verdict.hpp"

#include "searcher/engine/compile.hpp"
#include "searcher/engine/concept_filter.hpp"
#include "searcher/engine/facets.hpp"
#include "thesaurus/thesaurus.hpp"

#include <algorithm>
#include <array>

namespace izde::searcher {
namespace {

using Kind = PlanNode::Kind;

class Verdict {
 public:
  Verdict(const Plan& plan, const Judged& judged) : plan_(plan), judged_(judged) {}

  void judge(const PlanNode& node) {
    if (!fulfilled(node)) blame(node);
  }
  std::vector<Failure> failures() && { return std::move(failures_); }

 private:
  bool fulfilled(const PlanNode& node) const { return fulfils(node, plan_, {judged_.matches, judged_.source}); }

  void blame(const PlanNode& node) {
    if (node.is_filter) return add(Failure::Kind::filter, name(node), value_of_field(node.typed));
    switch (node.kind) {
      case Kind::nothing:
        return add(Failure::Kind::nothing, "");
      case Kind::atom:
        return add(stands_weakly(node) ? Failure::Kind::support : Failure::Kind::word, name(node));
      case Kind::phrase:
      case Kind::near:
        return blame_row(node);
      case Kind::all:
        for (const PlanNode& child : node.children) judge(child);
        return;
      case Kind::best:
        return blame_list(node);
      case Kind::except:
        judge(node.children[0]);
        if (fulfilled(node.children[1])) add(Failure::Kind::exclusion, name(node.children[1]));
        return;
      case Kind::any:
        return node.typed.empty() ? add(Failure::Kind::words, name(node)) : blame(node.children.front());
      case Kind::term:
      case Kind::dates:
        return add(Failure::Kind::filter, name(node));
    }
  }

  bool stands_weakly(const PlanNode& atom) const {
    return std::any_of(judged_.matches.begin(), judged_.matches.end(),
                       [&](const Occurrence& found) { return found.atom == atom.atom; });
  }

  void blame_row(const PlanNode& node) {
    const std::size_t before = failures_.size();
    for (const PlanNode& child : node.children) judge(child);
    if (failures_.size() == before) add(Failure::Kind::order, name(node));
  }

  void blame_list(const PlanNode& node) {
    const std::size_t before = failures_.size();
    for (const PlanNode& child : node.children) {
      if (child.occur == Occur::must) judge(child);
      if (child.occur == Occur::must_not && fulfilled(child)) add(Failure::Kind::exclusion, name(child));
    }
    const auto weakly = [this](const PlanNode& child) { return child.kind == Kind::atom && stands_weakly(child); };
    const bool any = std::any_of(node.children.begin(), node.children.end(), weakly);
    if (failures_.size() == before) add(any ? Failure::Kind::support : Failure::Kind::words, name(node));
  }

  void add(Failure::Kind kind, std::string asked, std::string has = "") {
    failures_.push_back({kind, std::move(asked), std::move(has)});
  }

  // As typed where that is kept, else the words below.
  std::string name(const PlanNode& node) const {
    if (!node.typed.empty()) return node.typed;
    if (node.kind == Kind::atom) return plan_.atoms[node.atom].word;
    std::string text;
    const std::string_view between = node.kind == Kind::any || node.kind == Kind::best ? ", " : " ";
    for (const PlanNode& child : node.children) {
      if (child.occur == Occur::must_not) continue;
      const std::string part = name(child);
      if (!part.empty()) text.append(text.empty() ? "" : between).append(part);
    }
    return text;
  }

  std::string value_of_field(const std::string& typed) const {
    const std::string field = typed.substr(0, typed.find(':'));
    const schema::Passage& passage = judged_.passage;
    if (field == "lang") return std::string(analysis::code(passage.reading.language));
    if (field == "script") return std::string(analysis::code(passage.reading.script));
    if (field == "title") return passage.title;
    if (field == "heading") return passage.heading;
    if (field == "id") return passage.id();
    if (field == "page" && !passage.page.empty()) return passage.page;
    std::vector<std::string> values;
    if (field == "date")
      for (const analysis::FoundDate& date : passage.dates) values.push_back(date.edtf);
    if (field == "date" && !values.empty()) return joined(values);
    if (const ConceptField* row = find_concept_field(field)) values = mentioned(row->facet);
    for (const auto& [name, value] : judged_.metadata)
      if (name == field) values.push_back(value);
    return joined(values);
  }

  static std::string joined(const std::vector<std::string>& values) {
    std::string listed;
    for (const std::string& value : values) listed.append(listed.empty() ? "" : ", ").append(value);
    return listed;
  }

  // Names of what the passage mentions of that facet, in its language.
  std::vector<std::string> mentioned(Facet facet) const {
    std::vector<std::string> names;
    for (const schema::Mention& mention : judged_.passage.mentions) {
      const std::int64_t index = judged_.thesaurus.find(mention.concept_id);
      if (index < 0) continue;
      const thesaurus::Concept& named = judged_.thesaurus.concepts()[static_cast<std::size_t>(index)];
      if (facet_of(named) != facet) continue;
      std::string name(named.name(analysis::code(judged_.passage.reading.language)));
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return names;
  }

  const Plan& plan_;
  const Judged& judged_;
  std::vector<Failure> failures_;
};

}  // namespace

std::string_view describe(Failure::Kind kind) {
  constexpr std::array<std::string_view, 7> kWords{"nothing", "word",      "support", "words",
                                                   "order",   "exclusion", "filter"};
  return kWords[static_cast<std::size_t>(kind)];
}

std::vector<Failure> failures_of(const Plan& plan, const Request& request, const Judged& judged) {
  Verdict verdict(plan, judged);
  verdict.judge(plan.root);
  for (const PlanNode& filter : filters_of(request)) verdict.judge(filter);
  return std::move(verdict).failures();
}

}  // namespace izde::searcher
