#include "searcher/engine/field_values.hpp"

#include "analysis/letters.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/spelling.hpp"

#include <algorithm>

namespace izde::searcher {
namespace {

constexpr std::size_t kMostTold = 8;

/// The commonest values, commonest first; one more than are told, if there are more.
std::vector<std::string> common_values(const schema::Field& field, const Snapshot& snapshot) {
  const std::string prefix(field.prefix);
  const Xapian::Database& database = snapshot.database();
  std::vector<std::pair<std::size_t, std::string>> counted;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
    counted.emplace_back(term.get_termfreq(), (*term).substr(prefix.size()));
  std::sort(counted.begin(), counted.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (counted.size() > kMostTold + 1) counted.resize(kMostTold + 1);
  std::vector<std::string> values;
  values.reserve(counted.size());
  for (auto& [count, value] : counted) values.push_back(std::move(value));
  return values;
}

}  // namespace

std::string field_value(std::string_view text, const schema::Field& field) {
  return field.name == "id" ? std::string(text) : schema::keyword_value(text);
}

std::vector<std::string> terms_like(std::string_view pattern, const schema::Field& field, const Snapshot& snapshot) {
  const std::string wanted = field_value(pattern, field);
  const std::u32string letters = analysis::letters_of(wanted);
  const std::string beginning = std::string(field.prefix) + wanted.substr(0, wanted.find_first_of("*?"));
  const Xapian::Database& database = snapshot.database();
  std::vector<std::string> terms;
  for (auto term = database.allterms_begin(beginning); term != database.allterms_end(beginning); ++term)
    if (fits(letters, analysis::letters_of((*term).substr(field.prefix.size())))) terms.push_back(*term);
  return terms;
}

std::optional<Diagnostic> told_missing(const Node& value, const std::vector<std::string>& terms,
                                       const schema::Field& field, const Snapshot& snapshot) {
  const bool met =
      std::any_of(terms.begin(), terms.end(), [&](const std::string& term) { return snapshot.frequency(term) > 0; });
  if (met) return std::nullopt;
  std::string message = "No passage has " + std::string(field.name) + ":" + value.text;
  if (field.kind == schema::FieldKind::text || field.name == "id") return Diagnostic{value.span, message + "."};
  const std::vector<std::string> values = common_values(field, snapshot);
  if (values.empty()) return Diagnostic{value.span, message + "; this index has no such field."};
  for (std::size_t i = 0; i < std::min(values.size(), kMostTold); ++i)
    message += (i == 0 ? "; there are " : ", ") + values[i];
  return Diagnostic{value.span, message + (values.size() > kMostTold ? ", …" : "")};
}

std::vector<Diagnostic> told_missing_kinds(const std::vector<std::string>& kinds, const Snapshot& snapshot) {
  const schema::Field& field = *schema::find_field("kind");
  std::vector<Diagnostic> missing;
  for (const std::string& kind : kinds) {
    Node value;
    value.text = kind;
    const std::string term = schema::keyword_term(field.prefix, field_value(kind, field));
    if (auto told = told_missing(value, {term}, field, snapshot)) missing.push_back(std::move(*told));
  }
  return missing;
}

}  // namespace izde::searcher
