// Terms of dates: whatever meets is found by one, whatever lies apart is left to none that is exact.
#include "schema/dates.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace izde::schema {
namespace {

using analysis::DayRange;

analysis::FoundDate dated(const DayRange& days) {
  analysis::FoundDate date;
  date.days = days;
  date.confidence = 1;
  return date;
}

bool shares_term(const DayRange& named, const DayRange& asked) {
  const std::vector<std::string> posted = date_terms({dated(named)});
  const DateTerms terms = terms_meeting(asked);
  const auto is_posted = [&](const std::string& term) {
    return std::binary_search(posted.begin(), posted.end(), term);
  };
  return std::any_of(terms.exact.begin(), terms.exact.end(), is_posted) ||
         std::any_of(terms.coarse.begin(), terms.coarse.end(), is_posted);
}

TEST(DateTerms, WhateverMeetsIsFound) {
  std::mt19937 random(1918);
  std::uniform_int_distribution<std::int32_t> day(-22000, -16000);
  const std::int32_t lengths[] = {0, 1, 12, 27, 30, 31, 59, 91, 180, 364, 365, 900, 4000, 9000, 40000};
  std::uniform_int_distribution<std::size_t> length(0, std::size(lengths) - 1);
  std::uniform_int_distribution<std::size_t> length_of_date(0, std::size(lengths) - 2);  // a century is no date
  for (int i = 0; i < 3000; ++i) {
    const std::int32_t a = day(random);
    const std::int32_t b = day(random) % 3 == 0 ? a + 5 : day(random);
    const DayRange named{a, a + lengths[length_of_date(random)]};
    const DayRange asked{b, b + lengths[length(random)]};
    if (meet(named, asked)) {
      EXPECT_TRUE(shares_term(named, asked))
          << named.first << ".." << named.last << " " << asked.first << ".." << asked.last;
    }
  }
}

TEST(DateTerms, ADayIsNotFoundByItsNeighbour) {
  EXPECT_FALSE(shares_term({-19000, -19000}, {-18999, -18999}));
  EXPECT_TRUE(shares_term({-19000, -19000}, {-19000, -19000}));
}

TEST(DateTerms, CenturiesAndUnknownYearsAreNotSearched) {
  EXPECT_FALSE(searched_days(dated({})));
  EXPECT_FALSE(searched_days(dated(analysis::parse_date("1901/2000").value_or(DayRange()))));
  EXPECT_EQ(date_terms({dated({})}), (std::vector<std::string>{kUndatedTerm}));
}

}  // namespace
}  // namespace izde::schema
