// Dates in running text: phrases and sentences from tables, what a document's own date does to them, and laws that hold
// for any bytes.
#include "analysis/dates/find_dates.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>

#include "analysis/dates/calendar.hpp"
#include "cases.hpp"

namespace izde::analysis {
namespace {

using testing::Case;

Language language(const Case& row, std::size_t cell) { return language_of_tag(row[cell]).value_or(Language::other); }

std::string told(const std::vector<FoundDate>& dates) {
  std::string text;
  for (const FoundDate& date : dates) {
    if (!text.empty()) text += " ; ";
    text += date.edtf + " " + std::string(name(date.kind));
    if (!date.os_edtf.empty()) text += " " + date.os_edtf;
  }
  return text;
}

class Phrases : public ::testing::TestWithParam<Case> {};

TEST_P(Phrases, IsOneDate) {
  const Case& row = GetParam();
  for (const Language read : {language(row, 1), Language::other}) {
    const std::vector<FoundDate> dates = find_dates(row[2], read);
    ASSERT_EQ(dates.size(), 1U) << row[2] << ": " << told(dates);
    EXPECT_EQ(dates[0].edtf, row[3]);
    EXPECT_EQ(name(dates[0].kind), row[4]);
    EXPECT_EQ(dates[0].os_edtf, row[5]);
    EXPECT_EQ(dates[0].alternative, row[6]);
  }
}

INSTANTIATE_TEST_SUITE_P(Table, Phrases, ::testing::ValuesIn(testing::cases("date_cases")), testing::line_name);

class Sentences : public ::testing::TestWithParam<Case> {};

TEST_P(Sentences, HoldTheseDates) {
  const Case& row = GetParam();
  EXPECT_EQ(told(find_dates(row[1], language(row, 0))), row[2]) << row[1];
}

INSTANTIATE_TEST_SUITE_P(Table, Sentences, ::testing::ValuesIn(testing::cases("date_sentences")), testing::line_name);

/// 1917-12-05..1917-12-13; an end that is open or unknown is left out.
std::string days_of(const FoundDate& date) {
  const DayRange all;
  const std::string first = date.days.first == all.first ? "" : iso_day(date.days.first);
  const std::string last = date.days.last == all.last ? "" : iso_day(date.days.last);
  return first == last && !first.empty() ? first : first + ".." + last;
}

class HeldBack : public ::testing::TestWithParam<Case> {};

TEST_P(HeldBack, IsReadAsAHistorianReadsIt) {
  const Case& row = GetParam();
  std::string text;
  for (const FoundDate& date : find_dates(row[1], language(row, 0))) {
    if (!text.empty()) text += " ; ";
    text += days_of(date) + " " + std::string(name(date.kind));
    if (!date.os_edtf.empty()) text += " " + date.os_edtf;
  }
  if (row[3].empty()) {
    EXPECT_EQ(text, row[2]) << row[1];
  } else {
    EXPECT_NE(text, row[2]) << "is read now; strike out why it was not: " << row[1];
  }
}

INSTANTIATE_TEST_SUITE_P(Table, HeldBack, ::testing::ValuesIn(testing::cases("date_held_back")), testing::line_name);

FoundDate only(std::string_view text, const DateContext& context, Language read = Language::ru) {
  const std::vector<FoundDate> dates = find_dates(text, read, context);
  EXPECT_EQ(dates.size(), 1U) << text << ": " << told(dates);
  return dates.empty() ? FoundDate() : dates.front();
}

DateContext written_in(std::string_view iso) {
  DateContext context;
  context.document = parse_date(iso);
  return context;
}

TEST(DateContext, GivesTheYearThatIsLeftOut) {
  DateContext context;
  context.year = 1917;
  const FoundDate date = only("13 декабря открылось заседание", context);
  EXPECT_EQ(date.edtf, "1917-12-13");
  EXPECT_EQ(date.kind, DateKind::noyear);
  EXPECT_EQ(date.days, parse_date("1917-12-13"));
  EXPECT_LT(date.confidence, only("13 декабря 1917 г.", context).confidence);
}

TEST(DateContext, IsNeededForAMonthAlone) {
  EXPECT_TRUE(find_dates("В июне съезд не собрался.", Language::ru).empty());
  EXPECT_EQ(only("В июне съезд не собрался.", written_in("1918-06-24")).edtf, "1918-06");
}

TEST(DateContext, TellsOfWhichYearThisYearIs) {
  EXPECT_EQ(only("5 декабря сего года", written_in("1917-12-13")).edtf, "1917-12-05");
  EXPECT_EQ(only("в прошлом году", written_in("1917-12-13")).edtf, "1916");
  EXPECT_EQ(only("Жылқы жылы жұт болды", written_in("1918-02-20"), Language::kk).edtf, "1918");
}

TEST(DateContext, OfAPeriodTextLeavesTheStyleOpen) {
  const FoundDate date = only("13 декабря 1917 г.", written_in("1917-12-20"));
  EXPECT_EQ(date.edtf, "1917-12-13");
  EXPECT_EQ(date.days, parse_date("1917-12-13/1917-12-26"));
  EXPECT_LT(date.confidence, 0.7F);
  EXPECT_EQ(only("13 декабря 1917 г.", written_in("1926")).days, parse_date("1917-12-13"));
  EXPECT_EQ(only("13 (26) декабря 1917 г.", written_in("1917-12-20")).days, parse_date("1917-12-26"));
}

TEST(DateContext, OfOldStyleConvertsWhatIsUnmarked) {
  DateContext context;
  context.old_style = true;
  const FoundDate date = only("11 июня 1917 года", context);
  EXPECT_EQ(date.edtf, "1917-06-24");
  EXPECT_EQ(date.os_edtf, "1917-06-11");
  EXPECT_EQ(only("11 июня 1920 года", context).edtf, "1920-06-11");
}

TEST(FindDates, TheYearSaidLastIsThatOfADayWithoutYear) {
  const auto dates = find_dates("Съезд открылся 5 декабря 1917 г. и закрылся 13 декабря.", Language::ru);
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_EQ(dates[1].edtf, "XXXX-12-13");
  EXPECT_EQ(dates[1].days, parse_date("1917-12-13"));
}

TEST(FindDates, AYearThatHadToBeMovedIsLessCertain) {
  const auto dates = find_dates("Заседали 28 декабря и 3 января 1918 года.", Language::ru);
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_EQ(dates[0].edtf, "1917-12-28");
  EXPECT_LT(dates[0].confidence, 0.7F);
  EXPECT_GT(dates[1].confidence, 0.9F);
  EXPECT_LT(only("22 декабря (4 января) 1918 г.", {}).confidence, 0.7F);
  EXPECT_GT(only("2 января 1918 г. (20 декабря)", {}).confidence, 0.9F);
}

/// The day of the last date of a text.
std::string last_day(std::string_view text, const DateContext& context = {}, Language read = Language::ru) {
  const std::vector<FoundDate> dates = find_dates(text, read, context);
  return dates.empty() || dates.back().days == DayRange() ? "" : iso_day(dates.back().days.first);
}

TEST(Memory, HoldsNoYearThatIsToldInPassing) {
  EXPECT_EQ(last_day("5 декабря 1917 г. Габбасов (1888–1931) говорил, 13 декабря тоже."), "1917-12-13");
  EXPECT_EQ(last_day("5 декабря 1917 г. Габбасов (род. в 1888 г.) говорил, 13 декабря тоже."), "1917-12-13");
  EXPECT_EQ(last_day("В 1918 году суды судили по законам 1917 года, а 24 июня закрылись."), "1918-06-24");
  EXPECT_EQ(last_day("1918 жылы соттар 1917 жылғы заңмен жұмыс істеді, 24 маусымда жабылды.", {}, Language::kk),
            "1918-06-24");
  EXPECT_EQ(last_day("Ngày 11 tháng 6 năm 1918 tòa mở, một năm sau đóng; ngày 24 tháng 6 họp.", {}, Language::vi),
            "1918-06-24");
}

TEST(Memory, HoldsAYearThatANewSentenceNames) {
  EXPECT_EQ(last_day("Было 5 декабря 1917 г. решено. В 1918 году стало иначе: 5 марта всё закрыли."), "1918-03-05");
  EXPECT_EQ(last_day("В 1917 году был съезд, а 5 марта того же года другой."), "1917-03-05");
}

TEST(Memory, OfANamedYearComesAfterTheYearOfAHeading) {
  DateContext context;
  context.year = 1918;
  EXPECT_EQ(last_day("В 1917 году начали, 5 марта кончили.", context), "1917-03-05");
  context.firm_year = true;
  EXPECT_EQ(last_day("В 1917 году начали, 5 марта кончили.", context), "1918-03-05");
  EXPECT_EQ(last_day("4 марта 1917 года начали, 5 марта кончили.", context), "1917-03-05");
  EXPECT_LE(find_dates("В 1917 году начали, 5 марта кончили.", Language::ru, context).back().confidence, 0.7F);
}

TEST(Memory, GoesOnToTheYearOfAHeading) {
  DateContext context;
  context.year = 1918;
  context.firm_year = true;
  EXPECT_EQ(last_day("Выбрали его в декабре 1917 года; 31 января город взяли.", context), "1918-01-31");
  EXPECT_EQ(last_day("Выбрали его в декабре 1917 года; 31 декабря город взяли.", context), "1917-12-31");
  EXPECT_EQ(last_day("Выбрали его в декабре 1916 года; 31 января город взяли.", context), "1916-01-31");
  context.firm_year = false;
  EXPECT_EQ(last_day("Выбрали его в декабре 1917 года; 31 января город взяли.", context), "1917-01-31");
}

TEST(Memory, EndsWithTheParagraphWhereAHeadingNamesTheYear) {
  DateContext context;
  context.year = 1917;
  EXPECT_EQ(last_day("Закон вспомнили в июне 1918 г.\n\n21 июля открылся съезд.", context), "1918-07-21");
  context.firm_year = true;
  EXPECT_EQ(last_day("Закон вспомнили в июне 1918 г.\n\n21 июля открылся съезд.", context), "1917-07-21");
}

TEST(FindDates, ADamagedYearLeavesTheYearOpen) {
  const auto dates = find_dates("В 1917 г. и 13 декабря l9l8 г.", Language::ru);
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_EQ(dates[1].days, DayRange());
  EXPECT_LT(dates[1].confidence, 0.5F);
}

TEST(FindDates, ADayOfTheOldStyleOnlyIsOne) {
  EXPECT_EQ(only("29 февраля 1900 г.", {}).edtf, "1900-03-13");
  EXPECT_TRUE(find_dates("30 февраля 1900 г. ст. ст.", Language::ru).empty());
}

TEST(FindDates, SpansAreThoseOfTheWords) {
  const std::string text = "Тогда, 13 декабря 1917 г., решили.";
  const auto dates = find_dates(text, Language::ru);
  ASSERT_EQ(dates.size(), 1U);
  EXPECT_EQ(text.substr(dates[0].span.begin, dates[0].span.end - dates[0].span.begin), "13 декабря 1917 г.");
}

void keeps_the_laws(const std::string& text, Language read, const DateContext& context) {
  std::uint32_t end = 0;
  for (const FoundDate& date : find_dates(text, read, context)) {
    ASSERT_GE(date.span.begin, end) << text;
    ASSERT_LT(date.span.begin, date.span.end) << text;
    ASSERT_LE(date.span.end, text.size()) << text;
    ASSERT_LE(date.days.first, date.days.last) << text << ": " << date.edtf;
    ASSERT_GT(date.confidence, 0) << text;
    ASSERT_LE(date.confidence, 1) << text;
    ASSERT_FALSE(date.edtf.empty()) << text;
    end = date.span.end;
  }
}

TEST(DateLaws, AnyBytesAreRead) {
  std::mt19937 random(1917);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int i = 0; i < 500; ++i) {
    std::string text(static_cast<std::size_t>(i), ' ');
    for (char& c : text) c = static_cast<char>(byte(random));
    keeps_the_laws(text, Language::other, {});
  }
}

/// Pieces of the sentences of the table, put together anyhow: much nearer to dates than random bytes are.
TEST(DateLaws, PiecesOfDatesAreRead) {
  std::vector<std::string> words;
  for (const Case& row : testing::cases("date_sentences")) {
    std::istringstream text(row[1]);
    for (std::string word; text >> word;) words.push_back(word);
  }
  std::mt19937 random(1918);
  std::uniform_int_distribution<std::size_t> pick(0, words.size() - 1);
  const Language languages[] = {Language::other, Language::ru, Language::kk, Language::vi};
  for (int i = 0; i < 4000; ++i) {
    std::string text;
    for (int word = 0; word < 12; ++word) text += words[pick(random)] + (word % 5 == 4 ? "" : " ");
    DateContext context;
    if (i % 2 == 0) context.document = parse_date(i % 3 == 0 ? "1917-12" : "1936");
    context.old_style = i % 5 == 0;
    keeps_the_laws(text, languages[i % 4], context);
  }
}

TEST(Calendar, DaysOfTheHijraAndOfTheCyclesAreCounted) {
  EXPECT_EQ(hijri_year(1336), parse_date("1917-10-17/1918-10-06"));
  EXPECT_EQ(cycle_years(6, 12), (std::vector<int>{1906, 1918, 1930}));
  EXPECT_EQ(cycle_years(54, 60), (std::vector<int>{1858, 1918, 1978}));
}

}  // namespace
}  // namespace izde::analysis
