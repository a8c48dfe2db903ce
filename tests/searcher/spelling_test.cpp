#include "searcher/engine/spelling.hpp"

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
