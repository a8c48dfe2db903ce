#include "searcher/output/json_values.hpp"
#include "searcher/output/why.hpp"

#include <array>
#include <ostream>
#include <string_view>

namespace izde::searcher {
namespace {

constexpr std::array<std::string_view, schema::kSections> kSections{"title", "heading", "text"};
constexpr std::array<std::string_view, 3> kOccur{"optional", "required", "excluded"};

Json found(const std::vector<Found>& all) {
  Json list = Json::array();
  for (const Found& one : all) {
    Json object = Json::object();
    object["section"] = kSections[one.section];
    object.update(json_of(one.by));
    object["occurrence_weight"] = rounded(one.weight);
    object["count"] = one.count;
    object["lit"] = one.lit;
    object["supports"] = one.supports;
    object["words"] = one.words;
    list.push_back(std::move(object));
  }
  return list;
}

Json word(const WhyWord& word) {
  Json searched = Json::array();
  for (const Explanation::Line& line : word.searched_as) searched.push_back(json_of(line));
  return {{"word", word.word},
          {"occur", kOccur[static_cast<std::size_t>(word.occur)]},
          {"found", found(word.found)},
          {"searched_as", std::move(searched)},
          {"otherwise", found(word.otherwise)},
          {"elsewhere", word.elsewhere}};
}

Json shares(const std::vector<WhyScore::Share>& all) {
  Json list = Json::array();
  for (const WhyScore::Share& share : all) {
    Json parts = Json::array();
    for (const WhyScore::Part& part : share.parts)
      parts.push_back({{"term", part.term},
                       {"reason", describe(part.reason)},
                       {"frequency", rounded(part.frequency)},
                       {"worth", rounded(part.worth)}});
    list.push_back({{"word", share.word},
                    {"worth", rounded(share.worth)},
                    {"most", rounded(share.most)},
                    {"parts", std::move(parts)}});
  }
  return list;
}

Json score(const WhyScore& score) {
  Json signals = Json::array();
  for (const WhyScore::SignalValue& signal : score.signals)
    signals.push_back({{"name", signal.name}, {"value", rounded(signal.value)}, {"weight", rounded(signal.weight)}});
  return {{"total", rounded(score.total)},
          {"worth", rounded(score.worth)},
          {"most", rounded(score.most)},
          {"coverage", rounded(score.coverage)},
          {"coverage_factor", rounded(score.coverage_factor)},
          {"words", shares(score.words)},
          {"pairs", shares(score.pairs)},
          {"signals", std::move(signals)}};
}

}  // namespace

void render_why_json(const Why& why, std::ostream& out) {
  Json answer = begun(why.said);
  answer["id"] = why.passage.id();
  answer["title"] = why.passage.title;
  answer["lang"] = analysis::code(why.passage.reading.language);
  answer["script"] = analysis::code(why.passage.reading.script);
  answer["hit"] = why.is_hit();
  answer["rank"] = why.rank;
  answer["listed"] = rounded(why.listed);
  answer["total"] = {{"count", why.total.count}, {"relation", why.total.exact ? "eq" : "gte"}};
  answer["failures"] = Json::array();
  for (const Failure& failure : why.failures)
    answer["failures"].push_back({{"kind", describe(failure.kind)}, {"asked", failure.asked}, {"has", failure.has}});
  answer["words"] = Json::array();
  for (const WhyWord& each : why.words) answer["words"].push_back(word(each));
  answer["score"] = why.score ? score(*why.score) : Json();
  end_with(why.said, answer);
  out << dumped(answer) << '\n';
}

}  // namespace izde::searcher
