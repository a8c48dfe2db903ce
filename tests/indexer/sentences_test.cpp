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

}  // namespace
}  // namespace izde::indexer::test
