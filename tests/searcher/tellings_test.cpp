// What a passage tells of which date.
#include "searcher/engine/tellings.hpp"

#include "analysis/dates/both_styles.hpp"
#include "searcher/output/chronicle.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace izde::searcher {
namespace {

struct Case {
  const char* name;
  const char* text;
  std::vector<std::string> found;  ///< words that are lit
  std::vector<std::string> told;   ///< "date | what"
  bool all_dates = false;
};

Hit hit(const Case& one) {
  Hit hit;
  hit.passage.document = "a.md";
  hit.passage.text = one.text;
  hit.passage.reading.language = analysis::Language::ru;
  hit.passage.dates = analysis::find_dates(one.text, analysis::Language::ru);
  hit.passage.kinds = {{schema::PassageKind::event, 0.9F}};
  for (const std::string& word : one.found) {
    const auto at = static_cast<std::uint32_t>(hit.passage.text.find(word));
    hit.marks.push_back({{at, at + static_cast<std::uint32_t>(word.size())}, Reason::exact, word});
  }
  return hit;
}

std::vector<std::string> told(const Hit& hit, bool all_dates = false) {
  static const thesaurus::Thesaurus kNobody;
  static const analysis::Analyzer kAnalyzer;
  std::vector<std::string> out;
  for (const Telling& telling : tellings_of(hit, {kNobody, kAnalyzer, all_dates})) {
    std::string what = telling.what;
    what.erase(what.find_last_not_of(' ') + 1);
    out.push_back(shown(telling.when) + " | " + what);
  }
  return out;
}

TEST(Tellings, AreOfTheDatesThatWhatWasFoundBelongsTo) {
  const char* two = "5 июля 1920 года открылся съезд. В Омске 9 августа 1921 года выступал Дутов.";
  const std::vector<Case> cases{
      {"InItsSentence", two, {"Дутов"}, {"1921-08-09 | В Омске 9 августа 1921 года выступал Дутов."}},
      {"InBoth",
       two,
       {"съезд", "Дутов"},
       {"1920-07-05 | 5 июля 1920 года открылся съезд.", "1921-08-09 | В Омске 9 августа 1921 года выступал Дутов."}},
      {"InASentenceBefore",
       "5 июля 1920 года открылся съезд. Избран Дутов.",
       {"Дутов"},
       {"1920-07-05 | 5 июля 1920 года открылся съезд. Избран Дутов."}},
      {"NothingFoundInTheText",
       "В 1919 году был голод. 5 июля 1920 года открылся съезд.",
       {},
       {"1920-07-05 | 5 июля 1920 года открылся съезд."}},
      {"NearestOfASentence",
       "3 мая 1921 года пал Орск, 4 июня 1921 года Омск.",
       {"Омск"},
       {"1921-06-04 | 3 мая 1921 года пал Орск, 4 июня 1921 года Омск."}},
      {"OldStyleIsSupposed",
       "13 декабря 1917 года избран совет.",
       {"совет"},
       {"1917-12-26 (O.S. 13?) | 13 декабря 1917 года избран совет."}},
      {"OldStyleIsTold",
       "13 (26) декабря 1917 года избран совет.",
       {"совет"},
       {"1917-12-26 (O.S. 13) | 13 (26) декабря 1917 года избран совет."}},
      {"OldStyleIsToldByARangeInBoth",
       "Выборы 12–18 ноября 1917 г. (25 ноября – 1 декабря) прошли.",
       {"прошли"},
       {"1917-11-25/1917-12-01 (O.S. 1917-11-12/1917-11-18) | Выборы 12–18 ноября 1917 г. (25 ноября – 1 декабря) "
        "прошли."}},
      {"TooWide", "В XX веке степь изменилась.", {"степь"}, {}},
      {"Before", "До 1917 года степью правил губернатор.", {"степью"}, {}},
      {"EveryDate",
       two,
       {"Дутов"},
       {"1920-07-05 | 5 июля 1920 года открылся съезд.", "1921-08-09 | В Омске 9 августа 1921 года выступал Дутов."},
       true},
  };
  for (const Case& one : cases) EXPECT_EQ(told(hit(one), one.all_dates), one.told) << one.name;
}

TEST(Tellings, OfAnActAreByItsRecord) {
  Hit decree = hit({"", "Совет 11 (24) июня 1918 года принял закон.", {"закон"}, {}});
  decree.passage.kinds.push_back({schema::PassageKind::decree, 0.9F});
  decree.passage.act = schema::ActRecord{"law", "", "1918-06-24", "1918-06-11", {}, {}, "Закон о земле"};
  EXPECT_EQ(told(decree), (std::vector<std::string>{"1918-06-24 (O.S. 11) | Закон о земле"}));
}

TEST(Tellings, WithoutADateAreByTheDayOfTheDocument) {
  Hit undated = hit({"", "Съезд открылся.", {}, {}});
  EXPECT_TRUE(told(undated).empty());
  undated.metadata = {{"date", "1917"}};
  EXPECT_TRUE(told(undated).empty());
  undated.metadata = {{"date", "1917-12-05"}, {"calendar", "julian"}};
  EXPECT_EQ(told(undated), (std::vector<std::string>{"1917-12-18 (O.S. 5) | Съезд открылся."}));
  undated.passage.kinds.clear();
  EXPECT_TRUE(told(undated).empty());
}

bool is_there(const Hit& hit) {
  static const thesaurus::Thesaurus kNobody;
  static const analysis::Analyzer kAnalyzer;
  return tellings_of(hit, {kNobody, kAnalyzer, false}).at(0).is_there;
}

TEST(Tellings, SayWhetherTheTextItselfTellsOfTheDate) {
  EXPECT_TRUE(is_there(hit({"", "5 июля 1920 года открылся съезд.", {"съезд"}, {}})));
  Hit headed = hit({"", "Съезд открылся.", {}, {}});
  headed.passage.heading = "5 июля 1920 года";
  EXPECT_FALSE(is_there(headed));
  Hit undated = hit({"", "Съезд открылся.", {}, {}});
  undated.metadata = {{"date", "1920-07-05"}};
  EXPECT_FALSE(is_there(undated));
  undated.passage.act = schema::ActRecord{"law", "", "", "", {}, {}, "Закон о земле"};
  EXPECT_TRUE(is_there(undated));
}

TEST(ToldDates, AreShownWithOldStyleBesideThem) {
  EXPECT_EQ(shown({"1917-12-26", "1917-12-13", false, {}}), "1917-12-26 (O.S. 13)");
  EXPECT_EQ(shown({"1918-01-08", "1917-12-26", false, {}}), "1918-01-08 (O.S. 1917-12-26)");
  EXPECT_EQ(shown({"1917-12-18/1917-12-26", "1917-12-05/1917-12-13", true, {}}), "1917-12-18/1917-12-26 (O.S. 5–13?)");
  EXPECT_EQ(shown({"1917-12-18/1918-01-02", "1917-12-05/1917-12-20", false, {}}),
            "1917-12-18/1918-01-02 (O.S. 1917-12-05/1917-12-20)");
  EXPECT_EQ(shown({"1918-06", "", false, {}}), "1918-06");
}

TEST(BothStyles, OfADayThatMayBeOfEitherStyleIsTheOneWritten) {
  analysis::DateContext old;
  old.document = analysis::parse_date("1917-12-20");
  const auto found = analysis::find_dates("5 декабря 1917 года", analysis::Language::ru, old);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(analysis::both_styles(found[0]), (analysis::BothStyles{"1917-12-18", "1917-12-05", true}));
}

}  // namespace
}  // namespace izde::searcher
