#include "searcher/engine/other_words.hpp"

#include <gtest/gtest.h>

namespace izde::searcher {
namespace {

struct Spellings {
  std::string_view one, other;
  bool told_apart;
};

TEST(OldSpellings, AreTwoWordsByTheirLetters) {
  const Spellings cases[] = {
      {"миръ", "міръ", true},        {"міра", "миръ", true},  // in any case
      {"вѣсти", "вести", true},      {"миръ", "мира", false},
      {"исторія", "истории", false},  // і before a vowel is only spelling
      {"съѣздъ", "съѣзда", false},   {"", "міръ", false},
  };
  for (const Spellings& c : cases) {
    EXPECT_EQ(are_told_apart(c.one, c.other), c.told_apart) << c.one;
    EXPECT_EQ(are_told_apart(c.other, c.one), c.told_apart) << c.other;
  }
}

}  // namespace
}  // namespace izde::searcher
