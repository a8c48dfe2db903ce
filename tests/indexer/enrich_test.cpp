#include "indexer/enrich.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/document.hpp"

namespace izde::indexer {
namespace {

using analysis::DayRange;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<DayRange> times(std::string_view text, bool old_spelling = false,
                            const std::optional<DayRange>& written = std::nullopt) {
  schema::Passage passage;
  passage.text = text;
  passage.reading.old_spelling = old_spelling;
  return times_of(passage, written);
}

const std::optional<DayRange> k1917 = analysis::parse_date("1917");
const std::optional<DayRange> k2005 = analysis::parse_date("2005-03");
const DayRange kOld{DayRange{}.first, analysis::parse_date("1918").value_or(DayRange{}).last};

TEST(TimesOf, ADocumentsOwnDateStandsBesideTheYearsOfItsText) {
  EXPECT_THAT(times("В 1917 году", false, k2005), ElementsAre(*k1917, *k2005));
  EXPECT_THAT(times("Въ 1866 году", true, k1917), ElementsAre(*analysis::parse_date("1866"), *k1917));
}

TEST(TimesOf, OldSpellingIsOldWhateverTheEdition) {
  EXPECT_THAT(times("Съѣздъ", true), ElementsAre(kOld));
  EXPECT_THAT(times("Съѣздъ 1936", true, k2005), ElementsAre(kOld));
}

TEST(TimesOf, YearsAreFourDigitsByThemselves) {
  EXPECT_THAT(times("в 1917–1920 гг., № 0042, 19171, 3000 голов, 2005"),
              ElementsAre(*k1917, *analysis::parse_date("1920"), *analysis::parse_date("2005")));
  EXPECT_THAT(times("1917"), ElementsAre(*k1917));
  EXPECT_THAT(times("киргизы кочевали 12 дней"), IsEmpty());
  EXPECT_THAT(times(""), IsEmpty());
}

TEST(DateOf, IsReadByTheCalendarNamed) {
  EXPECT_EQ(schema::date_of({{"date", "1917-12-05"}, {"calendar", "Julian"}}), analysis::parse_date("1917-12-18"));
  EXPECT_EQ(schema::date_of({{"date", "1917-12-05"}}), analysis::parse_date("1917-12-05"));
  EXPECT_EQ(schema::date_of({{"date", "once"}}), std::nullopt);
  EXPECT_EQ(schema::date_of({}), std::nullopt);
}

}  // namespace
}  // namespace izde::indexer
