#include "analysis/word_memo.hpp"

#include <gtest/gtest.h>

#include <string>

namespace izde::analysis {
namespace {

TEST(WordMemo, AsksOnceForAWordInAContext) {
  WordMemo<int> memo;
  int asked = 0;
  const auto ask = [&](std::string_view word, std::uint8_t context) {
    return memo.get(word, context, [&] { return ++asked, static_cast<int>(word.size()) * 10 + context; });
  };
  for (const std::string_view word : {"a", "ay", "жыл", "année", "наурыз", "қыркүйек", "қыркүйекте"}) {
    const int before = asked;
    for (int time = 0; time < 3; ++time) {
      EXPECT_EQ(ask(word, 1), static_cast<int>(word.size()) * 10 + 1) << word;
      EXPECT_EQ(ask(word, 2), static_cast<int>(word.size()) * 10 + 2) << word;
    }
    EXPECT_EQ(asked, before + 2) << word;
  }
}

TEST(WordMemo, AnswersWhatIsNotHeldAllTheSame) {
  WordMemo<int> memo;
  const std::string longer(WordMemo<int>::kLongest + 1, 'x');
  EXPECT_EQ(memo.get(longer, 0, [] { return 1; }), 1);
  EXPECT_EQ(memo.get(longer, 0, [] { return 2; }), 2);
  EXPECT_EQ(memo.get("", 0, [] { return 3; }), 3);
  EXPECT_EQ(memo.get("", 0, [] { return 4; }), 4);
}

TEST(WordMemo, NewWordsTakePlacesAndAnswersStayRight) {
  WordMemo<int, 16> memo;
  for (int round = 0; round < 3; ++round)
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(memo.get("word" + std::to_string(i), 0, [i] { return i; }), i);
}

TEST(WordSieve, HoldsAllThatWasAddedAndFewOthers) {
  WordSieve sieve;
  for (int i = 0; i < 500; ++i) sieve.add("held" + std::to_string(i));
  int others = 0;
  for (int i = 0; i < 500; ++i) {
    EXPECT_TRUE(sieve.may_hold("held" + std::to_string(i)));
    others += sieve.may_hold("other" + std::to_string(i)) ? 1 : 0;
  }
  EXPECT_LT(others, 50);
}

TEST(FacesMemo, TellsOwnersAndFacesApart) {
  FacesMemo<int> memo;
  const std::uint32_t one = new_memo_owner();
  const std::uint32_t other = new_memo_owner();
  EXPECT_NE(one, other);
  const SharedFaces faces(Faces{"a", "a", "a", "a", {}, Language::other, false});
  const SharedFaces twin(Faces{"a", "a", "a", "a", {}, Language::other, false});
  EXPECT_EQ(memo.get(one, faces, [] { return 1; }), 1);
  EXPECT_EQ(memo.get(one, faces, [] { return 2; }), 1);
  EXPECT_EQ(memo.get(one, twin, [] { return 3; }), 3);  // they are told apart by where they lie
  EXPECT_EQ(memo.get(other, faces, [] { return 4; }), 4);
}

}  // namespace
}  // namespace izde::analysis
