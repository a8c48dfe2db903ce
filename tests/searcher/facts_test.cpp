// What passages tell side by side, from passages made here: no index.
#include "searcher/engine/facts.hpp"
#include "analysis/dates/find_dates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace izde::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ShownPassage passage(const std::string& text, analysis::Language language, const std::string& person = "") {
  ShownPassage shown;
  shown.hit.passage.text = text;
  shown.hit.passage.reading = analysis::printed_reading(language);
  shown.hit.passage.dates = analysis::find_dates(text, language);
  if (!person.empty()) shown.people.push_back({"P1", person, {{schema::section_text, person, analysis::Span{0, 1}}}});
  return shown;
}

CountedThing thing(const std::string& value, const std::string& noun, std::set<std::string> keys = {}) {
  keys.insert(noun);
  return {value, value + " " + noun, noun, true, noun, std::move(keys)};
}

/// "differ number 13500/26500", a question a line.
std::vector<std::string> told(const std::vector<Question>& questions) {
  std::vector<std::string> lines;
  for (const Question& question : questions) {
    std::string line = std::string(describe(question.state)) + " " + std::string(describe(question.kind));
    for (const Fact& fact : question.facts) line += (&fact == &question.facts.front() ? " " : "/") + fact.value;
    lines.push_back(line + (question.calendars ? " calendars" : ""));
  }
  return lines;
}

std::vector<std::string> told_by(const std::vector<std::string>& texts) {
  std::vector<ShownPassage> passages;
  for (const std::string& text : texts) passages.push_back(passage(text, analysis::Language::ru));
  return told(questions_of(passages, std::vector<std::vector<CountedThing>>(texts.size())));
}

TEST(Facts, DatesAreNewStyleAndMeetAcrossCalendars) {
  EXPECT_THAT(told_by({"13 (26) декабря 1917 года", "26 декабря 1917 года"}), ElementsAre("all date 1917-12-26"));
  EXPECT_THAT(told_by({"13 декабря 1917 года", "26 декабря 1917 года"}),
              ElementsAre("differ date 1917-12-13/1917-12-26 calendars"));
  EXPECT_THAT(told_by({"с 5 по 13 декабря 1917 года", "с 5 по 12 декабря 1917 года"}),
              ElementsAre("differ date 1917-12-05/1917-12-12/1917-12-05/1917-12-13"));
  EXPECT_THAT(told_by({"12 декабря 1917 года", "26 декабря 1917 года"}),
              ElementsAre("one date 1917-12-12", "one date 1917-12-26"));
  EXPECT_THAT(told_by({"в 1917 году", "XX век"}), IsEmpty());
}

TEST(Facts, NumbersMeetByWhatTheyCount) {
  const std::vector<ShownPassage> two(2);
  EXPECT_THAT(told(questions_of(two, {{thing("13500", "адам", {"người"})}, {thing("26500", "người")}})),
              ElementsAre("differ number 13500/26500"));
  EXPECT_THAT(told(questions_of(two, {{thing("25", "адам")}, {thing("25", "người", {"адам"})}})),
              ElementsAre("all number 25"));
  // Both weigh the same two answers; numbers of another order answer another question.
  EXPECT_THAT(
      told(questions_of(two, {{thing("20", "жас"), thing("35", "жас")}, {thing("20", "жас"), thing("35", "жас")}})),
      ElementsAre("all number 20/35"));
  EXPECT_THAT(told(questions_of(two, {{thing("25", "адам")}, {thing("13500", "адам")}})),
              ElementsAre("one number 25", "one number 13500"));
  // The same large number is one whatever it counts, and joins what it stands beside.
  EXPECT_THAT(told(questions_of(two, {{thing("13500", "адам"), thing("26500", "сан")},
                                      {thing("13500", "милиционер"), thing("26500", "милиционер")}})),
              ElementsAre("all number 13500/26500"));
}

TEST(Facts, NumbersAreComparedByWhatTheyAmountTo) {
  const std::vector<ShownPassage> two(2);
  // 1.5 has three signs, but is no large number.
  EXPECT_THAT(told(questions_of(two, {{thing("1.5", "пуд")}, {thing("1.5", "десятина")}})),
              ElementsAre("one number 1.5", "one number 1.5"));
  EXPECT_THAT(told(questions_of(two, {{thing("25", "аршин")}, {thing("12.5", "аршин")}})),
              ElementsAre("differ number 12.5/25"));
}

TEST(Facts, WhatDiffersComesFirstAndWhatOneTellsLast) {
  const std::vector<ShownPassage> passages{passage("13 декабря 1917 года", analysis::Language::ru, "Букейханов"),
                                           passage("26 декабря 1917 года", analysis::Language::ru, "Букейхановъ"),
                                           passage("в июне 1918 года", analysis::Language::ru, "Бокейхан")};
  const auto questions = questions_of(passages, {{thing("25", "член")}, {thing("25", "член")}, {}});
  EXPECT_THAT(told(questions), ElementsAre("differ date 1917-12-13/1917-12-26 calendars", "some number 25",
                                           "all person P1", "one date 1918-06"));
  ASSERT_EQ(questions[2].facts.front().told.size(), 3U);
  EXPECT_THAT(questions[2].facts.front().told[1].words, ElementsAre("Букейхановъ"));
}

}  // namespace
}  // namespace izde::searcher
