#include "searcher/output/chronicle.hpp"
#include "searcher/output/json_values.hpp"
#include "searcher/output/provenance.hpp"

#include <ostream>

namespace izde::searcher {
namespace {

Json json_of(const std::vector<NamedConcept>& concepts) {
  Json list = Json::array();
  for (const NamedConcept& named : concepts) list.push_back({{"id", named.id}, {"name", named.name}});
  return list;
}

Json json_of(const ChronicleEntry& entry) {
  Json object = Json::object();
  object["date"] = entry.when.date;
  object["os_date"] = entry.when.os_date;
  object["os_supposed"] = entry.when.supposed;
  object["what"] = entry.what;
  object["also"] = entry.also;
  object["lang"] = analysis::code(entry.language);
  object["act"] = nullptr;
  if (entry.act)
    object["act"] = {{"type", entry.act->type}, {"number", entry.act->number}, {"title", entry.act->title}};
  object["issuers"] = json_of(entry.issuers);
  object["people"] = json_of(entry.people);
  object["places"] = json_of(entry.places);
  object["institutions"] = json_of(entry.institutions);
  Json& sources = object["sources"] = Json::array();
  for (const ChronicleSource& source : entry.sources)
    sources.push_back({{"id", source.id}, {"lang", analysis::code(source.language)}});
  return object;
}

}  // namespace

void render_chronicle_json(const Chronicle& chronicle, const RenderOptions& options, std::ostream& out) {
  Json answer = begun(chronicle.said);
  answer["total"] = chronicle.total;
  answer["passages"] = chronicle.hits;
  answer["undated"] = chronicle.undated;
  Json& entries = answer["entries"] = Json::array();
  for (const ChronicleEntry& entry : chronicle.entries) entries.push_back(json_of(entry));
  end_with(chronicle.said, answer);
  answer["rerun"] = provenance(options.rerun, chronicle.index);
  out << dumped(answer) << '\n';
}

}  // namespace izde::searcher
