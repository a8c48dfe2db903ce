#include "searcher/output/numbers.hpp"
#include "searcher/output/renderers.hpp"

#include <ostream>

namespace izde::searcher {
namespace {

std::string cell(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '\t':
        escaped += "\\t";
        break;
      case '\n':
        escaped += "\\n";
        break;
      case '\r':
        escaped += "\\r";
        break;
      case '\\':
        escaped += "\\\\";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

}  // namespace

void render_tsv(const Response& response, const RenderOptions&, std::ostream& out) {
  for (const Hit& hit : response.hits) {
    const analysis::Span span = hit.excerpt.span;
    out << std::to_string(hit.rank) << '\t' << fixed(hit.score, 6) << '\t' << cell(hit.id) << '\t'
        << analysis::code(hit.passage.reading.language) << '\t' << cell(hit.passage.title) << '\t'
        << cell(std::string_view(hit.passage.text).substr(span.begin, span.end - span.begin)) << '\n';
  }
}

void render_facets_tsv(const Response& response, const RenderOptions& options, std::ostream& out) {
  if (!response.facets) return;
  for (const Facet facet : options.facets)
    for (const FacetRow& row : (*response.facets)[static_cast<std::size_t>(facet)])
      out << describe(facet) << '\t' << cell(row.id) << '\t' << cell(row.name) << '\t' << std::to_string(row.count)
          << '\n';
}

}  // namespace izde::searcher
