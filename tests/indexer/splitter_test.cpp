// Documents to passages, by data/splits.tsv: sizes of paragraphs in, sizes of passages out.
#include "indexer/splitter.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "indexer/characters.hpp"
#include "table.hpp"

namespace izde::indexer::test {
namespace {

/// "30" is a paragraph of 30 words in sentences of ten; "30!" has no sentence end; "#A" sets the heading, "@3" the
/// page.
schema::Document document_of(const std::string& recipe) {
  schema::Document document{"doc", "doc.txt", "UTF-8", {{"title", "Заглавие"}}, {}, {}};
  std::istringstream parts(recipe);
  std::string heading, page;
  int word = 0;
  for (std::string part; parts >> part;) {
    if (part[0] == '#') {
      heading = part.substr(1);
    } else if (part[0] == '@') {
      page = part.substr(1);
    } else {
      std::string text;
      const bool endless = part.ends_with('!');
      for (int i = 1; i <= std::stoi(part); ++i) {
        text += (i == 1 ? "С" : " С") + std::to_string(++word) + (i % 10 == 0 && !endless ? "." : "");
      }
      document.blocks.push_back({text, heading, page});
    }
  }
  return document;
}

std::string sizes_of(const std::vector<schema::Passage>& passages) {
  std::string sizes;
  for (const schema::Passage& passage : passages) {
    sizes += (sizes.empty() ? "" : " ") + std::to_string(count_words(passage.text));
    if (!passage.heading.empty()) sizes += "#" + passage.heading;
    if (!passage.page.empty()) sizes += "@" + passage.page;
  }
  return sizes;
}

TEST(Splitter, SizesAsTheTableSays) {
  for (const TableRow& row : table("splits.tsv")) EXPECT_EQ(sizes_of(split(document_of(row[0]))), row[1]) << row[0];
}

TEST(Splitter, PassagesKnowWhereTheyStand) {
  const auto passages = split(document_of("#A @7 100 100"));
  ASSERT_EQ(passages.size(), 2U);
  EXPECT_EQ(passages[1].id(), "doc#p2");
  EXPECT_EQ(passages[1].title, "Заглавие");
  EXPECT_EQ(passages[1].heading, "A");
  EXPECT_EQ(passages[1].page, "7");
}

TEST(Splitter, MergedParagraphsKeepABlankLine) {
  schema::Document document;
  document.blocks = {{"Раз.", "", ""}, {"  ", "", ""}, {"Два\nтри.", "", ""}};
  const auto passages = split(document);
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_EQ(passages[0].text, "Раз.\n\nДва\nтри.");
}

TEST(Splitter, NoTextNoPassages) {
  EXPECT_TRUE(split({}).empty());
  schema::Document document;
  document.blocks = {{"", "A", ""}, {"\n \xC2\xA0", "B", ""}};
  EXPECT_TRUE(split(document).empty());
}

}  // namespace
}  // namespace izde::indexer::test
