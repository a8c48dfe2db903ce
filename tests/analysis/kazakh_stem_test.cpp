// Kazakh stems: a table of forms, and what must hold of any word.
#include "analysis/filters/kazakh_stem.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "analysis/filters/kazakh_suffixes.hpp"
#include "tests/analysis/cases.hpp"

namespace izde::analysis {
namespace {

using testing::Case;
using testing::cases;

class Stems : public ::testing::TestWithParam<Case> {};
TEST_P(Stems, AreFound) { EXPECT_EQ(kazakh_stem(GetParam()[0]), GetParam()[1]); }
INSTANTIATE_TEST_SUITE_P(Table, Stems, ::testing::ValuesIn(cases("kazakh_stems")), testing::line_name);

TEST(KazakhStem, LeavesStrangersAlone) {
  EXPECT_EQ(kazakh_stem(""), "");
  EXPECT_EQ(kazakh_stem("windows"), "windows");
  EXPECT_EQ(kazakh_stem("1917"), "1917");
  const std::string endless(400, 'a');
  EXPECT_EQ(kazakh_stem(endless), endless);
}

TEST(KazakhStem, TakesAnyBytes) {
  std::mt19937 random(1917);
  for (int i = 0; i < 5000; ++i) {
    std::string bytes;
    for (std::size_t size = random() % 40; size > 0; --size) bytes += static_cast<char>(random() & 0xFF);
    EXPECT_EQ(kazakh_stem(bytes), kazakh_stem(bytes));
  }
}

TEST(KazakhStem, StaysWithinItsBounds) {
  std::mt19937 random(1920);
  const std::u32string letters = U"аеыілрнмдтңсқкбпиуйя";
  for (int i = 0; i < 3000; ++i) {
    std::u32string word;
    for (std::size_t size = 1 + random() % (kMaxWord + 4); size > 0; --size) word += letters[random() % letters.size()];
    const KazakhWord indices = kazakh_word(utf8_of(word));
    EXPECT_EQ(indices.size, word.size() > kMaxWord ? 0U : word.size());
    if (indices.size == 0) continue;
    const StemCandidates candidates = stem_candidates(indices);
    for (const StemCandidate& candidate : candidates.all()) {
      EXPECT_GE(candidate.length, std::min<std::size_t>(2, word.size()));
      EXPECT_LE(candidate.length, word.size());
      EXPECT_LE(candidate.suffixes, kMaxChain);
    }
    EXPECT_FALSE(kazakh_stem(utf8_of(word)).empty());
  }
}

TEST(KazakhStem, KnowsWhatAFormLetsItBe) {
  EXPECT_EQ(stem_use("тіліп", "тіл"), StemUse::verbal);
  EXPECT_EQ(stem_use("тіл", "тіл"), StemUse::nominal);
  EXPECT_EQ(stem_use("тілдің", "тіл"), StemUse::either);  // also: you cut
  EXPECT_EQ(stem_use("тілдерге", "тіл"), StemUse::nominal);
  EXPECT_EQ(stem_use("жазды", "жаз"), StemUse::either);
  EXPECT_EQ(stem_use("оқу", "оқ"), StemUse::verbal);
  EXPECT_EQ(stem_use("оқу", "кітап"), StemUse::unknown);
  EXPECT_EQ(stem_use("", ""), StemUse::unknown);
}

TEST(KazakhStem, IsTheSameFromEveryThread) {
  const auto words = cases("kazakh_stems");
  std::vector<std::string> wrong(4);
  {
    std::vector<std::jthread> threads;
    threads.reserve(wrong.size());
    for (std::string& finding : wrong) {
      threads.emplace_back([&words, &finding] {
        for (const Case& row : words) {
          if (kazakh_stem(row[0]) != row[1]) finding = row[0];
        }
      });
    }
  }
  EXPECT_EQ(wrong, std::vector<std::string>(4));
}

}  // namespace
}  // namespace izde::analysis
