// Dates typed in a query: what they become, what is said of those that are none, and that what is printed means the
// same.
#include "searcher/engine/typed_dates.hpp"

#include <gtest/gtest.h>

#include <string>

namespace izde::searcher {
namespace {

/// Words without superfluous blanks, then the dates.
std::string told(const TypedQuery& typed) {
  std::string text;
  for (const char c : typed.words)
    if (c != ' ' || (!text.empty() && text.back() != ' ')) text += c;
  while (!text.empty() && text.back() == ' ') text.pop_back();
  for (const AskedDate& date : typed.dates) text.append(text.empty() ? "" : " ").append(print(date));
  return text;
}

struct Row {
  const char* query;
  const char* told;
  const char* said = nullptr;  ///< the beginning of what is said
};

const Row kRows[] = {
    {"11 июня 1918", "~date:1918-06-11"},
    {"24 tháng 6 năm 1918", "~date:1918-06-24"},
    {"1918 жылғы 11 (24) маусым", "~date:os:1918-06-11"},
    {"11 июня 1918 ст. ст.", "~date:os:1918-06-11"},
    {"съезд 5–13 декабря 1917", "съезд ~date:1917-12-05..1917-12-13"},
    {"13 декабря 1930", "~date:1930-12-13"},
    {"июнь 1918", "~date:1918-06-01..1918-06-30"},
    {"съезд 1918-06", "съезд ~date:1918-06-01..1918-06-30"},
    {"1918-06-11", "~date:1918-06-11"},
    {"1905-07 гг.", "1905-07 гг."},
    {"1917-20", "1917-20"},
    {"съезд 1917", "съезд 1917"},
    {"(24) июня 1918", "~date:1918-06-24"},
    {"съезд (24 июня 1918)", "съезд ~date:1918-06-24"},
    {"съезд (Оренбург) 1918", "съезд (Оренбург) 1918"},
    {"~date:1918-06-11 съезд", "съезд ~date:1918-06-11"},
    {"~date:1918", "~date:1918-01-01..1918-12-31"},
    {"31 июня 1918", "~date:1918-06-01..1918-06-30", "“31 июня 1918” is no day of the calendar, so it is looked for"},
    {"1918 жылғы 31 маусым", "~date:1918-06-01..1918-06-30", "“1918 жылғы 31 маусым” is no day"},
    {"ngày 31 tháng 6 năm 1918", "~date:1918-06-01..1918-06-30", "“ngày 31 tháng 6 năm 1918” is no day"},
    {"съезд 31.06.1918", "съезд ~date:1918-06-01..1918-06-30", "“31.06.1918” is no day"},
    {"31 июня", "31 июня", "“31 июня” is no day of the calendar, so it is read as words"},
    {"1918-13", "1918-13", "“1918-13” is no month"},
    {"11.13.1918", "11.13.1918", "“11.13.1918” is no day of the calendar, so it is read as words"},
    {"1.13.1918", "1.13.1918", "“1.13.1918” is no day of the calendar, so it is read as words"},
    {"11 июня 3018", "11 июня 3018", "“11 июня 3018” is not looked for as a date, since years go from 1 to 2100"},
    {"~date:soon съезд", "съезд", "“~date:soon” names no day or days"},
    {"25 делегатов и 31 вопрос", "25 делегатов и 31 вопрос"},
    {"№ 31 июня", "№ 31 июня"},
    {"11 июня 1918 AND съезд", "11 июня 1918 AND съезд"},
};

class TypedDates : public ::testing::TestWithParam<Row> {};

TEST_P(TypedDates, AreTakenOut) {
  const Row& row = GetParam();
  const TypedQuery typed = without_dates(row.query);
  EXPECT_EQ(told(typed), row.told);
  ASSERT_EQ(typed.diagnostics.size(), row.said == nullptr ? 0U : 1U);
  if (row.said == nullptr) return;
  EXPECT_TRUE(typed.diagnostics[0].message.starts_with(row.said)) << typed.diagnostics[0].message;
}

TEST_P(TypedDates, MeanTheSameWhenTypedBack) {
  const TypedQuery typed = without_dates(GetParam().query);
  const TypedQuery back = without_dates(told(typed));
  ASSERT_EQ(told(back), told(typed));
  for (std::size_t i = 0; i < typed.dates.size(); ++i) {
    ASSERT_EQ(back.dates[i].days.size(), typed.dates[i].days.size());
    for (std::size_t j = 0; j < typed.dates[i].days.size(); ++j) {
      EXPECT_EQ(back.dates[i].days[j].days, typed.dates[i].days[j].days);
      EXPECT_EQ(back.dates[i].days[j].weight, typed.dates[i].days[j].weight);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Table, TypedDates, ::testing::ValuesIn(kRows));

TEST(TypedQueries, AnyBytesAreRead) {
  for (const char* query :
       {"(", ")", "()", "~date:", "0", "00 00", "(\xff) 31", "99999999999999999999 июня", "(24) (25) июня 1918"})
    EXPECT_EQ(without_dates(query).words.size(), std::string(query).size());
}

}  // namespace
}  // namespace izde::searcher
