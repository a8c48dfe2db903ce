#include "searcher/output/csv_line.hpp"
#include "searcher/output/numbers.hpp"
#include "searcher/output/provenance.hpp"
#include "searcher/output/renderers.hpp"

#include <ostream>

namespace izde::searcher {
namespace {

const std::vector<std::string>& header() {
  static const std::vector<std::string> names{
      "rank",     "score",        "id",   "document",   "lang",     "title",       "heading", "dates",
      "os_dates", "kinds",        "act",  "act_number", "act_date", "act_os_date", "issuers", "people",
      "places",   "institutions", "page", "source",     "excerpt",  "citation",    "rerun"};
  return names;
}

std::vector<std::string> cells(const Hit& hit, const RenderOptions& options) {
  const schema::Passage& passage = hit.passage;
  const analysis::Span span = hit.excerpt.span;
  const schema::ActRecord act = passage.act.value_or(schema::ActRecord{});
  return {std::to_string(hit.rank),
          fixed(hit.score, 6),
          hit.id,
          passage.document,
          std::string(analysis::code(passage.reading.language)),
          passage.title,
          passage.heading,
          csv_list(hit.dates),
          csv_list(hit.os_dates),
          csv_list(hit.kinds),
          act.type,
          act.number,
          act.date,
          act.os_date,
          csv_list(hit.issuers),
          csv_list(hit.people),
          csv_list(hit.places),
          csv_list(hit.institutions),
          passage.page,
          std::string(schema::value_of(hit.metadata, "source")),
          passage.text.substr(span.begin, span.end - span.begin),
          cite(options.cite.value_or(CitationStyle::gost), cited(hit))};
}

}  // namespace

void render_csv(const Response& response, const RenderOptions& options, std::ostream& out) {
  write_csv_line(header(), out);
  const std::string rerun = provenance(options.rerun, response.index);
  for (const Hit& hit : response.hits) {
    std::vector<std::string> row = cells(hit, options);
    row.push_back(rerun);
    write_csv_line(row, out);
  }
}

}  // namespace izde::searcher
