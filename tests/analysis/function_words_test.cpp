#include <gtest/gtest.h>

#include "analysis/analyzer.hpp"
#include "analysis/filters/function_words.hpp"
#include "tests/analysis/cases.hpp"
#include "tests/analysis/readings_of.hpp"

namespace izde::analysis {
namespace {

using testing::Case;

class FunctionWords : public ::testing::TestWithParam<Case> {};

TEST_P(FunctionWords, AreKnownInAnyScript) {
  const Case& row = GetParam();
  const Tokens tokens = Analyzer().analyze(row[1], testing::reading_named(row[0]));
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(is_function_word(tokens[0]->plain, tokens[0]->language), row[2] == "yes");
}

INSTANTIATE_TEST_SUITE_P(Table, FunctionWords, ::testing::ValuesIn(testing::cases("function_words")),
                         testing::line_name);

}  // namespace
}  // namespace izde::analysis
