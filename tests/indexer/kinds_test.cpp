#include "indexer/kinds/kinds.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "indexer/enrich.hpp"
#include "indexer/kinds/act.hpp"
#include "table.hpp"
#include "thesaurus/shipped.hpp"

namespace izde::indexer {
namespace {

class KindsTest : public testing::Test {
 protected:
  static EnrichedPassage read(const std::string& text, const std::string& language, const std::string& title = "") {
    static const thesaurus::Thesaurus thesaurus = thesaurus::open_with({});
    static const analysis::Analyzer analyzer;
    static const Cues cues(analyzer);
    schema::Passage passage;
    passage.document = "x";
    passage.title = title;
    passage.text = text;
    Dating dating({});
    return enrich({std::move(passage), *analysis::language_of_tag(language), false}, {thesaurus, analyzer, cues},
                  dating);
  }
  static PassageFacts facts(const EnrichedPassage& enriched) {
    static const thesaurus::Thesaurus thesaurus = thesaurus::open_with({});
    static const Cues cues{analysis::Analyzer()};
    return facts_of(enriched.passage, enriched.tokens, {cues, thesaurus});
  }
  static std::string joined(const std::vector<std::string>& parts) {
    return std::accumulate(parts.begin(), parts.end(), std::string(), [](std::string all, const std::string& part) {
      return all.empty() ? part : std::move(all) + "," + part;
    });
  }
};

TEST_F(KindsTest, AreThoseOfTheTable) {
  for (const test::TableRow& row : test::table("kinds.tsv")) {
    std::vector<std::string> kinds;
    for (const schema::KindMark& mark : read(row[3], row[1]).passage.kinds)
      kinds.emplace_back(schema::kKindNames[static_cast<std::size_t>(mark.kind)]);
    EXPECT_EQ(kinds.empty() ? "-" : joined(kinds), row[2]) << row[0] << ": " << row[3];
  }
}

TEST_F(KindsTest, ActsAreReadAsTheTableSays) {
  for (const test::TableRow& row : test::table("acts.tsv")) {
    const EnrichedPassage enriched = read(row[9], row[1]);
    static const thesaurus::Thesaurus thesaurus = thesaurus::open_with({});
    const schema::ActRecord act = act_of(enriched.passage, facts(enriched), thesaurus);
    const std::vector<std::string> told{
        act.type, act.number, act.date, act.os_date, joined(act.issuers), joined(act.signatories), act.title};
    EXPECT_EQ(told, std::vector<std::string>(row.begin() + 2, row.begin() + 9)) << row[0] << ": " << row[9];
  }
}

TEST_F(KindsTest, OnlyDecreesHaveAnAct) {
  EXPECT_TRUE(read("Съезд постановил: закон от 17 июня 1917 года утвердить.", "ru").passage.act.has_value());
  EXPECT_FALSE(read("Степные лошади невелики ростом, но выносливы.", "ru").passage.act.has_value());
}

TEST_F(KindsTest, ScriptsAndOldSpellingMeet) {
  const auto found = [](const std::string& text, const std::string& language) {
    return facts(read(text, language)).text & (fact("act") | fact("adopt"));
  };
  const FactSet both = fact("act") | fact("adopt");
  EXPECT_EQ(found("Съезд қаулы қабылдады.", "kk"), both);
  EXPECT_EQ(found("Sezd qaýly qabyldady.", "kk"), both);
  EXPECT_EQ(found("سەزد قاۋلى قابىلدادى.", "kk"), both);
  EXPECT_EQ(found("Съѣздомъ принято постановленіе.", "ru"), both);
  EXPECT_EQ(found("Dai hoi thong qua nghi quyet.", "vi"), both);
}

TEST_F(KindsTest, WhatIsSomethingElseIsNoCue) {
  EXPECT_EQ(facts(read("Ông là luật sư và thư ký.", "vi")).text & (fact("act") | fact("letter")), 0U);
  EXPECT_EQ(facts(read("Он считал этот порядок законным.", "ru")).text & fact("act"), 0U);
}

}  // namespace
}  // namespace izde::indexer
