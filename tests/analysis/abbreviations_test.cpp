#include <gtest/gtest.h>

#include <string>

#include "analysis/analyzer.hpp"
#include "tests/analysis/cases.hpp"
#include "tests/analysis/readings_of.hpp"

namespace izde::analysis {
namespace {

using testing::Case;

class Abbreviations : public ::testing::TestWithParam<Case> {};

TEST_P(Abbreviations, AreReadAsWhatTheyStandFor) {
  const Case& row = GetParam();
  std::string listed;
  for (const Token& token : Analyzer().analyze(row[1], testing::reading_named(row[0]))) {
    if (token.width > 0) continue;
    if (!listed.empty()) listed += ' ';
    listed += std::to_string(token.position) + ":" + std::string(token->plain);
  }
  EXPECT_EQ(listed, row[2]);
}

INSTANTIATE_TEST_SUITE_P(Table, Abbreviations, ::testing::ValuesIn(testing::cases("abbreviations")),
                         testing::line_name);

TEST(ExpansionsOf, StandBehindTheirAbbreviationWithItsSpan) {
  const Tokens tokens = Analyzer().analyze("Алаш-Орда обл. съезд", testing::reading_named("ru"));
  ASSERT_EQ(tokens.size(), 6U);
  EXPECT_EQ(tokens[3]->written, "обл");
  EXPECT_EQ(tokens[4]->written, "область");
  EXPECT_EQ(tokens[4].span, tokens[3].span);
  EXPECT_EQ(tokens[4].position, tokens[3].position);
  EXPECT_EQ(tokens[5].position, 3U);
}

}  // namespace
}  // namespace izde::analysis
