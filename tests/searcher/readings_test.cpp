#include "searcher/engine/readings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace izde::searcher {
namespace {

const std::vector<analysis::Analyzer> kAnalyzers(1);

bool reads_as(const char* word, analysis::Language language, const char* plain, Spellings spellings) {
  const analysis::Tokens readings = readings_of_word(word, kAnalyzers, spellings);
  return std::any_of(readings.begin(), readings.end(), [&](const analysis::Token& token) {
    return token->language == language && token->plain == plain;
  });
}

TEST(Readings, AWordMayStandInATextOfEverySpelling) {
  struct Case {
    const char* word;
    analysis::Language language;
    const char* plain;
  };
  for (const auto& [word, language, plain] :
       {Case{"ея", analysis::Language::ru, "ее"}, Case{"главныя", analysis::Language::ru, "главные"},
        Case{"возстановлено", analysis::Language::ru, "восстановлено"}}) {
    EXPECT_TRUE(reads_as(word, language, word, Spellings::every)) << word;
    EXPECT_TRUE(reads_as(word, language, plain, Spellings::every)) << word;
    EXPECT_FALSE(reads_as(word, language, plain, Spellings::likely)) << word;
  }
}

TEST(Readings, WordsOfTodayHaveNoOtherSpelling) {
  for (const char* word : {"съезд", "главные", "земля"})
    EXPECT_EQ(readings_of_word(word, kAnalyzers, Spellings::every).size(),
              readings_of_word(word, kAnalyzers, Spellings::likely).size())
        << word;
}

TEST(Readings, ASurnameTypedSmallHasTheStemsOfBoth) {
  std::vector<std::string> stems;
  for (const auto& [length, rows] : rows_of_words("акпаев", kAnalyzers, Spellings::every, false))
    for (const analysis::Tokens& row : rows)
      if (row[0]->language == analysis::Language::ru) stems.emplace_back(row[0]->stem);
  EXPECT_EQ(stems.size(), 2U);
}

}  // namespace
}  // namespace izde::searcher
