#include "searcher/output/compare.hpp"
#include "searcher/output/json_values.hpp"

#include <ostream>

namespace izde::searcher {
namespace {

Json source(const Witness& telling) {
  const Hit& hit = telling.hit;
  Json object = Json::object();
  object["id"] = hit.id;
  object["document"] = hit.passage.document;
  object["title"] = hit.passage.title;
  object["date"] = schema::value_of(hit.metadata, "date");
  object["lang"] = analysis::code(hit.passage.reading.language);
  object["script"] = analysis::code(hit.passage.reading.script);
  object["text"] = hit.passage.text;
  object["act"] = act_of(hit);
  object["rank"] = hit.rank;
  object["score"] = rounded(hit.score);
  object["same"] = {{"by", describe(telling.same.by)},
                    {"share", rounded(telling.same.share)},
                    {"days", telling.same.days},
                    {"concepts", telling.same.concepts}};
  object["metadata"] = json_of(hit.metadata);
  return object;
}

Json question(const Question& question) {
  Json facts = Json::array();
  for (const Fact& fact : question.facts) {
    Json told = Json::array();
    for (const Fact::Told& one : fact.told) told.push_back({{"source", one.telling}, {"words", one.words}});
    facts.push_back({{"value", fact.value}, {"name", fact.name}, {"told", std::move(told)}});
  }
  return {{"kind", describe(question.kind)},
          {"state", describe(question.state)},
          {"about", question.about},
          {"calendars", question.calendars},
          {"facts", std::move(facts)}};
}

}  // namespace

void render_comparison_json(const Comparison& comparison, std::ostream& out) {
  Json answer = Json::object();
  answer["version"] = kJsonVersion;
  answer["id"] = comparison.id;
  answer["sources"] = Json::array();
  for (const Witness& telling : comparison.tellings) answer["sources"].push_back(source(telling));
  answer["questions"] = Json::array();
  for (const Question& each : comparison.questions) answer["questions"].push_back(question(each));
  out << dumped(answer) << '\n';
}

}  // namespace izde::searcher
