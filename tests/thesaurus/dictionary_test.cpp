#include "thesaurus/dictionary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "case_rows.hpp"
#include "thesaurus/shipped.hpp"

namespace izde::thesaurus {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::filesystem::path kData = std::filesystem::path(IZDE_TEST_DATA);

class Entries : public ::testing::TestWithParam<CaseRow> {
 protected:
  static void SetUpTestSuite() {
    dictionary_.load(kData / "lexicon.tsv");
    dictionary_.build();
  }
  static inline Dictionary dictionary_;
};

TEST_P(Entries, AreTheLongestWithTheirEquivalents) {
  const auto& row = GetParam().cells;
  const std::string& query = row[1];
  const analysis::Tokens tokens = analysis::Analyzer().analyze(query, reading_of(row[0]));
  std::string listed;
  for (const Translated& found : dictionary_.find(tokens, analysis::Analyzer())) {
    if (!listed.empty()) listed += "; ";
    const std::uint32_t begin = tokens[found.position].span.begin;
    listed += query.substr(begin, tokens[found.position + found.width - 1].span.end - begin);
    char separator = '=';
    for (std::size_t tongue = 0; tongue < kTongues; ++tongue)
      for (const Equivalent& equivalent : found.equivalents) {
        if (equivalent.tongue != static_cast<Tongue>(tongue)) continue;
        listed += separator + std::string(equivalent.text);
        separator = '|';
      }
  }
  EXPECT_EQ(listed, row[2]);
}

INSTANTIATE_TEST_SUITE_P(Table, Entries, ::testing::ValuesIn(case_rows("dictionary.tsv", 3)), case_name);

TEST(LexiconFile, LinesThatAreWrongAreToldAndLeftOut) {
  Dictionary dictionary;
  dictionary.load(kData / "bad_lexicon.tsv");
  EXPECT_EQ(dictionary.size(), 2U);
  EXPECT_EQ(dictionary.fault_count(), 5U);
  ASSERT_EQ(dictionary.faults().size(), 5U);
  EXPECT_THAT(dictionary.faults()[0], HasSubstr("bad_lexicon.tsv:3: has 2 cells, the first line 3"));
  EXPECT_THAT(dictionary.faults()[1], HasSubstr("bad_lexicon.tsv:4: “жол:2” is not word[:weight]"));
}

TEST(LexiconFile, WithoutTwoLanguagesIsRefusedAsAWhole) {
  for (const char* text : {"", "# nothing\n", "vi\tpos\nđất\tn\n", "đất\tжер\n", "vi\tvi\tkk\n"})
    EXPECT_THROW(parse_lexicon(text, "x.tsv"), LexiconError) << text;
  EXPECT_THROW(Dictionary().load(kData / "no such file.tsv"), LexiconError);
}

TEST(LexiconFile, HasWindowsLineEndsCommentsAndTags) {
  const LexiconFile file = parse_lexicon("# a\r\nkk-Cyrl\tru\r\n\r\nжер\tземля\r\n", "x.tsv");
  ASSERT_EQ(file.lines.size(), 1U);
  EXPECT_EQ(file.lines[0][static_cast<std::size_t>(Tongue::ru)], "земля");
}

TEST(LexiconFile, ACellOfTooManyWordsIsToldInShort) {
  std::string cell = "жер";
  for (int i = 0; i < 1000; ++i) cell += "|жер" + std::to_string(i);
  const LexiconFile file = parse_lexicon("kk\tru\n" + cell + "\tземля\nжол\tпуть\n", "x.tsv");
  EXPECT_EQ(file.lines.size(), 1U);
  ASSERT_EQ(file.faults.size(), 1U);
  EXPECT_THAT(file.faults[0], HasSubstr("has 1001 words; a cell may have 100"));
  EXPECT_LT(file.faults[0].size(), 200U);
}

TEST(LexiconFile, BadUtf8IsToldByLine) {
  const LexiconFile file = parse_lexicon("kk\tru\nжер\t\xFF\nжол\tпуть\n", "x.tsv");
  EXPECT_EQ(file.lines.size(), 1U);
  EXPECT_THAT(file.faults, ElementsAre("x.tsv:2: is not UTF-8"));
}

TEST(LexiconFile, QuotesOfSpreadsheetsAreTakenOff) {
  const LexiconFile file = parse_lexicon("\"kk\"\tru\n\"жер|жер-су\"\tземля\n", "x.tsv");
  ASSERT_EQ(file.lines.size(), 1U);
  EXPECT_EQ(file.lines[0][static_cast<std::size_t>(Tongue::kk)], "жер|жер-су");
}

TEST(LexiconFile, NulIsToldByLine) {
  using namespace std::string_view_literals;
  EXPECT_THAT(parse_lexicon("kk\tru\nжер\0\tземля\n"sv, "x.tsv").faults, ElementsAre("x.tsv:2: has a NUL byte"));
  EXPECT_THROW(parse_lexicon("k\0k\0\t\0r\0u\n"sv, "x.tsv"), LexiconError);
}

TEST(Dictionary, KnowsWhatItLists) {
  Dictionary dictionary;
  dictionary.load(kData / "lexicon.tsv");
  dictionary.build();
  EXPECT_TRUE(dictionary.has_headword("жер", Tongue::kk));
  EXPECT_FALSE(dictionary.has_headword("жерде", Tongue::kk));
  EXPECT_TRUE(dictionary.has_syllable("đất"));
  EXPECT_FALSE(dictionary.has_syllable("dát"));
}

// What is shipped is whole: no line is left out, and every line has words in two languages.
TEST(ShippedLexicon, LoadsWithoutFaults) {
  const Dictionary dictionary = open_dictionary({}, shipped());
  EXPECT_THAT(dictionary.faults(), ElementsAre());
  EXPECT_GE(dictionary.size(), 6000U);
}

TEST(WordsOfCell, KeepWeightsAndDropBlanks) {
  EXPECT_THAT(*words_of_cell(" a : 0.5 |b c"), ElementsAre(CellWord{"a", 0.5F}, CellWord{"b c", 1}));
  EXPECT_TRUE(words_of_cell("  ")->empty());
  EXPECT_THAT(*words_of_cell("a:0|b"), ElementsAre(CellWord{"b", 1}));
  for (const char* cell : {"a|", "|", ":0.5", "a:-1", "a:1.01", "a:nan", "a:1e-99", "a:b"})
    EXPECT_FALSE(words_of_cell(cell)) << cell;
}

}  // namespace
}  // namespace izde::thesaurus
