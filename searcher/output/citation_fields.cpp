#include "searcher/output/citation_fields.hpp"

#include "analysis/table.hpp"
#include "schema/terms.hpp"
#include "searcher/output/line.hpp"
#include "searcher_tables.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace izde::searcher {
namespace {

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

bool means_others(std::string_view author) {
  const std::string text = schema::keyword_value(author.substr(0, author.find_last_not_of('.') + 1));
  const auto rows = analysis::rows_of(tables::and_others);
  return std::any_of(rows.begin(), rows.end(), [&](const analysis::Row& row) { return row[0] == text; });
}

}  // namespace

CitationFields citation_fields(const CitedSource& source) {
  const auto value = [&source](std::string_view name) { return one_line(schema::value_of(source.metadata, name)); };
  CitationFields fields;
  for (const auto& [name, text] : source.metadata) {
    if (name == "author") fields.authors.push_back(one_line(text));
    if (name == "translator") fields.translators.push_back(one_line(text));
  }
  if (fields.authors.size() > 1 && means_others(fields.authors.back())) {
    fields.more_authors = true;
    fields.authors.pop_back();
  }
  fields.title = one_line(source.title.empty() ? source.document : source.title);
  for (const auto& [name, field] :
       {std::pair{"edition", &fields.edition}, std::pair{"place", &fields.place},
        std::pair{"publisher", &fields.publisher}, std::pair{"newspaper", &fields.newspaper},
        std::pair{"issue", &fields.issue}, std::pair{"column", &fields.column}, std::pair{"archive", &fields.archive},
        std::pair{"fond", &fields.fond}, std::pair{"opis", &fields.opis}, std::pair{"delo", &fields.delo},
        std::pair{"leaf", &fields.leaf}, std::pair{"source", &fields.source}, std::pair{"url", &fields.url}})
    *field = value(name);
  fields.page = source.page.empty() ? value("page") : one_line(source.page);
  if (is_address(fields.source)) {
    if (fields.url.empty()) fields.url = fields.source;
    fields.source.clear();
  }
  if (fields.is_archival()) fields.source.clear();
  return fields;
}

std::string call_number(const CitationFields& fields) {
  std::string out = fields.archive;
  for (const auto& [label, value] : {std::pair{"Ф. ", &fields.fond}, std::pair{"Оп. ", &fields.opis},
                                     std::pair{"Д. ", &fields.delo}, std::pair{"Л. ", &fields.leaf}}) {
    if (value->empty()) continue;
    if (!out.empty()) out += out.ends_with('.') ? " " : ". ";
    out.append(label).append(*value);
  }
  return out;
}

}  // namespace izde::searcher
