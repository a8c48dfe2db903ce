// Days as dates: what is written is read as the same day.
#include "analysis/date.hpp"

#include <gtest/gtest.h>

#include <random>

namespace izde::analysis {
namespace {

TEST(Date, ADayThatIsWrittenIsReadAsTheSameDay) {
  std::mt19937 random(1917);
  std::uniform_int_distribution<std::int32_t> days(-700'000, 50'000);  // years 53 to 2106
  for (int i = 0; i < 2000; ++i) {
    const std::int32_t day = days(random);
    EXPECT_EQ(parse_date(iso_day(day)), (DayRange{day, day})) << iso_day(day);
    EXPECT_EQ(year_of(day), std::stoi(iso_day(day).substr(0, 4)));
  }
}

TEST(Date, OldStyleIsWrittenInNewStyle) {
  EXPECT_EQ(iso_day(parse_date("1917-12-05", true).value_or(DayRange()).first), "1917-12-18");
  EXPECT_EQ(year_of(parse_date("1917-12-31", true).value_or(DayRange()).first), 1918);
}

}  // namespace
}  // namespace izde::analysis
