#include "searcher/output/json_values.hpp"

#include <cmath>

namespace izde::searcher {
namespace {

// What concept ids stand for, as {"id", "name"}.
Json concepts(const std::vector<std::string>& ids, const std::vector<std::string>& names) {
  Json list = Json::array();
  for (std::size_t i = 0; i < ids.size(); ++i)
    list.push_back({{"id", ids[i]}, {"name", i < names.size() ? names[i] : ids[i]}});
  return list;
}

}  // namespace

std::string dumped(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

double rounded(double score) { return std::isfinite(score) ? std::round(score * 1e6) / 1e6 : 0.0; }

Json json_of(const std::vector<Suggestion>& suggestions) {
  Json list = Json::array();
  for (const Suggestion& suggestion : suggestions) {
    list.push_back({{"word", suggestion.word}, {"instead", suggestion.instead}});
  }
  return list;
}

Json json_of(const std::vector<Diagnostic>& diagnostics) {
  Json list = Json::array();
  for (const Diagnostic& diagnostic : diagnostics) {
    list.push_back({{"begin", diagnostic.span.begin}, {"end", diagnostic.span.end}, {"message", diagnostic.message}});
  }
  return list;
}

Json json_of(const Explanation::Line& line) {
  return {{"reason", describe(line.reason)}, {"lang", line.language},     {"term", line.term},
          {"weight", rounded(line.weight)},  {"passages", line.passages}, {"bearing", describe(line.bearing)}};
}

Json begun(const Understanding& said) {
  Json answer = Json::object();
  answer["version"] = kJsonVersion;
  answer["query"] = said.query;
  answer["understood"] = said.understood;
  return answer;
}

void end_with(const Understanding& said, Json& answer) {
  answer["suggestions"] = json_of(said.suggestions);
  answer["diagnostics"] = json_of(said.diagnostics);
}

Json json_of(const schema::Metadata& fields) {
  Json object = Json::object();
  for (const auto& [name, value] : fields) {
    Json& list = object[name];
    if (list.is_null()) list = Json::array();
    list.push_back(value);
  }
  return object;
}

Json act_of(const Hit& hit) {
  if (!hit.passage.act) return nullptr;
  const schema::ActRecord& act = *hit.passage.act;
  Json object = Json::object();
  object["type"] = act.type;
  object["number"] = act.number;
  object["date"] = act.date;
  object["os_date"] = act.os_date;
  object["issuers"] = concepts(act.issuers, hit.issuers);
  object["signatories"] = concepts(act.signatories, hit.signatories);
  object["title"] = act.title;
  return object;
}

}  // namespace izde::searcher
