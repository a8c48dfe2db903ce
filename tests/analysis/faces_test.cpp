#include <gtest/gtest.h>

#include <set>
#include <string>

#include "analysis/analyzer.hpp"
#include "analysis/faces.hpp"
#include "analysis/filters/kazakh_support.hpp"
#include "tests/analysis/cases.hpp"
#include "tests/analysis/readings_of.hpp"

namespace izde::analysis {
namespace {

using testing::Case;

class Faces : public ::testing::TestWithParam<Case> {};

void expect_face(std::string_view face, const std::string& expected) {
  if (expected == "-") return;
  EXPECT_EQ(face, expected);
}

TEST_P(Faces, AreMade) {
  const Case& row = GetParam();
  const Tokens tokens = Analyzer().analyze(row[1], testing::reading_named(row[0]));
  ASSERT_EQ(tokens.size(), 1U);
  expect_face(tokens[0]->plain, row[2]);
  expect_face(tokens[0]->stem, row[3]);
  expect_face(tokens[0]->key, row[4]);
  EXPECT_EQ(code(tokens[0]->language), row[5]);
}

INSTANTIATE_TEST_SUITE_P(Table, Faces, ::testing::ValuesIn(testing::cases("faces")), testing::line_name);

// 106 of a Russian passage and 007 of a Kazakh one shared a mark: what told the contexts apart made up for the letters.
TEST(WordMarks, TellShortWordsOfAllContextsApart) {
  const WordMarks marks;
  std::set<std::uint64_t> met;
  std::size_t words = 0;
  for (const auto& [name, reading] : testing::named_readings()) {
    const std::uint64_t number = WordMarks::number_of({reading, KazakhSupport::shipped()});
    for (int i = 0; i < 1000; ++i) {
      const std::string digits = std::to_string(1000 + i).substr(1);
      EXPECT_TRUE(met.insert(marks.of(digits, number).word).second) << name << " " << digits;
      ++words;
    }
  }
  EXPECT_EQ(met.size(), words);
}

TEST(FacesOf, JoinedWordIsSpeltByItsParts) {
  const Tokens tokens = Analyzer().analyze("Міръ-Якубъ", testing::reading_named("old"));
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[1]->written, "міръякубъ");
  EXPECT_EQ(tokens[1]->plain, "мирякуб");
  EXPECT_EQ(tokens[1].width, 2U);
}

TEST(FacesOf, NamesAreCapitalisedOrInAScriptWithoutCapitals) {
  const Analyzer analyzer;
  const Tokens russian = analyzer.analyze("Букейханов собрал съезд в ХІХ", testing::reading_named("ru"));
  EXPECT_FALSE(russian[0]->name.empty());
  EXPECT_TRUE(russian[0]->capitalised);
  EXPECT_TRUE(russian[2]->name.empty());
  EXPECT_FALSE(russian[2]->capitalised);
  EXPECT_TRUE(russian[4]->name.empty());
  const Tokens arabic = analyzer.analyze("بوكەيحان", testing::reading_named("kk_arabic"));
  EXPECT_FALSE(arabic[0]->name.empty());
  EXPECT_EQ(arabic[0]->name, russian[0]->name.substr(0, arabic[0]->name.size()));
}

TEST(FacesOf, WrittenKeepsMarksAndOldLetters) {
  const Tokens tokens = Analyzer().analyze("Хо\u0301джа УѢЗДЪ Бук[ейханов]", testing::reading_named("ru"));
  EXPECT_EQ(tokens[0]->written, "ходжа");
  EXPECT_EQ(tokens[1]->written, "уѣздъ");
  EXPECT_EQ(tokens[2]->written, "букейханов");
}

TEST(Plain, OfAFragmentIsItsSpelling) {
  const Analyzer analyzer;
  EXPECT_EQ(analyzer.plain("Уѣзд", testing::reading_named("ru")), "уезд");
  EXPECT_EQ(analyzer.plain("Алаш-ор", testing::reading_named("ru")), "алашор");
  EXPECT_EQ(analyzer.plain("Hoà", testing::reading_named("vi")), "hòa");
  EXPECT_EQ(analyzer.plain("Ókim", testing::reading_named("kk_latin_2018")), "өкім");
  EXPECT_EQ(analyzer.plain("", testing::reading_named("ru")), "");
}

class Readings : public ::testing::TestWithParam<Case> {};

TEST_P(Readings, AreListedLikeliestFirst) {
  std::string names;
  for (const Reading& reading : Analyzer().readings(GetParam()[0])) {
    if (!names.empty()) names += ' ';
    names += testing::name_of(reading);
  }
  EXPECT_EQ(names, GetParam()[1]);
}

INSTANTIATE_TEST_SUITE_P(Table, Readings, ::testing::ValuesIn(testing::cases("readings")), testing::line_name);

TEST(ReadingsOf, LatinQueryHasEveryAlphabetWithAnotherKey) {
  const std::vector<Reading> readings = Analyzer().readings("Shyǵys");
  const auto keys = [](const Reading& reading) {
    return std::string(Analyzer().analyze("Shyǵys", reading).at(0)->key);
  };
  std::vector<std::string> kazakh;
  std::size_t others = 0;
  for (const Reading& reading : readings) {
    if (reading.language == Language::kk) {
      kazakh.push_back(keys(reading));
    } else {
      ++others;
    }
  }
  EXPECT_EQ(others, 2U);  // vi, other
  ASSERT_FALSE(kazakh.empty());
  std::sort(kazakh.begin(), kazakh.end());
  EXPECT_EQ(std::unique(kazakh.begin(), kazakh.end()), kazakh.end());
  EXPECT_TRUE(std::binary_search(kazakh.begin(), kazakh.end(), "шығыс"));
}

}  // namespace
}  // namespace izde::analysis
