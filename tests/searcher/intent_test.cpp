#include "searcher/engine/intent.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace izde::searcher {
namespace {

struct Case {
  std::string_view query;
  bool decree, event;
};

constexpr std::array<Case, 13> kCases{{
    {"декреты о земле", true, false},
    {"постановленія Алашъ-Орды", true, false},
    {"жер туралы қаулылар", true, false},
    {"jer týraly qaýly", true, false},
    {"luật đầu tiên", true, false},
    {"nghi quyet ve dat", false, false},  // without marks: luat, quyet are other words as well
    {"циркуляры Временного правительства", true, false},
    {"orders of the government", true, false},
    {"договорились о встрече", false, false},
    {"когда пал Семипалатинск", false, true},
    {"Алаш партиясы қашан құрылды", false, true},
    {"Alash Orda thành lập khi nào", false, true},
    {"Букейханов", false, false},
}};

TEST(Intent, OfATableWithAFaultIsTold) {
  const std::string header = "kind\tvi\tkk\tru\ten\n";
  EXPECT_EQ(intent_rows(header + "decree\tluật\tзаң\tзакон|указ\tlaw\n").size(), 5U);
  EXPECT_THROW(intent_rows(header + "deed\tluật\tзаң\tзакон\tlaw\n"), std::logic_error);
  EXPECT_THROW(intent_rows(header + "decree\tluật\tзаң\t— …\tlaw\n"), std::logic_error);
}

TEST(Intent, IsThatOfTheTable) {
  for (const Case& row : kCases) EXPECT_EQ(intent_of(row.query), (Intent{row.decree, row.event})) << row.query;
}

TEST(Intent, MeetingsAreNamedByWhatTheyAre) {
  for (const char* words : {"съезде", "съѣзда", "сиезінің", "съезі", "đại hội", "congress"})
    EXPECT_TRUE(names_meeting(words)) << words;
  for (const char* words : {"постановление", "đại", "Оренбург", ""}) EXPECT_FALSE(names_meeting(words)) << words;
}

}  // namespace
}  // namespace izde::searcher
