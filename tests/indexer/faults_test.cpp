// Which dates of front matter are told to be none, and where.
#include "indexer/faults.hpp"

#include <gtest/gtest.h>

#include <string>

namespace izde::indexer {
namespace {

struct Row {
  const char* date;
  const char* calendar;
  const char* said;  ///< a part of what is said; nullptr where all is well
};

const Row kRows[] = {
    {"1918-06-11", "", nullptr},
    {"1917-12/1918-06", "", nullptr},
    {"1900-02-29", "julian", nullptr},
    {"1918-06-31", "", "is not a date"},
    {"1918-13", "", "is not a date"},
    {"1919/1918", "", "is not a date"},
    {"1918-02-30", "julian", "is not a date"},
    {"31.06.1918", "", "is not a date"},
    {"1900-02-29", "", "is a day of the Old Style only"},
    {"5000", "", "is of no year from 1 to 2100"},
};

class DatesOfFrontMatter : public ::testing::TestWithParam<Row> {};

TEST_P(DatesOfFrontMatter, AreToldWithTheirLine) {
  const Row& row = GetParam();
  schema::Metadata metadata{{"title", "Указ"}, {"date", row.date}};
  if (*row.calendar != '\0') metadata.emplace_back("calendar", row.calendar);
  const auto notes = faults_of(metadata, {"front matter, line 2", "front matter, line 3"});
  ASSERT_EQ(notes.size(), row.said == nullptr ? 0U : 1U);
  if (row.said == nullptr) return;
  EXPECT_EQ(notes[0].where, "front matter, line 3, date");
  EXPECT_NE(notes[0].what.find(row.said), std::string::npos) << notes[0].what;
}

INSTANTIATE_TEST_SUITE_P(Table, DatesOfFrontMatter, ::testing::ValuesIn(kRows));

}  // namespace
}  // namespace izde::indexer
