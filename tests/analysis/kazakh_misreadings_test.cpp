#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "analysis/filters/kazakh_misreadings.hpp"
#include "analysis/table.hpp"
#include "tests/analysis/cases.hpp"

namespace izde::analysis {
namespace {

using testing::Case;

std::set<std::string> words_in(const std::string& cell) {
  std::set<std::string> words;
  for (const std::string_view word : parts_of(cell, ' ')) words.emplace(word);
  return words;
}

std::set<std::string> as_set(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

class KazakhMisreadings : public ::testing::TestWithParam<Case> {};

TEST_P(KazakhMisreadings, AreAllThereAre) {
  const Case& row = GetParam();
  EXPECT_EQ(as_set(damaged_spellings(row[0])), words_in(row[1]));
  EXPECT_EQ(as_set(restored_spellings(row[0])), words_in(row[2]));
}

INSTANTIATE_TEST_SUITE_P(Table, KazakhMisreadings, ::testing::ValuesIn(testing::cases("kazakh_misreadings")),
                         testing::line_name);

TEST(KazakhLetters, AreSeenInBothCases) {
  EXPECT_TRUE(has_kazakh_letter("ЖАҢА"));
  EXPECT_TRUE(has_kazakh_letter("тіл"));
  EXPECT_FALSE(has_kazakh_letter("казак тили i"));
  EXPECT_FALSE(has_kazakh_letter(""));
}

TEST(KazakhMisreadingsOf, AnyBytesAreFew) {
  std::mt19937 random(1920);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes;
    for (std::size_t size = random() % 40; size > 0; --size) bytes += static_cast<char>(random() & 0xFF);
    EXPECT_LE(damaged_spellings(bytes).size(), 26U);
    EXPECT_LE(restored_spellings(bytes).size(), 63U);
  }
}

TEST(KazakhMisreadingsOf, LongWordsAreFew) {
  std::string word;
  for (int i = 0; i < 1000; ++i) word += "қңүк";
  EXPECT_LE(damaged_spellings(word).size(), 26U);
  EXPECT_LE(restored_spellings(word).size(), 63U);
}

}  // namespace
}  // namespace izde::analysis
