// The support of Kazakh stems as data: to bytes and back, learned from words, passed to the stemmer.
#include "analysis/filters/kazakh_support.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/filters/kazakh_learn.hpp"
#include "analysis/filters/kazakh_stem.hpp"
#include "tests/analysis/cases.hpp"

namespace izde::analysis {
namespace {

using testing::Case;
using testing::cases;

constexpr std::string_view kHeader = "stem\tkind\tforms\n";

std::uint64_t hash_of(std::string_view stem) {
  const KazakhWord word = kazakh_word(stem);
  std::uint64_t hash = kNoLetters;
  for (const std::uint8_t letter : word.first(word.size)) hash = hash_with(hash, letter);
  return hash;
}

std::vector<std::string> sample_words() {
  std::vector<std::string> words;
  for (const Case& row : cases("kazakh_words")) words.push_back(row[0]);
  return words;
}

TEST(KazakhSupport, KeepsItsCounts) {
  const auto support = KazakhSupport::from_counts(
      {{"үкімет", StemKind::nominal, 12}, {"бар", StemKind::verbal, 40}, {"бар", StemKind::nominal, 3}});
  EXPECT_EQ(support.of(hash_of("үкімет")).nominal, 12);
  EXPECT_EQ(support.of(hash_of("бар")).verbal, 40);
  EXPECT_EQ(support.of(hash_of("бар")).nominal, 3);
  EXPECT_EQ(support.of(hash_of("жоқ")).nominal, 0);
  EXPECT_EQ(support.counts().size(), 3U);
}

TEST(KazakhSupport, ProtectsNamesWhateverWasCounted) {
  const auto support = KazakhSupport::from_bytes(std::string(kHeader));
  EXPECT_GT(support.of(hash_of("алашорда")).nominal, 0);
}

TEST(KazakhSupport, GoesToBytesAndBack) {
  const KazakhSupport learned = learn_support(sample_words());
  const KazakhSupport read = KazakhSupport::from_bytes(learned.bytes());
  EXPECT_EQ(read.bytes(), learned.bytes());
  EXPECT_EQ(read.fingerprint(), learned.fingerprint());
  for (const CountedStem& counted : learned.counts()) {
    const StemForms forms = read.of(hash_of(counted.stem));
    EXPECT_GE(counted.kind == StemKind::verbal ? forms.verbal : forms.nominal, counted.forms) << counted.stem;
  }
}

TEST(KazakhSupport, FingerprintTellsContentNotOrder) {
  const auto of = [](std::string_view rows) {
    return KazakhSupport::from_bytes(std::string(kHeader).append(rows)).fingerprint();
  };
  EXPECT_EQ(of("ел\tn\t2\nкел\tv\t3\n"), of("# order\nкел\tv\t3\nел\tn\t2\n"));
  EXPECT_NE(of("ел\tn\t2\n"), of("ел\tn\t3\n"));
  EXPECT_NE(of("ел\tn\t2\n"), of("ел\tv\t2\n"));
  EXPECT_NE(of("ел\tn\t2\n"), of("ер\tn\t2\n"));
  EXPECT_NE(of("ел\tn\t2\n"), of(""));
}

class BadSupport : public ::testing::TestWithParam<std::string> {};
TEST_P(BadSupport, IsRefused) { EXPECT_THROW(KazakhSupport::from_bytes(GetParam()), std::invalid_argument); }
INSTANTIATE_TEST_SUITE_P(Table, BadSupport,
                         ::testing::Values("", "stem\tforms\n", "ел\tn\t2\n", "stem\tkind\tforms\nел\n",
                                           "stem\tkind\tforms\nел\tn\t\n", "stem\tkind\tforms\nел\tx\t2\n",
                                           "stem\tkind\tforms\nел\tn\t2x\n", "stem\tkind\tforms\n\tn\t2\n",
                                           "stem\tkind\tforms\nел\tn\t70000\n", "stem\tkind\tforms\nел\tn\t-1\n"));

TEST(KazakhSupport, TakesAnyBytesOrRefuses) {
  std::mt19937 random(1917);
  const std::string_view pieces[] = {
      "stem\tkind\tforms\n", "ел\tn\t2\n", "\t", "\n", "v", "n", "7", "#", "\xFF", "бар"};
  for (int i = 0; i < 3000; ++i) {
    std::string bytes = random() % 2 == 0 ? std::string(kHeader) : std::string();
    for (std::size_t count = random() % 6; count > 0; --count) bytes += pieces[random() % std::size(pieces)];
    try {
      const auto support = KazakhSupport::from_bytes(bytes);
      EXPECT_EQ(KazakhSupport::from_bytes(support.bytes()).fingerprint(), support.fingerprint());
    } catch (const std::invalid_argument&) {
    }
  }
}

TEST(LearnSupport, CountsFormsOfTheCollection) {
  // Forms in a spelling of the time that no table has: the stem is found by what its forms share.
  const std::vector<std::string> words = {"хүкімет",     "хүкіметтің", "хүкіметке", "хүкіметі",
                                          "хүкіметінің", "хүкіметтер", "windows",   "1917"};
  const KazakhSupport support = learn_support(words);
  EXPECT_GE(support.of(hash_of("хүкімет")).nominal, 5);
  for (const std::string& word : {words[1], words[3], words[4]}) EXPECT_EQ(kazakh_stem(word, support), "хүкімет");
  EXPECT_NE(support.fingerprint(), KazakhSupport::shipped().fingerprint());
}

TEST(LearnSupport, LosesNothingThatIsShipped) {
  EXPECT_EQ(learn_support({}).fingerprint(), KazakhSupport::shipped().fingerprint());
  const KazakhSupport support = learn_support(sample_words());
  for (const CountedStem& stem : KazakhSupport::shipped().counts()) {
    const StemForms forms = support.of(hash_of(stem.stem));
    ASSERT_GE(stem.kind == StemKind::verbal ? forms.verbal : forms.nominal, stem.forms) << stem.stem;
  }
}

TEST(LearnSupport, DoesNotDependOnTheOrderOfWords) {
  std::vector<std::string> words = sample_words();
  const std::string there = learn_support(words).bytes();
  std::ranges::reverse(words);
  EXPECT_EQ(learn_support(words).bytes(), there);
}

TEST(LearnSupport, PassesOverStrangersAndPronouns) {
  const std::vector<std::string> words = {"windows", "1917", "мұны", "", "-", "ьь", "алаш-windows"};
  const KazakhSupport counted = count_stems(words, KazakhSupport::shipped(), KazakhRanker::shipped());
  std::set<std::string> stems;
  for (const CountedStem& stem : counted.counts()) stems.insert(stem.stem);
  EXPECT_EQ(stems, std::set<std::string>{"ьь"});
}

class LearnedStems : public ::testing::TestWithParam<Case> {};
TEST_P(LearnedStems, AreFound) {
  static const KazakhSupport support = learn_support([] {
    std::vector<std::string> words;
    for (const Case& row : cases("kazakh_learned")) words.push_back(row[0]);
    return words;
  }());
  EXPECT_EQ(kazakh_stem(GetParam()[0], support), GetParam()[1]);
}
INSTANTIATE_TEST_SUITE_P(Table, LearnedStems, ::testing::ValuesIn(cases("kazakh_learned")), testing::line_name);

TEST(KazakhStem, RemembersEachSupportByItself) {
  const KazakhSupport support = learn_support({});
  for (const Case& row : cases("kazakh_stems")) {
    EXPECT_EQ(kazakh_stem(row[0], support), kazakh_stem(row[0]));
    EXPECT_EQ(kazakh_stem(row[0], support, KazakhRanker::shipped()), kazakh_stem(row[0]));
  }
  const auto empty = KazakhSupport::from_bytes(std::string(kHeader));
  const auto many = KazakhSupport::from_counts({{"жазб", StemKind::nominal, 60000}});
  EXPECT_EQ(kazakh_stem("жазбы", many), kazakh_stem("жазбы", many, KazakhRanker::shipped()));
  EXPECT_EQ(kazakh_stem("жазбы", empty), kazakh_stem("жазбы", empty, KazakhRanker::shipped()));
}

TEST(KazakhRanker, RefusesWeightsOfNothing) {
  EXPECT_THROW(KazakhRanker("feature\tvalue\tweight\nshape\t1\t5\n"), std::invalid_argument);
  EXPECT_THROW(KazakhRanker("feature\tvalue\tweight\nclass\tXYZ\t5\n"), std::invalid_argument);
  EXPECT_THROW(KazakhRanker("feature\tvalue\tweight\nlength\t8\t5\n"), std::invalid_argument);
  EXPECT_THROW(KazakhRanker("feature\tvalue\tweight\nrelative\t-6\t5\n"), std::invalid_argument);
  EXPECT_NO_THROW(KazakhRanker("feature\tvalue\tweight\nrelative\t-5\t5\nkind\tverbal\t-3\nclass\tPL\t7\n"));
}

TEST(KazakhRanker, DescribesWhatItRanks) {
  for (const Case& row : cases("kazakh_stems")) {
    const std::string_view part = stemmed_part(row[0]).part;
    const KazakhWord word = kazakh_word(part);
    const StemKey best = KazakhRanker::shipped().best(word, KazakhSupport::shipped()).key;
    const auto candidates = KazakhRanker::describe(word, KazakhSupport::shipped());
    EXPECT_TRUE(std::ranges::any_of(candidates, [best](const DescribedCandidate& candidate) {
      return candidate.stem.key.kept == best.kept && candidate.stem.key.added == best.added;
    })) << row[0];
    for (const DescribedCandidate& candidate : candidates) EXPECT_GE(candidate.features.size(), 7U);
  }
}

}  // namespace
}  // namespace izde::analysis
