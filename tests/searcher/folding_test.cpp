// Which tellings are one happening or act: a table of pairs, and groups of several.
#include "searcher/engine/folding.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace izde::searcher {
namespace {

using Ids = std::set<std::string>;

ToldDate day(const std::string& date, const std::string& os = "", bool supposed = false) {
  return {date, os, supposed, analysis::parse_date(date).value()};
}

Telling happening(ToldDate when, Ids concepts, Ids events = {}) {
  Telling telling;
  telling.when = std::move(when);
  concepts.insert(events.begin(), events.end());
  telling.concepts = std::move(concepts);
  telling.events = std::move(events);
  return telling;
}

Telling telling(ToldDate when, Ids numbers) {
  Telling telling = happening(std::move(when), {});
  telling.numbers = std::move(numbers);
  return telling;
}

Telling act(ToldDate when, const std::string& type, const std::string& number, std::vector<std::string> issuers,
            Ids concepts = {}) {
  concepts.insert(issuers.begin(), issuers.end());
  Telling telling = happening(std::move(when), std::move(concepts));
  telling.act.emplace();
  telling.act->type = type;
  telling.act->number = number;
  telling.act->issuers = std::move(issuers);
  return telling;
}

struct Pair {
  const char* name;
  Telling a, b;
  bool same;
};

std::vector<Pair> pairs() {
  const ToldDate told = day("1917-12-26", "1917-12-13");
  const ToldDate supposed = day("1917-12-26", "1917-12-13", true);
  const ToldDate other = day("1917-12-18", "1917-12-05");
  return {
      {"SameDayAndEvent", happening(told, {"L1"}, {"V2"}), happening(told, {"P3"}, {"V2"}), true},
      {"OtherDay", happening(told, {}, {"V2"}), happening(other, {}, {"V2"}), false},
      {"SupposedAndTold", happening(told, {}, {"V2"}), happening(supposed, {}, {"V2"}), true},
      {"SupposedOldStyleIsTheNewStyleOfAnother", happening(day("1918-01-08", "1917-12-26", true), {}, {"V2"}),
       happening(told, {}, {"V2"}), true},
      {"ToldOldStyleIsNoNewStyle", happening(day("1918-01-08", "1917-12-26"), {}, {"V2"}), happening(told, {}, {"V2"}),
       false},
      {"TwoConcepts", happening(told, {"L1", "P1", "O9"}), happening(told, {"L1", "P1", "O8"}), true},
      {"OneOfSeveralOnADay", happening(told, {"L1", "P1"}), happening(told, {"L1", "P2"}), true},
      {"OneOfSeveralInDays", happening(day("1917-12-18/1917-12-26"), {"L1", "P1"}),
       happening(day("1917-12-18/1917-12-26"), {"L1", "P2"}), false},
      {"NoneOfSeveral", happening(told, {"L1"}), happening(told, {"L2"}), false},
      {"AllThatOneNames", happening(told, {"L1", "P1"}), happening(told, {"L1"}), true},
      {"NothingIsNamed", happening(told, {}), happening(told, {}), false},
      {"SameIssuer", act(told, "law", "", {"O5"}, {"L1"}), act(told, "law", "", {"O5"}, {"L2"}), true},
      {"OtherType", act(told, "law", "", {"O5"}), act(told, "order", "", {"O5"}), false},
      {"UnknownType", act(told, "law", "", {"O5"}), act(told, "other", "", {"O5"}), true},
      {"OtherNumber", act(told, "law", "1", {"O5"}), act(told, "law", "2", {"O5"}), false},
      {"NumberOfOne", act(told, "law", "1", {"O5"}), act(told, "law", "", {"O5"}), true},
      {"NumberOfADayIsEnough", act(told, "law", "253", {}, {"L1"}), act(told, "other", "253", {}, {"L2"}), true},
      {"NumberOfAnotherDay", act(told, "law", "253", {}), act(other, "law", "253", {}), false},
      {"NumberToldOfADay", act(told, "other", "253", {}, {"L1"}), telling(told, {"253"}), true},
      {"NumberToldOfAnotherDay", act(told, "other", "253", {}, {"L1"}), telling(other, {"253"}), false},
      {"NumberOfTwoHappenings", telling(told, {"253"}), telling(told, {"253", "7"}), true},
      {"ShortNumberOfTwoHappenings", telling(told, {"25"}), telling(told, {"25"}), false},
      {"PartsOfTwoHappenings", telling(told, {"1.5"}), telling(told, {"1.5"}), false},
      {"TypeAlone", act(told, "law", "", {}, {"L1"}), act(told, "law", "", {}, {"L2"}), false},
      {"ActAndHappening", act(told, "law", "1", {"O5"}), happening(told, {"O5"}), true},
      {"MonthWithTwoConcepts", happening(day("1917-12"), {"L1", "P1"}), happening(day("1917-12"), {"L1", "P1"}), true},
      {"MonthWithAllThatOneNames", happening(day("1917-12"), {"L1", "P1"}), happening(day("1917-12"), {"L1"}), false},
      {"ActsOfAMonth", act(day("1917-12"), "law", "", {"O5"}, {"L1"}), act(day("1917-12"), "law", "", {"O5"}, {"L1"}),
       false},
      {"ActsOfAMonthWithANumber", act(day("1917-12"), "law", "7", {"O5"}, {"L1"}),
       act(day("1917-12"), "law", "7", {"O5"}, {"L1"}), true},
      {"MonthAndItsDay", happening(day("1917-12"), {"L1", "P1"}), happening(told, {"L1", "P1"}), false},
      {"YearWithTwoConcepts", happening(day("1917"), {"L1", "P1"}), happening(day("1917"), {"L1", "P1"}), false},
      {"YearWithAnEvent", happening(day("1917"), {}, {"V2"}), happening(day("1917"), {}, {"V2"}), true},
      {"YearWithAnIssuer", act(day("1917"), "law", "", {"O5"}), act(day("1917"), "law", "", {"O5"}), false},
  };
}

TEST(Folding, PairsAreOneOrNot) {
  for (const Pair& pair : pairs()) {
    EXPECT_EQ(is_same(pair.a, pair.b), pair.same) << pair.name;
    EXPECT_EQ(is_same(pair.b, pair.a), pair.same) << pair.name << ", the other way round";
  }
}

TEST(Folding, WhatAllTellTellsNoMonthsApart) {
  std::vector<Telling> tellings;
  for (int month = 1; month <= 6; ++month)
    for (int i = 0; i < 2; ++i) tellings.push_back(happening(day("1917-0" + std::to_string(month)), {"O5"}));
  EXPECT_EQ(common_concepts(tellings), Ids{"O5"});
  EXPECT_EQ(fold(tellings).size(), tellings.size());
  EXPECT_TRUE(common_concepts({tellings[0], tellings[1]}).empty());
}

// As fold() does it, but looking at every group.
std::vector<std::vector<std::size_t>> folded_one_by_one(const std::vector<Telling>& tellings) {
  const Ids common = common_concepts(tellings);
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < tellings.size(); ++i) {
    const auto takes = [&](const std::vector<std::size_t>& group) {
      const auto same = [&](std::size_t j) { return is_same(tellings[i], tellings[j], common); };
      const auto may_be = [&](std::size_t j) { return may_be_same_act(tellings[i], tellings[j]); };
      return std::any_of(group.begin(), group.end(), same) && std::all_of(group.begin(), group.end(), may_be);
    };
    const auto group = std::find_if(groups.begin(), groups.end(), takes);
    if (group == groups.end()) {
      groups.push_back({i});
    } else {
      group->push_back(i);
    }
  }
  return groups;
}

TEST(Folding, GroupsAreThoseOfLookingAtAll) {
  std::mt19937 random(5);
  const auto below = [&](unsigned n) { return static_cast<std::size_t>(random() % n); };
  const std::vector<ToldDate> times{day("1917-12-26", "1917-12-13"), day("1917-12-26", "1917-12-13", true),
                                    day("1918-01-08", "1917-12-26", true), day("1917-12-13"), day("1917-12")};
  for (int round = 0; round < 50; ++round) {
    std::vector<Telling> tellings;
    for (int i = 0; i < 20; ++i) {
      Telling one = happening(times[below(5)], {"L" + std::to_string(below(3)), "P" + std::to_string(below(3))});
      if (below(2) == 0) one = act(one.when, "law", std::to_string(below(3)), {"O5"});
      tellings.push_back(std::move(one));
    }
    EXPECT_EQ(fold(tellings), folded_one_by_one(tellings)) << round;
  }
}

TEST(Folding, GroupsHoldNoContradiction) {
  const ToldDate told = day("1917-12-26");
  const std::vector<Telling> tellings{act(told, "law", "1", {"O5"}), act(told, "law", "", {"O5"}),
                                      act(told, "law", "2", {"O5"}), happening(told, {"P9"}), happening(told, {"P9"})};
  EXPECT_EQ(fold(tellings), (std::vector<std::vector<std::size_t>>{{0, 1}, {2}, {3, 4}}));
  EXPECT_TRUE(fold({}).empty());
}

}  // namespace
}  // namespace izde::searcher
