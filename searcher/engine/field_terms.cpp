#include "searcher/engine/field_terms.hpp"

#include "analysis/date.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/field_values.hpp"
#include "searcher/engine/passage_ids.hpp"
#include "searcher/engine/readings.hpp"

#include <map>
#include <set>

namespace izde::searcher {
namespace {

using Kind = PlanNode::Kind;

class FieldTerms {
 public:
  FieldTerms(const schema::Field& field, const Snapshot& snapshot, std::vector<Diagnostic>& diagnostics)
      : field_(field), snapshot_(snapshot), diagnostics_(diagnostics) {}

  PlanNode of(const Node& value) {
    if (value.op == Operator::best) return of_list(value);
    if (!value.children.empty()) return of_operator(value);
    if (field_.kind == schema::FieldKind::text) return of_text(value);
    if (value.op == Operator::prefix) return of_terms(value, terms_like(value.text, field_, snapshot_));
    if (field_.name == "id") return of_id(value);
    return of_terms(value, {schema::keyword_term(field_.prefix, field_value(value.text, field_))});
  }

 private:
  // A document may be named as a passage of another is.
  PlanNode of_id(const Node& value) {
    std::string term = schema::keyword_term(field_.prefix, field_value(value.text, field_));
    const auto name = parse_passage_id(value.text);
    if (!name || !find_passage(value.text, snapshot_)) return of_terms(value, {std::move(term)});
    if (snapshot_.frequency(term) == 0) return only(*name);
    PlanNode either;
    either.kind = Kind::any;
    either.children = {of_terms(value, {std::move(term)}), only(*name)};
    return either;
  }

  PlanNode of_terms(const Node& value, std::vector<std::string> terms) {
    if (auto missing = told_missing(value, terms, field_, snapshot_)) diagnostics_.push_back(std::move(*missing));
    PlanNode out;
    if (terms.empty()) return out;
    out.kind = Kind::term;
    out.terms = std::move(terms);
    return out;
  }

  // Every word, in any of its readings.
  PlanNode of_text(const Node& value) {
    if (value.op == Operator::prefix)
      diagnostics_.push_back({value.span, "“" + value.text + "”: * and ? have no meaning in " +
                                              std::string(field_.name) + ":, whose words are found in every form"});
    std::map<std::size_t, std::set<std::string>> words;
    for (const analysis::Tokens& tokens : readings_of_text(value.text, snapshot_.analyzers()))
      for (const analysis::Token& token : tokens)
        if (token.width == 1)
          words[token.position].insert(schema::keyword_term(field_.prefix, schema::stem_term(*token)));
    PlanNode all;
    all.kind = Kind::all;
    for (const auto& [position, terms] : words)
      all.children.push_back(of_terms(value, std::vector<std::string>(terms.begin(), terms.end())));
    return all.children.empty() ? PlanNode{} : all;
  }

  // A bare list means any of keywords (lang:(kk ru)), but all of the words of a text (author:(Ахмет Байтурсынов)).
  PlanNode of_list(const Node& list) {
    PlanNode out;
    out.kind = Kind::best;
    for (const Node& child : list.children) {
      PlanNode part = of(child);
      part.occur = child.occur == Occur::may && field_.kind == schema::FieldKind::text ? Occur::must : child.occur;
      out.children.push_back(std::move(part));
    }
    return out;
  }

  PlanNode of_operator(const Node& value) {
    PlanNode out;
    out.kind = value.op == Operator::any ? Kind::any : value.op == Operator::except ? Kind::except : Kind::all;
    for (const Node& child : value.children) out.children.push_back(of(child));
    return out;
  }

  const schema::Field& field_;
  const Snapshot& snapshot_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

PlanNode field_terms(const Node& value, const schema::Field& field, const Snapshot& snapshot,
                     std::vector<Diagnostic>& diagnostics) {
  return FieldTerms(field, snapshot, diagnostics).of(value);
}

PlanNode date_filter(const Node& node, std::vector<Diagnostic>& diagnostics) {
  PlanNode out;
  const auto days = analysis::parse_date_range(node.text);
  if (!days) {
    diagnostics.push_back({node.span, "“" + node.text +
                                          "” is not a date this understands; write 1917, 1917-12, "
                                          "1917-12-05, a range 1917-12..1918-06, or os:1917-12-05 for Old Style"});
    return out;
  }
  out.kind = Kind::dates;
  out.first_day = days->first;
  out.last_day = days->last;
  return out;
}

}  // namespace izde::searcher
