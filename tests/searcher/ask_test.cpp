// why and variants over a small index made here: that they say of every passage what the search says, and count what
// stands there.
#include "analysis/analyzer.hpp"
#include "indexer/enrich.hpp"
#include "indexer/splitter.hpp"
#include "indexer/writer.hpp"
#include "searcher/engine/engine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include <unistd.h>

namespace izde::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Source {
  std::string id, title, date;
  std::vector<schema::Block> blocks;
};

const std::vector<Source> kSources{
    {"act",
     "Съѣздъ",
     "1917-12",
     {{"Въ городѣ Семипалатинскѣ состоялся съѣздъ Алашъ-Орды.", "Начало", ""},
      {"Рѣшено о землѣ. Состоялся и другой съѣздъ.", "Конецъ", ""}}},
    {"news", "Газета", "1921-03", {{"Съезды земель. Земля и воля в Семипалатинске.", "", ""}}},
    {"kk", "Сиез", "", {{"Семей қаласында Алаш Орда үкіметінің съезі өтті. Жер туралы қаулы.", "", ""}}},
    {"vi", "Đại hội", "1989", {{"Đại hội Alash-Orda họp tại Semey, bàn về đất đai.", "", ""}}},
};

const std::vector<std::string> kQueries{
    "съезд",
    "Семей",
    "съезд земля",
    "съезд +земля",
    "съезд -земля",
    "-съезд",
    "\"состоялся съезд\"",
    "\"съезд состоялся\"",
    "съезд NEAR/1 Алаш-Орда",
    "земля AND Семипалатинск",
    "земля OR жер",
    "земля AND NOT воля",
    "=съѣздъ",
    "съез*",
    "сьезд~1",
    "đất đai",
    "title:газета",
    "съезд title:газета",
    "съезд lang:ru date:1917",
    "kind:act -lang:ru",
    "heading:конец земля",
    "чччччч",
    "",
};

class AskTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::filesystem::path(testing::TempDir()) / ("izde_ask_test_" + std::to_string(::getpid()));
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
      document.metadata = {{"title", source.title}, {"kind", "act"}};
      if (!source.date.empty()) document.metadata.emplace_back("date", source.date);
      document.blocks = source.blocks;
      const schema::DocumentRecord record{source.id, source.id, "UTF-8", 1, 0, {}, document.metadata};
      writer.begin_document(record, analysis::Language::other);
      std::string heading;
      indexer::Dating dating(document.metadata);
      for (schema::Passage& passage : indexer::split(document)) {
        const bool under_new_heading = std::exchange(heading, passage.heading) != passage.heading;
        ids_.push_back(passage.id());
        writer.add(indexer::enrich({std::move(passage), analysis::Language::other, under_new_heading},
                                   {*thesaurus_, analyzer, cues}, dating));
      }
      writer.end_document(record);
    }
    writer.set_thesaurus_fingerprint(thesaurus_->fingerprint());
    writer.commit();
  }
  static void TearDownTestSuite() {
    thesaurus_.reset();
    ids_.clear();
    std::filesystem::remove_all(folder_);
  }

  static Engine engine() { return Engine({folder_.string()}, {*thesaurus_, dictionary_}); }
  static Request asked(const std::string& query) {
    Request request;
    request.query = query;
    return request;
  }
  static Why why(const std::string& id, const std::string& query) { return engine().why(id, asked(query)); }
  static std::vector<std::string> failures(const std::string& id, const std::string& query) {
    std::vector<std::string> all;
    for (const Failure& failure : why(id, query).failures)
      all.push_back(std::string(describe(failure.kind)) + ": " + failure.asked +
                    (failure.has.empty() ? "" : " / " + failure.has));
    return all;
  }
  static const Variant* form(const Variants& variants, const std::string& form) {
    for (const Variant& variant : variants.forms)
      if (variant.form == form) return &variant;
    return nullptr;
  }

  static inline std::filesystem::path folder_;
  static inline std::unique_ptr<thesaurus::Thesaurus> thesaurus_;
  static inline const thesaurus::Dictionary dictionary_;
  static inline std::vector<std::string> ids_;
};

std::vector<std::string> ids_of(const Response& response) {
  std::vector<std::string> ids;
  for (const Hit& hit : response.hits) ids.push_back(hit.id);
  return ids;
}

TEST_F(AskTest, ShowGivesAPassageItsNeighbours) {
  const auto numbers = [](const ShowRequest& request) {
    std::vector<std::string> shown;
    for (const ShownPassage& passage : engine().show(request).shown)
      shown.push_back(passage.hit.id + (passage.asked ? " asked" : ""));
    return shown;
  };
  EXPECT_THAT(numbers({"act#p1"}), ElementsAre("act#p1 asked", "act#p2"));
  EXPECT_THAT(numbers({"act#p2", 99}), ElementsAre("act#p1", "act#p2 asked"));
  EXPECT_THAT(numbers({"act#p2", 0}), ElementsAre("act#p2 asked"));
  EXPECT_THAT(numbers({"act"}), ElementsAre("act#p1", "act#p2"));
  EXPECT_THAT(numbers({"act", 1, 1}), ElementsAre("act#p1"));
  EXPECT_THROW(numbers({"act#p3"}), UnknownPassage);
  EXPECT_THROW(numbers({"act#p"}), UnknownPassage);
  EXPECT_THROW(numbers({""}), UnknownPassage);
}

TEST_F(AskTest, ShowTellsTheWordsThatName) {
  const Showing showing = engine().show({"act#p1", 0});
  EXPECT_EQ(showing.passages, 2U);
  ASSERT_EQ(showing.shown.size(), 1U);
  const ShownPassage& shown = showing.shown.front();
  ASSERT_EQ(shown.places.size(), 1U);
  EXPECT_EQ(shown.places[0].id, "L001");
  ASSERT_EQ(shown.places[0].words.size(), 1U);
  const NamedMention::Words& words = shown.places[0].words[0];
  EXPECT_EQ(words.text, "Семипалатинскѣ");
  ASSERT_TRUE(words.span);
  EXPECT_EQ(shown.hit.passage.text.substr(words.span->begin, words.span->end - words.span->begin), words.text);
}

TEST_F(AskTest, LikeFindsWhatNamesTheSameInOtherLanguages) {
  Request request;
  request.like = "act#p1";
  EXPECT_THAT(ids_of(engine().search(request)), testing::IsSupersetOf({"kk#p1", "vi#p1"}));
  EXPECT_THAT(ids_of(engine().search(request)), testing::Not(testing::Contains(testing::StartsWith("act"))));
  request.same_document = true;
  EXPECT_THAT(ids_of(engine().search(request)), testing::Contains("act#p2"));
  EXPECT_THAT(ids_of(engine().search(request)), testing::Not(testing::Contains("act#p1")));
  request.languages = {analysis::Language::vi};
  EXPECT_THAT(ids_of(engine().search(request)), ElementsAre("vi#p1"));
  request.like = "act";
  EXPECT_THROW(engine().search(request), UnknownPassage);
}

TEST_F(AskTest, WhySaysOfEveryPassageWhatTheSearchSays) {
  for (const std::string& query : kQueries) {
    Request request = asked(query);
    request.all = true;
    std::map<std::string, Hit> hits;
    for (const Hit& hit : engine().search(request).hits) hits.emplace(hit.id, hit);
    for (const std::string& id : ids_) {
      const Why answer = why(id, query);
      const auto hit = hits.find(id);
      EXPECT_EQ(answer.is_hit(), hit != hits.end()) << query << " " << id;
      EXPECT_EQ(answer.score.has_value(), answer.is_hit());
      EXPECT_EQ(answer.total.count, hits.size());
      if (hit == hits.end() || !answer.score) continue;
      EXPECT_EQ(answer.rank, hit->second.rank) << query << " " << id;
      EXPECT_DOUBLE_EQ(answer.listed, hit->second.score);
      EXPECT_DOUBLE_EQ(answer.score->total, hit->second.score) << query << " " << id;  // one block: none gives way
    }
  }
}

TEST_F(AskTest, AScoreIsTheSumOfItsParts) {
  for (const std::string& query : kQueries)
    for (const std::string& id : ids_) {
      const auto score = why(id, query).score;
      if (!score || score->most == 0) continue;
      double worth = 0;
      double most = 0;
      for (const auto* shares : {&score->words, &score->pairs})
        for (const WhyScore::Share& share : *shares) {
          double parts = 0;
          for (const WhyScore::Part& part : share.parts) parts += part.worth;
          if (shares == &score->words) {
            EXPECT_NEAR(parts, share.worth, 1e-9);
          }
          worth += share.worth;
          most += share.most;
        }
      EXPECT_NEAR(worth, score->worth, 1e-9);
      EXPECT_NEAR(most, score->most, 1e-9);
      double total = worth / most * score->coverage_factor;
      for (const auto& signal : score->signals) total += signal.value * signal.weight;
      EXPECT_NEAR(total, score->total, 1e-9) << query << " " << id;
    }
}

TEST_F(AskTest, WhatKeepsAPassageFromBeingAHitIsNamed) {
  EXPECT_THAT(failures("act#p1", "съезд"), IsEmpty());
  EXPECT_THAT(failures("act#p1", "земля"), ElementsAre("word: земля"));
  EXPECT_THAT(failures("act#p1", "земля воля"), ElementsAre("words: земля, воля"));
  EXPECT_THAT(failures("act#p1", "съезд +земля +воля"), ElementsAre("word: земля", "word: воля"));
  EXPECT_THAT(failures("act#p1", "город -съезд"), ElementsAre("exclusion: съезд"));
  EXPECT_THAT(failures("act#p1", "город AND NOT съезд"), ElementsAre("exclusion: съезд"));
  EXPECT_THAT(failures("act#p1", "\"съезд состоялся\""), ElementsAre("order: \"съезд состоялся\""));
  EXPECT_THAT(failures("act#p1", "городе NEAR/1 орды"), ElementsAre("order: городе NEAR/1 орды"));
  EXPECT_THAT(failures("act#p1", "съезд kind:letter"), ElementsAre("filter: kind:letter / act"));
  EXPECT_THAT(failures("kk#p1", "съезд date:1917"), ElementsAre("filter: date:1917"));
  EXPECT_THAT(failures("kk#p1", "съезд lang:ru"), ElementsAre("filter: lang:ru / kk"));
  EXPECT_THAT(failures("kk#p1", ""), ElementsAre("nothing: "));
}

TEST_F(AskTest, AMissingWordIsLookedForElsewhereAndOtherwise) {
  const Why elsewhere = why("act#p1", "земля");
  ASSERT_EQ(elsewhere.words.size(), 1U);
  EXPECT_THAT(elsewhere.words[0].found, IsEmpty());
  EXPECT_THAT(elsewhere.words[0].otherwise, IsEmpty());
  EXPECT_THAT(elsewhere.words[0].elsewhere, ElementsAre(2));
  const Why otherwise = why("news#p1", "=съезд");
  ASSERT_EQ(otherwise.words.size(), 1U);
  ASSERT_EQ(otherwise.words[0].otherwise.size(), 1U);
  EXPECT_EQ(otherwise.words[0].otherwise[0].by.reason, Reason::inflected);
  EXPECT_THAT(otherwise.words[0].otherwise[0].words, ElementsAre("Съезды"));
}

TEST_F(AskTest, AnUnknownPassageIsRefused) {
  EXPECT_THROW(why("act#p9", "съезд"), UnknownPassage);
  EXPECT_THROW(why("act", "съезд"), UnknownPassage);
  EXPECT_THROW(why("", "съезд"), UnknownPassage);
}

TEST_F(AskTest, FormsAreCountedByPassageAndDecade) {
  const Variants variants = engine().variants(asked("съезд"));
  const Variant* old = form(variants, "съѣздъ");
  ASSERT_NE(old, nullptr);
  EXPECT_EQ(old->passages, 2U);  // p1 also by its title, p2 by its text
  EXPECT_THAT(old->decades, ElementsAre(testing::Pair(1910, 2U)));
  EXPECT_EQ(old->reason, Reason::old_spelling);
  ASSERT_NE(form(variants, "съезды"), nullptr);
  EXPECT_THAT(form(variants, "съезды")->decades, ElementsAre(testing::Pair(1920, 1U)));
  ASSERT_NE(form(variants, "съезі"), nullptr);
  EXPECT_EQ(form(variants, "съезі")->undated, 1U);
}

TEST_F(AskTest, ATitleStandsOnceInItsDocument) {
  const Variants variants = engine().variants(asked("газета начало"));
  ASSERT_NE(form(variants, "начало"), nullptr);
  EXPECT_EQ(form(variants, "начало")->passages, 1U);
  const Variants title = engine().variants(asked("title:съезд"));
  ASSERT_NE(form(title, "съѣздъ"), nullptr);
  EXPECT_EQ(form(title, "съѣздъ")->passages, 1U);
}

TEST_F(AskTest, NamesAreListedByTheirConcept) {
  const Variants variants = engine().variants(asked("Семей"));
  std::vector<std::string> forms;
  for (const Variant& variant : variants.forms) {
    forms.push_back(variant.form);
    EXPECT_THAT(variant.concepts, ElementsAre("Semey"));
  }
  EXPECT_THAT(forms, ElementsAre("семей", "семипалатинске", "семипалатинскѣ", "semey"));
  EXPECT_THAT(engine().variants(asked("чччччч")).forms, IsEmpty());
}

}  // namespace
}  // namespace izde::searcher
