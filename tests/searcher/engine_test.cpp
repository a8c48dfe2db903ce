// The road out over a small index made here: what is found, in which order, why, and that the words lit are the words
// counted.
#include "searcher/engine/engine.hpp"

#include "analysis/analyzer.hpp"
#include "indexer/enrich.hpp"
#include "indexer/splitter.hpp"
#include "indexer/writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include <unistd.h>

namespace izde::searcher {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

struct Source {
  std::string id, title, text;
};

const std::vector<Source> kSources{
    {"ru", "Съезд", "В городе Семипалатинске состоялся съезд Алаш-Орды под председательством А. Букейханова."},
    {"old", "Телеграмма", "Въ городѣ Семипалатинскѣ состоялся съѣздъ Алашъ-Орды."},
    {"kk", "Сиез", "Семей қаласында Алаш Орда үкіметінің съезі өтті. Әлихан Бөкейханов төрағалық етті."},
    {"vi", "Đại hội", "Đại hội Alash-Orda họp tại thủ đô, thành phố Semey (Semipalatinsk), trên đường lớn."},
    {"road", "Con dương", "Cây dương mọc bên sông, không có lối nào cả."},
    {"titled", "Семипалатинск", "Здѣсь ничего не сказано о городѣ."},
    {"family", "Семья", "В каждой семье было по семь детей; семей таких было много в ауле."},
};

Request in_russian() {
  Request request;
  request.languages = {analysis::Language::ru};
  return request;
}

Request exactly() {
  Request request;
  request.exact_only = true;
  return request;
}

Request documents() {
  Request request;
  request.unit = Unit::document;
  return request;
}

class EngineTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    // ctest runs each test in a process of its own, several at a time.
    folder_ = std::filesystem::path(testing::TempDir()) / ("izde_engine_test_" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder_);
    thesaurus_ = std::make_unique<thesaurus::Thesaurus>();
    thesaurus_->load(std::filesystem::path(IZDE_TEST_DATA) / "names.ttl");
    thesaurus_->build(analysis::Analyzer());
    indexer::Writer writer(folder_.string());
    const analysis::Analyzer analyzer;
    const indexer::Cues cues(analyzer);
    for (const Source& source : kSources) {
      schema::Document document;
      document.id = source.id;
      document.metadata = {
          {"title", source.title}, {"kind", source.id == "family" ? "letter" : "act"}, {"date", "1918-06"}};
      if (source.id == "old")
        document.metadata = {{"title", source.title},
                             {"kind", "Act"},
                             {"issue", "12/3"},
                             {"date", "1917-12-05"},
                             {"calendar", "Julian"}};
      document.blocks = {{source.text, "", ""}};
      const schema::DocumentRecord record{source.id, source.id, "UTF-8", 1, 0, {}, document.metadata};
      writer.begin_document(record, analysis::Language::other);
      indexer::Dating dating(document.metadata);
      for (schema::Passage& passage : indexer::split(document))
        writer.add(indexer::enrich({std::move(passage), analysis::Language::other, true}, {*thesaurus_, analyzer, cues},
                                   dating));
      writer.end_document(record);
    }
    writer.set_thesaurus_fingerprint(thesaurus_->fingerprint());
    writer.commit();
  }
  static void TearDownTestSuite() {
    thesaurus_.reset();
    std::filesystem::remove_all(folder_);
  }

  static Response search(const std::string& query, Request request = {}) {
    Engine engine({folder_.string()}, {*thesaurus_, dictionary_});
    request.query = query;
    return engine.search(request);
  }
  static std::vector<std::string> found(const std::string& query, Request request = {}) {
    std::vector<std::string> ids;
    for (const Hit& hit : search(query, std::move(request)).hits) ids.push_back(hit.passage.document);
    return ids;
  }
  static std::vector<std::string> lit(const Hit& hit) {
    std::vector<std::string> words;
    for (const Mark& mark : hit.marks)
      words.push_back(hit.passage.text.substr(mark.span.begin, mark.span.end - mark.span.begin));
    return words;
  }

  static inline std::filesystem::path folder_;
  static inline std::unique_ptr<thesaurus::Thesaurus> thesaurus_;
  static inline const thesaurus::Dictionary dictionary_;
};

TEST_F(EngineTest, ANameFindsItselfInEveryLanguageAndNoFamilies) {
  for (const char* query : {"Semey", "семей", "Семипалатинск", "Семипалатинскъ", "سەمەي"})
    EXPECT_THAT(found(query), UnorderedElementsAre("ru", "old", "kk", "vi", "titled")) << query;
}

TEST_F(EngineTest, ACommonWordIsNotTheName) { EXPECT_THAT(found("семьи"), ElementsAre("family")); }

TEST_F(EngineTest, WhatIsLitStandsInTheTextWithItsReason) {
  const Response response = search("Семипалатинск", in_russian());
  ASSERT_EQ(response.hits.size(), 3U);
  for (const Hit& hit : response.hits) {
    if (hit.passage.document == "titled") continue;  // found by its title
    ASSERT_EQ(hit.marks.size(), 1U);
    EXPECT_THAT(lit(hit), ElementsAre(hit.passage.document == "ru" ? "Семипалатинске" : "Семипалатинскѣ"));
  }
}

TEST_F(EngineTest, OldAndNewSpellingMeet) {
  EXPECT_THAT(found("съездъ состоялся", in_russian()), UnorderedElementsAre("ru", "old"));
  EXPECT_THAT(found("съѣздъ", in_russian()), UnorderedElementsAre("ru", "old"));
}

TEST_F(EngineTest, VietnameseMarksDecideTheOrder) {
  EXPECT_EQ(found("đường")[0], "vi");
  EXPECT_THAT(found("duong"), UnorderedElementsAre("vi", "road"));
  EXPECT_THAT(found("thu do"), ElementsAre("vi"));
}

TEST_F(EngineTest, APhraseIsVerifiedAndCountedExactly) {
  const Response response = search("\"состоялся съезд\"");
  EXPECT_TRUE(response.total.exact);
  EXPECT_EQ(response.total.count, response.hits.size());
  EXPECT_THAT(found("\"состоялся съезд\""), UnorderedElementsAre("ru", "old"));
  EXPECT_TRUE(found("\"съезд состоялся\"").empty());
  EXPECT_THAT(found("\"thủ đô\""), ElementsAre("vi"));
}

TEST_F(EngineTest, ExactWordsAreLetterForLetter) {
  EXPECT_THAT(found("=съѣздъ"), ElementsAre("old"));
  EXPECT_THAT(found("=съезд"), ElementsAre("ru"));
  EXPECT_THAT(found("съезд", exactly()), UnorderedElementsAre("ru", "old"));
}

TEST_F(EngineTest, WildcardsAndFuzzyWords) {
  EXPECT_THAT(found("председатель*"), ElementsAre("ru"));
  EXPECT_THAT(found("пред*ством"), ElementsAre("ru"));
  EXPECT_THAT(found("сестоялся~1"), UnorderedElementsAre("ru", "old"));
}

TEST_F(EngineTest, ASlipIsMendedAndSaid) {
  const Response response = search("председатильством");
  ASSERT_EQ(response.hits.size(), 1U);
  ASSERT_EQ(response.suggestions.size(), 1U);
  EXPECT_EQ(response.suggestions[0].instead, "председательством");
  EXPECT_EQ(response.hits[0].marks[0].reason, Reason::correction);
}

TEST_F(EngineTest, BooleanOperatorsAndFields) {
  EXPECT_THAT(found("съезд -Букейханов"), testing::Not(testing::Contains("ru")));
  EXPECT_THAT(found("съезд AND председательством"), ElementsAre("ru"));
  EXPECT_THAT(found("kind:letter"), ElementsAre("family"));
  EXPECT_THAT(found("семья kind:act"), testing::IsEmpty());
  EXPECT_THAT(found("семья -kind:act"), ElementsAre("family"));
  EXPECT_THAT(found("съезд -kind:act"), testing::IsEmpty());
  EXPECT_THAT(found("kind:(act letter) семья"), ElementsAre("family"));
  EXPECT_THAT(found("title:телеграмма"), ElementsAre("old"));
  EXPECT_THAT(found("id:vi"), ElementsAre("vi"));
  EXPECT_THAT(found("съезд NEAR/2 Семипалатинске"), UnorderedElementsAre("ru", "old"));
  EXPECT_THAT(found("детей date:1918"), ElementsAre("family"));
  EXPECT_THAT(found("детей date:1919"), testing::IsEmpty());
  EXPECT_THAT(found("детей date:os:1918-06-10"), ElementsAre("family"));
}

TEST_F(EngineTest, FieldsAreComparedWholeAndDatesByTheirCalendar) {
  Request request;
  request.kinds = {"ACT"};
  EXPECT_THAT(found("съѣздъ", request), testing::Contains("old"));
  EXPECT_THAT(found("issue:12/3"), ElementsAre("old"));
  EXPECT_THAT(found("issue:1/23"), testing::IsEmpty());
  EXPECT_THAT(found("date:1917-12-18"), ElementsAre("old"));
  EXPECT_THAT(found("date:os:1917-12-05"), ElementsAre("old"));
}

TEST_F(EngineTest, NothingFoundIsNoFailure) {
  for (const char* query : {"", "((", "AND", "\"\"", "чччччччччч", "-"}) {
    const Response response = search(query);
    EXPECT_TRUE(response.hits.empty()) << query;
    EXPECT_EQ(response.total.count, 0U) << query;
  }
}

// A name added after indexing is found as the words it is, and that is said.
TEST_F(EngineTest, AnotherThesaurusLosesNoWords) {
  thesaurus::Thesaurus other;
  other.load(std::filesystem::path(IZDE_TEST_DATA) / "names.ttl");
  other.load(std::filesystem::path(IZDE_TEST_DATA) / "later_names.ttl");
  other.build(analysis::Analyzer());
  Engine engine({folder_.string()}, {other, dictionary_});
  Request request;
  request.query = "председательство";
  const Response response = engine.search(request);
  ASSERT_EQ(response.hits.size(), 1U);
  EXPECT_EQ(response.hits[0].passage.document, "ru");
  EXPECT_FALSE(response.diagnostics.empty());
}

// What is counted is what is lit: every hit found by its text has a mark, and marks rise inside the text.
TEST_F(EngineTest, EveryHitOfTheTextIsLit) {
  for (const char* query : {"Semey", "съезд", "đường", "duong", "үкімет", "семьи", "председ*", "\"состоялся съезд\"",
                            "Алаш Орда", "съезд NEAR/3 городе"})
    for (const Hit& hit : search(query).hits) {
      EXPECT_TRUE(!hit.marks.empty() || hit.passage.document == "titled" || hit.passage.document == "road")
          << query << " " << hit.id;
      std::uint32_t before = 0;
      for (const Mark& mark : hit.marks) {
        EXPECT_LE(before, mark.span.begin) << query;
        EXPECT_LT(mark.span.begin, mark.span.end) << query;
        EXPECT_LE(mark.span.end, hit.passage.text.size()) << query;
        before = mark.span.end;
      }
    }
}

TEST_F(EngineTest, DocumentsAreRankedAsDocuments) {
  const Response response = search("Семипалатинск съезд", documents());
  ASSERT_GE(response.hits.size(), 3U);
  for (const Hit& hit : response.hits) EXPECT_EQ(hit.id, hit.passage.document);
  EXPECT_TRUE(response.total.exact);
}

TEST_F(EngineTest, ConceptsAreFilteredByAnyOfTheirNames) {
  for (const char* query : {"place:Semey", "place:Семипалатинскъ", "place:سەمەي", "place:Семипалат*", "place:Semay~1"})
    EXPECT_THAT(found(query), UnorderedElementsAre("ru", "old", "kk", "vi", "titled")) << query;
  for (const char* query : {"org:\"Алаш Орда\"", "org:Алаш-Орда", "org:(alash orda)"})
    EXPECT_THAT(found(query), UnorderedElementsAre("ru", "old", "kk", "vi")) << query;
  EXPECT_THAT(found("place:Semey -org:\"Alash Orda\""), ElementsAre("titled"));
  EXPECT_THAT(found("place:(Semey AND NOT Semipalatinsk)"), testing::IsEmpty());
  EXPECT_THAT(found("съезд +org:\"Alash Orda\"", in_russian()), UnorderedElementsAre("ru", "old"));
  EXPECT_THAT(found("place:(Semey \"Alash Orda\")"), UnorderedElementsAre("ru", "old", "kk", "vi", "titled"));
}

TEST_F(EngineTest, AValueThatIsNoConceptIsTold) {
  using testing::HasSubstr;
  struct Case {
    const char* query;
    const char* told;
  };
  for (const auto& [query, told] : {Case{"place:Semfy", "“Semfy” is no place of the thesaurus; did you mean “Semey”?"},
                                    Case{"place:\"Alash Orda\"", "the name of another concept; write org:"},
                                    Case{"person:xyz", "izde-search --people lists"}}) {
    const Response response = search(query);
    EXPECT_TRUE(response.hits.empty()) << query;
    ASSERT_EQ(response.diagnostics.size(), 1U) << query;
    EXPECT_THAT(response.diagnostics[0].message, HasSubstr(told));
  }
}

TEST_F(EngineTest, FacetsCountEveryHit) {
  Request request;
  request.facets = Counting::beside_hits;
  request.count = 1;
  const Response response = search("Семипалатинск съезд", request);
  EXPECT_EQ(response.hits.size(), 1U);
  EXPECT_EQ(response.total.count, 5U);
  ASSERT_TRUE(response.facets.has_value());
  const auto rows = [&](Facet facet) { return (*response.facets)[static_cast<std::size_t>(facet)]; };
  EXPECT_TRUE(rows(Facet::people).empty());
  EXPECT_THAT(rows(Facet::places), ElementsAre(FacetRow{"L001", "Семипалатинск", 5}));
  EXPECT_THAT(rows(Facet::institutions), ElementsAre(FacetRow{"O002", "Алаш-Орда", 4}));
  EXPECT_THAT(rows(Facet::languages), ElementsAre(FacetRow{"ru-Cyrl", "Russian, Cyrillic script", 3},
                                                  FacetRow{"kk-Cyrl", "Kazakh, Cyrillic script", 1},
                                                  FacetRow{"vi-Latn", "Vietnamese, Latin script", 1}));
  EXPECT_THAT(rows(Facet::kinds), ElementsAre(FacetRow{"act", "act", 5}));
}

TEST_F(EngineTest, CountsAloneNeedNoHits) {
  Request request = documents();
  request.facets = Counting::instead_of_hits;
  const Response response = search("place:Semey", request);
  EXPECT_TRUE(response.hits.empty());
  EXPECT_EQ(response.total.count, 5U);
  EXPECT_FALSE(search("Семипалатинск").facets.has_value());
  EXPECT_EQ(search("", request).total.count, kSources.size());
}

TEST_F(EngineTest, TheBestOfEachLanguageStandInOneList) {
  Request request;
  request.per_language = 1;
  const Response response = search("Семипалатинск съезд", request);
  std::vector<analysis::Language> languages;
  for (std::size_t i = 0; i < response.hits.size(); ++i) {
    languages.push_back(response.hits[i].passage.reading.language);
    EXPECT_EQ(response.hits[i].rank, i + 1);
    EXPECT_LE(response.hits[i].score, response.hits[i == 0 ? 0 : i - 1].score);
  }
  EXPECT_THAT(languages, UnorderedElementsAre(analysis::Language::vi, analysis::Language::kk, analysis::Language::ru));
  EXPECT_EQ(response.total.count, 5U);
  request.languages = {analysis::Language::ru};
  request.per_language = 2;
  EXPECT_EQ(found("Семипалатинск съезд", request).size(), 2U);
  request.unit = Unit::document;
  EXPECT_EQ(search("Семипалатинск съезд", request).total.count, 3U);
}

TEST_F(EngineTest, WhatIsLikeAPassageIsWeighedAsAsked) {
  Request request;
  request.like = "ru#p1";
  const double usual = search("", request).hits.at(0).score;
  request.weights[static_cast<std::size_t>(Weighed::exact)] += 1;
  EXPECT_GT(search("", request).hits.at(0).score, usual);
}

TEST_F(EngineTest, TwoShardsAnswerAsOne) {
  Engine engine({folder_.string(), folder_.string()}, {*thesaurus_, dictionary_});
  Request request;
  request.query = "Семипалатинск съѣздъ";
  const Response twice = engine.search(request);
  const Response once = search(request.query);
  EXPECT_EQ(twice.total.count, 2 * once.total.count);
  EXPECT_EQ(twice.hits.size(), std::min<std::size_t>(10, twice.total.count));
}

}  // namespace
}  // namespace izde::searcher
