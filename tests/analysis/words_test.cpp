#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "analysis/boundaries.hpp"
#include "tests/analysis/cases.hpp"

namespace izde::analysis {
namespace {

using testing::Case;

class Words : public ::testing::TestWithParam<Case> {};

std::string listed(const std::vector<Word>& words) {
  std::string list;
  for (const Word& word : words) {
    if (!list.empty()) list += ' ';
    list += word.text;
    if (word.width > 1) list += '/' + std::to_string(word.width);
  }
  return list;
}

std::string quoted(const std::vector<Word>& words, std::string_view text) {
  std::string list;
  for (const Word& word : words) {
    if (!list.empty()) list += '|';
    list += text.substr(word.span.begin, word.span.end - word.span.begin);
  }
  return list;
}

std::string spelt_out(std::string list) {
  for (char& c : list) {
    if (c == ' ') c = '|';
  }
  return list;
}

TEST_P(Words, AreFound) {
  const Case& row = GetParam();
  const std::vector<Word> found = words(row[0]);
  EXPECT_EQ(listed(found), row[1]);
  EXPECT_EQ(quoted(found, row[0]), row[2].empty() ? spelt_out(row[1]) : row[2]);
}

INSTANTIATE_TEST_SUITE_P(Table, Words, ::testing::ValuesIn(testing::cases("words")), testing::line_name);

TEST(WordsOf, PositionsCountThePartsOfACompound) {
  const std::vector<Word> found = words("Алаш-Орда мен 5-ші");
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0].position, 0U);
  EXPECT_EQ(found[1].position, 0U);  // Алаш-Орда
  EXPECT_EQ(found[1].width, 2U);
  EXPECT_EQ(found[2].position, 1U);
  EXPECT_EQ(found[3].position, 2U);
  EXPECT_EQ(found[4].position, 3U);
}

TEST(WordsOf, ApostropheEndsAWordOfItsAlphabetOnly) {
  EXPECT_EQ(listed(words("bas' jas'", U"s")), "bas' jas'");
  EXPECT_EQ(listed(words("bas' jas'")), "bas jas");
  EXPECT_EQ(listed(words("'bas' alam'", U"s")), "bas alam");
}

TEST(WordsOf, LongWordsAreCut) {
  std::string longest;
  for (int i = 0; i < 64; ++i) longest += "қ";
  const std::vector<Word> found = words(longest + "а");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, longest);
  EXPECT_EQ(found[0].span.end, longest.size() + 2);
}

TEST(WordsOf, BadBytesPartWords) {
  EXPECT_EQ(listed(words("алаш\xFFорда\xD0 1917\xC0")), "алаш орда 1917");
  EXPECT_EQ(listed(words(std::string_view("а\0б", 5))), "а б");
}

/// Texts that would take hours if any step looked back or ahead without bound.
TEST(WordsOf, HostileTextsAreReadToTheEnd) {
  const auto repeated = [](std::string_view unit, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += unit;
    return text;
  };
  constexpr std::size_t kTimes = 200'000;
  EXPECT_EQ(words(repeated("[", kTimes)).size(), 0U);
  EXPECT_EQ(words(repeated("(а", kTimes)).size(), kTimes);
  EXPECT_EQ(words(repeated("а-", kTimes)).size(), kTimes);
  EXPECT_EQ(words(repeated("а ", kTimes)).size(), 1U);
  EXPECT_EQ(words(repeated("а-\n ", kTimes)).size(), 1U);
  EXPECT_EQ(words("о" + repeated("\u0301\u0323", kTimes)).size(), 1U);
  EXPECT_EQ(words(repeated("1\u00A0", kTimes)).size(), kTimes);
  EXPECT_EQ(words(repeated("\u00AD", kTimes)).size(), 0U);
  EXPECT_EQ(words("а-" + repeated(" ", kTimes)).size(), 1U);
  EXPECT_EQ(words(repeated("'", kTimes) + repeated("a'", kTimes)).size(), 1U);
}

}  // namespace
}  // namespace izde::analysis
