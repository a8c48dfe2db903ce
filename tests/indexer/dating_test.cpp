// Which year the days of a passage have that leave it out.
#include "indexer/dating.hpp"

#include <gtest/gtest.h>

#include <string>

namespace izde::indexer {
namespace {

schema::Passage passage(const std::string& text, const std::string& heading = "") {
  schema::Passage passage;
  passage.text = text;
  passage.heading = heading;
  passage.reading.language = analysis::Language::ru;
  return passage;
}

/// Normal forms, a blank between.
std::string read(Dating& dating, const schema::Passage& passage) {
  std::string text;
  for (const analysis::FoundDate& date : dating.dates_of(passage)) text += (text.empty() ? "" : " ") + date.edtf;
  return text;
}

TEST(Dating, ADayToldBeforeHasItsYear) {
  Dating dating({});
  read(dating, passage("11 (24) июня 1918 года изданы акты по закону от 17 июня 1917 года."));
  EXPECT_EQ(read(dating, passage("Совет создан 11 (24) июня.")), "1918-06-24");
  EXPECT_EQ(read(dating, passage("Съезд собрался 5 сентября.")), "1917-09-05");
}

TEST(Dating, ADayToldOfTwoYearsTellsNone) {
  Dating dating({});
  read(dating, passage("Это было 5 декабря 1917 года и 5 декабря 1919 года, а не 3 мая 1920 года."));
  EXPECT_EQ(read(dating, passage("Собрались 5 декабря.")), "1920-12-05");
}

TEST(Dating, AHeadingGoesBeforeIt) {
  Dating dating({});
  read(dating, passage("Съезд открылся 5 декабря 1917 года."));
  EXPECT_EQ(read(dating, passage("Собрались 5 декабря.", "1919 год")), "1919-12-05");
}

}  // namespace
}  // namespace izde::indexer
