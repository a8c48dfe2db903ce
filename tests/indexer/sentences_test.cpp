// Where sentences begin, by data/sentences.tsv: a text with '‖' at every place where one does.
#include "analysis/sentences.hpp"

#include <gtest/gtest.h>

#include "table.hpp"

namespace izde::indexer::test {
namespace {

constexpr std::string_view kMark = "‖";

TEST(Sentences, BeginWhereTheTableSays) {
  for (const TableRow& row : table("sentences.tsv")) {
    std::string text;
    std::vector<std::size_t> expected{0};
    for (std::size_t at = 0; at < row[0].size();) {
      if (std::string_view(row[0]).substr(at).starts_with(kMark)) {
        expected.push_back(text.size());
        at += kMark.size();
      } else {
        text += row[0][at++];
      }
    }
    EXPECT_EQ(analysis::sentence_starts(text), expected) << row[0];
  }
}

TEST(Sentences, AnyBytes) {
  EXPECT_TRUE(analysis::sentence_starts("").empty());
  EXPECT_EQ(analysis::sentence_starts("\xFF\xFE. \xD0"), (std::vector<std::size_t>{0, 4}));
}

/// As long as would take minutes if every break looked over all the text before it, or all the blanks about it.
TEST(Sentences, LookOverATextOnce) {
  constexpr std::size_t kTimes = 500'000;
  std::string marks;
  for (std::size_t i = 0; i < kTimes; ++i) marks += "a!";
  EXPECT_EQ(analysis::sentence_starts(marks).size(), kTimes);

  EXPECT_EQ(analysis::sentence_starts(std::string(kTimes, '\n')).size(), 1U);
  const std::string blank_lines = "Раз." + std::string(kTimes, '\n') + "Два.";
  EXPECT_EQ(analysis::sentence_starts(blank_lines), (std::vector<std::size_t>{0, blank_lines.size() - 7}));

  const std::string closed = "Раз." + std::string(kTimes, ')') + "\n" + std::string(kTimes, '\r') + "Два.";
  EXPECT_FALSE(analysis::sentence_starts(closed).empty());

  std::string initials;
  for (std::size_t i = 0; i < kTimes; ++i) initials += "А. ";
  EXPECT_EQ(analysis::sentence_starts(initials).size(), 1U);
}

TEST(Sentences, WordTooLongForAnAbbreviationIsNone) {
  std::string letters;
  for (int i = 0; i < 40; ++i) letters += "А.";
  EXPECT_EQ(analysis::sentence_starts(letters + " Всё.").size(), 2U);
  EXPECT_EQ(analysis::sentence_starts("А.А. Всё.").size(), 1U);
}

}  // namespace
}  // namespace izde::indexer::test
