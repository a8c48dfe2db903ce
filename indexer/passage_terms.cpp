#include "indexer/passage_terms.hpp"

#include "analysis/detect.hpp"
#include "schema/dates.hpp"
#include "schema/fields.hpp"
#include "schema/terms.hpp"

#include <utility>

namespace izde::indexer {
namespace {

std::string field_term(std::string_view field, std::string_view value) {
  return schema::keyword_term(schema::find_field(field)->prefix, schema::keyword_value(value));
}

// Words alone, as of titles.
std::vector<std::string> field_words(std::string_view field, const analysis::Tokens& tokens) {
  std::vector<std::string> terms;
  for (const auto& [term, count] : schema::terms_of(tokens))
    if (!schema::is_pair(term)) terms.push_back(schema::keyword_term(schema::find_field(field)->prefix, term));
  return terms;
}

}  // namespace

std::vector<std::string> terms_of_fields(const schema::Metadata& metadata, const analysis::Analyzer& analyzer,
                                         analysis::Language claimed) {
  std::vector<std::string> terms;
  for (const auto& [name, value] : metadata) {
    const schema::Field* field = schema::find_field(name);
    if (field == nullptr || field->kind == schema::FieldKind::section || name == "lang" || name == "id") continue;
    if (field->kind == schema::FieldKind::text) {
      for (std::string& term : field_words(name, analyzer.analyze(value, analysis::detect(value, claimed))))
        terms.push_back(std::move(term));
    } else if (!value.empty()) {
      terms.push_back(field_term(name, value));
    }
  }
  return terms;
}

std::vector<std::string> place_terms(const schema::Passage& passage) {
  std::vector<std::string> terms{schema::language_term(passage.reading.language),
                                 field_term("script", analysis::code(passage.reading.script)),
                                 schema::number_term(passage.number)};
  if (!passage.page.empty()) terms.push_back(field_term("page", passage.page));
  for (const schema::KindMark& mark : passage.kinds)
    terms.push_back(field_term("kind", schema::kKindNames[static_cast<std::size_t>(mark.kind)]));
  const std::vector<std::string> dates = schema::date_terms(passage.dates, passage.act);
  terms.insert(terms.end(), dates.begin(), dates.end());
  if (passage.written && dates.front() == schema::kUndatedTerm)
    for (std::string& term : schema::own_date_terms(*passage.written)) terms.push_back(std::move(term));
  return terms;
}

std::vector<std::string> terms_of_names(const schema::Passage& passage) {
  std::vector<std::string> terms;
  for (const schema::Mention& mention : passage.mentions) terms.push_back(schema::concept_term(mention.concept_id));
  if (passage.act)
    for (const std::string& issuer : passage.act->issuers) terms.push_back(schema::issuer_term(issuer));
  return terms;
}

}  // namespace izde::indexer
