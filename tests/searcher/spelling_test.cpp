#include "searcher/engine/spelling.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace izde::searcher {
namespace {

struct DistanceCase {
  std::u32string_view a, b;
  std::size_t limit, distance;
};

TEST(EditDistance, CountsSlipsInCodePoints) {
  const DistanceCase cases[] = {
      {U"съезд", U"съезд", 2, 0},         {U"сьезд", U"съезд", 2, 1}, {U"оренбур", U"оренбург", 2, 1},
      {U"сеьзд", U"сьезд", 2, 1},         {U"semey", U"семей", 2, 3}, {U"", U"аб", 2, 2},
      {U"каркаралы", U"қарқаралы", 2, 2}, {U"аа", U"бб", 1, 2},
  };
  for (const DistanceCase& c : cases) {
    EXPECT_EQ(edit_distance(c.a, c.b, c.limit), c.distance);
    EXPECT_EQ(edit_distance(c.b, c.a, c.limit), c.distance);
  }
}

// Short words over few letters, so that each kind of slip occurs with each other at each place.
std::u32string any_word(std::mt19937& random, std::size_t most) {
  std::u32string word(random() % (most + 1), U'а');
  for (char32_t& letter : word) letter = U"абвaẫ"[random() % 5];
  return word;
}

TEST(DistanceFrom, IsTheDistanceOfTheTable) {
  std::mt19937 random(5);
  std::size_t near = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::u32string a = any_word(random, i % 20 == 0 ? 80 : 8);
    const DistanceFrom from(a);
    for (const std::size_t limit : {0U, 1U, 2U, 5U, 90U}) {
      std::u32string b = any_word(random, 8);
      if (i % 3 == 0) b = a.substr(0, a.size() / 2) + b.substr(0, 2) + a.substr(std::min(a.size(), a.size() / 2 + 1));
      const std::size_t distance = edit_distance(a, b, limit);
      ASSERT_EQ(from.to(b, limit), distance) << i << " " << limit;
      near += distance <= limit ? 1 : 0;
    }
  }
  EXPECT_GT(near, 10000U);
}

struct PatternCase {
  std::u32string_view pattern, word;
  bool fits;
};

TEST(Patterns, StarIsAnyLettersAndQuestionMarkOne) {
  const PatternCase cases[] = {
      {U"семипалат*", U"семипалатинск", true},
      {U"семипалат*", U"семипалат", true},
      {U"*инск", U"семипалатинск", true},
      {U"с*т*ск", U"семипалатинск", true},
      {U"с?мей", U"семей", true},
      {U"с?мей", U"смей", false},
      {U"*", U"", true},
      {U"?", U"", false},
      {U"аб*", U"ба", false},
      {U"****а", U"ббббббббббба", true},
  };
  for (const PatternCase& c : cases) EXPECT_EQ(fits(c.pattern, c.word), c.fits);
}

}  // namespace
}  // namespace izde::searcher
