#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "analysis/filters/homoglyphs.hpp"
#include "analysis/filters/latin_marks.hpp"
#include "analysis/filters/russian_spelling.hpp"
#include "analysis/filters/russian_stem.hpp"
#include "analysis/filters/vietnamese.hpp"
#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"
#include "tests/analysis/cases.hpp"

namespace izde::analysis {
namespace {

using testing::Case;

class OldRussian : public ::testing::TestWithParam<Case> {};

TEST_P(OldRussian, IsRewritten) {
  const std::string modern = plain_russian(lower_case(GetParam()[1]));
  EXPECT_EQ(modern_russian(lower_case(GetParam()[0])), modern);
  EXPECT_EQ(modern_russian(modern), modern);
}

INSTANTIATE_TEST_SUITE_P(Pairs, OldRussian, ::testing::ValuesIn(testing::cases("ru_prereform_pairs")),
                         testing::line_name);

class OldSpelling : public ::testing::TestWithParam<Case> {};

TEST_P(OldSpelling, IsNoticed) {
  const Case& row = GetParam();
  EXPECT_EQ(shows_old_spelling(row[0]), row[1] == "yes");
  if (row[2] == "-") return;
  EXPECT_EQ(is_old_spelling(row[0]), row[2] == "yes");
}

INSTANTIATE_TEST_SUITE_P(Table, OldSpelling, ::testing::ValuesIn(testing::cases("old_spelling")), testing::line_name);

TEST(OldSpellingOf, BadBytesIsNotSeen) {
  EXPECT_FALSE(shows_old_spelling("\xFF\xD1\xFF"));
  EXPECT_TRUE(shows_old_spelling("съ\xFF"));
}

class RussianStem : public ::testing::TestWithParam<Case> {};

TEST_P(RussianStem, IsTheSameForAllForms) {
  std::istringstream words(GetParam()[1]);
  for (std::string word; words >> word;) {
    const bool capitalised = is_upper(letter_at(word, 0).value);
    EXPECT_EQ(russian_stem(lower_case(word), capitalised), GetParam()[0]) << word;
  }
}

INSTANTIATE_TEST_SUITE_P(Table, RussianStem, ::testing::ValuesIn(testing::cases("ru_stems")), testing::line_name);

class Vietnamese : public ::testing::TestWithParam<Case> {};

TEST_P(Vietnamese, HasOneSpelling) {
  const Case& row = GetParam();
  EXPECT_EQ(vietnamese_plain(row[0]), row[1]);
  EXPECT_EQ(vietnamese_plain(row[1]), row[1]);
  EXPECT_EQ(vietnamese_unmarked(row[1]), row[2]);
  EXPECT_EQ(vietnamese_marked(row[0]), vietnamese_unmarked(row[0]) != row[0]);
}

INSTANTIATE_TEST_SUITE_P(Table, Vietnamese, ::testing::ValuesIn(testing::cases("vi_syllables")), testing::line_name);

TEST(VietnameseMarks, AreNoticed) {
  EXPECT_TRUE(vietnamese_marked("đi"));
  EXPECT_TRUE(vietnamese_marked("hòa"));
  EXPECT_FALSE(vietnamese_marked("hoa"));
}

class Homoglyphs : public ::testing::TestWithParam<Case> {};

TEST_P(Homoglyphs, AreBroughtToOneScript) {
  EXPECT_EQ(one_script(GetParam()[0]), GetParam()[1]);
  EXPECT_EQ(one_script(GetParam()[1]), GetParam()[1]);
}

INSTANTIATE_TEST_SUITE_P(Table, Homoglyphs, ::testing::ValuesIn(testing::cases("homoglyphs")), testing::line_name);

TEST(RomanNumerals, AreCapitalsInTheRightOrder) {
  for (const auto* numeral : {U"I", U"IV", U"XIX", U"XX", U"MCMXVII", U"ХІХ", U"VIII"}) {
    EXPECT_TRUE(is_roman_numeral(numeral)) << utf8_of(numeral);
  }
  for (const auto* word : {U"", U"IIII", U"IC", U"xix", U"CIVIL", U"СМ", U"ХА"}) {
    EXPECT_FALSE(is_roman_numeral(word)) << utf8_of(word);
  }
}

TEST(Unmarked, KeepsOtherScripts) {
  EXPECT_EQ(unmarked("bökeıhan"), "bokeihan");
  EXPECT_EQ(unmarked("o'kil"), "okil");
  EXPECT_EQ(unmarked("straße"), "strasse");
  EXPECT_EQ(unmarked("қазақ"), "қазақ");
}

}  // namespace
}  // namespace izde::analysis
