#include "searcher/output/json_values.hpp"
#include "searcher/output/show.hpp"

#include <array>
#include <ostream>
#include <string_view>

namespace izde::searcher {
namespace {

constexpr std::array<std::string_view, schema::kSections> kSections{"title", "heading", "text"};

Json mentions(const std::vector<NamedMention>& all) {
  Json list = Json::array();
  for (const NamedMention& mention : all) {
    Json words = Json::array();
    for (const NamedMention::Words& named : mention.words) {
      Json object = {{"section", kSections[named.section]}, {"text", named.text}};
      object["begin"] = named.span ? Json(named.span->begin) : Json();
      object["end"] = named.span ? Json(named.span->end) : Json();
      words.push_back(std::move(object));
    }
    list.push_back({{"id", mention.id}, {"name", mention.name}, {"words", std::move(words)}});
  }
  return list;
}

Json dates(const schema::Passage& passage) {
  Json list = Json::array();
  for (const analysis::FoundDate& date : passage.dates) {
    Json object = Json::object();
    object["begin"] = date.span.begin;
    object["end"] = date.span.end;
    object["text"] = passage.text.substr(date.span.begin, date.span.end - date.span.begin);
    object["edtf"] = date.edtf;
    object["os_edtf"] = date.os_edtf;
    object["alternative"] = date.alternative;
    object["kind"] = analysis::name(date.kind);
    object["confidence"] = rounded(static_cast<double>(date.confidence));
    list.push_back(std::move(object));
  }
  return list;
}

Json kinds(const schema::Passage& passage) {
  Json list = Json::array();
  for (const schema::KindMark& mark : passage.kinds)
    list.push_back({{"kind", schema::kKindNames[static_cast<std::size_t>(mark.kind)]},
                    {"confidence", rounded(static_cast<double>(mark.confidence))}});
  return list;
}

Json passage(const ShownPassage& shown) {
  const schema::Passage& passage = shown.hit.passage;
  Json object = Json::object();
  object["id"] = passage.id();
  object["number"] = passage.number;
  object["asked"] = shown.asked;
  object["lang"] = analysis::code(passage.reading.language);
  object["script"] = analysis::code(passage.reading.script);
  object["old_spelling"] = passage.reading.old_spelling;
  object["heading"] = passage.heading;
  object["page"] = passage.page;
  object["text"] = passage.text;
  object["kinds"] = kinds(passage);
  object["act"] = act_of(shown.hit);
  object["dates"] = dates(passage);
  object["people"] = mentions(shown.people);
  object["places"] = mentions(shown.places);
  object["institutions"] = mentions(shown.institutions);
  object["peoples"] = mentions(shown.peoples);
  return object;
}

}  // namespace

void render_show_json(const Showing& showing, std::ostream& out) {
  Json answer = Json::object();
  answer["version"] = kJsonVersion;
  answer["id"] = showing.id;
  answer["document"] = showing.document;
  answer["title"] = schema::value_of(showing.metadata, "title");
  answer["metadata"] = json_of(showing.metadata);
  answer["count"] = showing.passages;
  answer["passages"] = Json::array();
  for (const ShownPassage& shown : showing.shown) answer["passages"].push_back(passage(shown));
  out << dumped(answer) << '\n';
}

}  // namespace izde::searcher
