#include "searcher/engine/excerpt.hpp"

#include <gtest/gtest.h>

namespace izde::searcher {
namespace {

std::string long_text() {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "слово" + std::to_string(i) + " ";
  return text;
}

Mark mark_of(const std::string& text, const std::string& word) {
  const auto at = static_cast<std::uint32_t>(text.find(word));
  return {{at, at + static_cast<std::uint32_t>(word.size())}, Reason::exact, word};
}

TEST(Excerpt, AShortTextIsShownWhole) {
  const Excerpt excerpt = choose_excerpt("Семей қаласы", {}, 50);
  EXPECT_EQ(excerpt.span, (analysis::Span{0, static_cast<std::uint32_t>(std::string("Семей қаласы").size())}));
  EXPECT_FALSE(excerpt.cut_before || excerpt.cut_after);
}

TEST(Excerpt, HoldsTheMarkAndIsCutAtWords) {
  const std::string text = long_text();
  const Mark mark = mark_of(text, "слово60 ");
  const Excerpt excerpt = choose_excerpt(text, {mark}, 80);
  EXPECT_LE(excerpt.span.begin, mark.span.begin);
  EXPECT_GE(excerpt.span.end, mark.span.end);
  EXPECT_TRUE(excerpt.cut_before && excerpt.cut_after);
  EXPECT_EQ(text.substr(excerpt.span.begin, 10), "слово");
}

TEST(Excerpt, PrefersTwoDifferentWordsToThreeOfTheSame) {
  const std::string text = long_text();
  std::vector<Mark> marks;
  for (const char* word : {"слово10 ", "слово11 ", "слово12 "}) marks.push_back(mark_of(text, word));
  for (Mark& mark : marks) mark.query_word = "а";
  for (const char* word : {"слово80 ", "слово82 "}) marks.push_back(mark_of(text, word));
  marks[3].query_word = "а";
  marks[4].query_word = "б";
  const Excerpt excerpt = choose_excerpt(text, marks, 90);
  EXPECT_LE(excerpt.span.begin, marks[3].span.begin);
  EXPECT_GE(excerpt.span.end, marks[4].span.end);
}

}  // namespace
}  // namespace izde::searcher
