#include "searcher/output/json.hpp"

#include "searcher/output/json_values.hpp"
#include "searcher/output/provenance.hpp"
#include "searcher/output/renderers.hpp"

#include <ostream>

namespace izde::searcher {
namespace {

Json marks(const Hit& hit) {
  Json list = Json::array();
  for (const Mark& mark : hit.marks) {
    list.push_back({{"begin", mark.span.begin},
                    {"end", mark.span.end},
                    {"reason", describe(mark.reason)},
                    {"word", mark.query_word}});
  }
  return list;
}

void add_hit(Json& object, const Hit& hit, const RenderOptions& options) {
  const schema::Passage& passage = hit.passage;
  object["rank"] = hit.rank;
  object["score"] = rounded(hit.score);
  object["id"] = hit.id;
  object["document"] = passage.document;
  object["title"] = passage.title;
  object["lang"] = analysis::code(passage.reading.language);
  object["script"] = analysis::code(passage.reading.script);
  object["heading"] = passage.heading;
  object["page"] = passage.page;
  object["text"] = passage.text;
  object["marks"] = marks(hit);
  object["in_title"] = hit.in_title;
  object["in_heading"] = hit.in_heading;
  object["excerpt"] = {{"begin", hit.excerpt.span.begin}, {"end", hit.excerpt.span.end}};
  object["kinds"] = hit.kinds;
  object["act"] = act_of(hit);
  object["dates"] = hit.dates;
  object["people"] = hit.people;
  object["places"] = hit.places;
  object["institutions"] = hit.institutions;
  object["source"] = schema::value_of(hit.metadata, "source");
  object["metadata"] = json_of(hit.metadata);
  object["more"] = hit.more;
  object["citation"] = options.cite ? cite(*options.cite, cited(hit)) : "";
}

Json hits(const Response& response, const RenderOptions& options) {
  Json list = Json::array();
  for (const Hit& hit : response.hits) {
    Json object = Json::object();
    add_hit(object, hit, options);
    list.push_back(std::move(object));
  }
  return list;
}

/// Every facet has its name, also where it is empty, unless none was asked for.
Json facets(const Response& response) {
  Json object = Json::object();
  for (std::size_t facet = 0; response.facets && facet < kFacets; ++facet) {
    Json& list = object[std::string(describe(static_cast<Facet>(facet)))] = Json::array();
    for (const FacetRow& row : (*response.facets)[facet])
      list.push_back({{"id", row.id}, {"name", row.name}, {"count", row.count}});
  }
  return object;
}

Json timeline(const Response& response) {
  Json list = Json::array();
  if (!response.timeline) return list;
  for (const Timeline::Row& row : response.timeline->rows) list.push_back({{"date", row.date}, {"count", row.count}});
  if (response.timeline->undated > 0) list.push_back({{"date", ""}, {"count", response.timeline->undated}});
  return list;
}

Json explanations(const Response& response) {
  Json list = Json::array();
  for (const Explanation& explanation : response.explanations) {
    Json lines = Json::array();
    for (const Explanation::Line& line : explanation.lines) lines.push_back(json_of(line));
    list.push_back({{"word", explanation.word}, {"lines", std::move(lines)}});
  }
  return list;
}

}  // namespace

std::string json_line(const Response& response, const Hit& hit, const RenderOptions& options) {
  Json object = Json::object();
  object["qid"] = response.qid;
  add_hit(object, hit, options);
  return dumped(object);
}

void render_json(const Response& response, const RenderOptions& options, std::ostream& out) {
  Json answer = Json::object();
  answer["version"] = kJsonVersion;
  answer["qid"] = response.qid;
  answer["query"] = response.query;
  answer["understood"] = response.understood;
  answer["total"] = {{"count", response.total.count}, {"relation", response.total.exact ? "eq" : "gte"}};
  answer["hits"] = hits(response, options);
  answer["facets"] = facets(response);
  answer["timeline"] = timeline(response);
  answer["suggestions"] = json_of(response.suggestions);
  answer["diagnostics"] = json_of(response.diagnostics);
  answer["rerun"] = provenance(options.rerun, response.index);
  if (options.explain) answer["explanations"] = explanations(response);
  out << dumped(answer) << '\n';
}

}  // namespace izde::searcher
