#include "searcher/engine/field_terms.hpp"

#include "analysis/analyzer.hpp"
#include "schema/terms.hpp"

#include <map>
#include <set>

namespace izde::searcher {
namespace {

using Kind = PlanNode::Kind;

// As the writer stored it; an id keeps its capitals.
std::string keyword_value(const std::string& text, const schema::Field& field) {
  return field.name == "id" ? text : schema::keyword_value(text);
}

// Every word, in any of its readings.
PlanNode text_terms(const std::string& text, const schema::Field& field) {
  const analysis::Analyzer analyzer;
  std::map<std::size_t, std::set<std::string>> words;
  for (const analysis::Reading& reading : analyzer.readings(text))
    for (const analysis::Token& token : analyzer.analyze(text, reading))
      if (token.width == 1) words[token.position].insert(schema::keyword_term(field.prefix, schema::stem_term(token)));
  PlanNode all;
  all.kind = Kind::all;
  for (const auto& [position, terms] : words) {
    PlanNode word;
    word.kind = Kind::term;
    word.terms.assign(terms.begin(), terms.end());
    all.children.push_back(std::move(word));
  }
  return all.children.empty() ? PlanNode{} : all;
}

// A bare list means any of keywords (lang:(kk ru)), but all of the words of a text (author:(Ахмет Байтурсынов)).
PlanNode list_terms(const Node& list, const schema::Field& field) {
  PlanNode out;
  out.kind = Kind::best;
  for (const Node& child : list.children) {
    PlanNode part = field_terms(child, field);
    part.occur = child.occur == Occur::may && field.kind == schema::FieldKind::text ? Occur::must : child.occur;
    out.children.push_back(std::move(part));
  }
  return out;
}

PlanNode operator_terms(const Node& value, const schema::Field& field) {
  PlanNode out;
  out.kind = value.op == Operator::any ? Kind::any : value.op == Operator::except ? Kind::except : Kind::all;
  for (const Node& child : value.children) out.children.push_back(field_terms(child, field));
  return out;
}

}  // namespace

PlanNode field_terms(const Node& value, const schema::Field& field) {
  if (value.op == Operator::best) return list_terms(value, field);
  if (!value.children.empty()) return operator_terms(value, field);
  if (field.kind == schema::FieldKind::text) return text_terms(value.text, field);
  PlanNode out;
  out.kind = Kind::term;
  out.terms.push_back(schema::keyword_term(field.prefix, keyword_value(value.text, field)));
  if (field.name == "id") out.terms.push_back(schema::passage_term(value.text));
  return out;
}

}  // namespace izde::searcher
