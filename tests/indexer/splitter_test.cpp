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
  schema::Document document{"doc", "doc.txt", "UTF-8", {{"title", "Заглавие"}}, {}, {}, {}};
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

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

constexpr std::size_t kLongest = 8192;  // bytes of a passage

std::vector<schema::Passage> split_text(std::string text) {
  schema::Document document;
  document.blocks.push_back({std::move(text), "", ""});
  return split(document);
}

/// Neither white space nor sentence ends: the pieces are of like length, begin and end with whole characters, and
/// together are the text.
TEST(Splitter, BytesAreBounded) {
  for (const std::string_view unit : {"a,", "a", "漢", "漢字。", "ә", "a!", "\xF0\x90\xB0\x80", "\xBF"}) {
    const std::string text = repeated(unit, 1'000'000 / unit.size());
    std::string together;
    for (const schema::Passage& passage : split_text(text)) {
      ASSERT_LE(passage.text.size(), kLongest) << unit;
      if (unit != "\xBF") {
        ASSERT_NE(static_cast<unsigned char>(passage.text[0]) & 0xC0U, 0x80U) << unit;
      }
      together += passage.text;
    }
    EXPECT_TRUE(together == text) << unit;
  }
  EXPECT_EQ(split_text(repeated("a", kLongest)).size(), 1U);
  const auto two = split_text(repeated("a", kLongest + 1));
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].text.size(), kLongest / 2 + 1);
}

TEST(Splitter, CutsAtBlanksBeforeSignsBeforeLetters) {
  const std::string word = repeated("слово", 90);  // 900 bytes
  const std::string pair = word + "," + word + ",";
  const auto blanks = split_text(repeated(pair + " ", 25));
  const auto signs = split_text(repeated(pair, 25));
  EXPECT_GE(blanks.size(), 6U);
  EXPECT_GE(signs.size(), 6U);
  for (const schema::Passage& passage : blanks) EXPECT_EQ(passage.text.size() % (pair.size() + 1), pair.size());
  for (const schema::Passage& passage : signs) EXPECT_TRUE(passage.text.ends_with(',')) << "a cut word";
}

TEST(Splitter, MergedParagraphsAreBoundedToo) {
  schema::Document document;
  for (int i = 0; i < 100; ++i) document.blocks.push_back({repeated("a", 3000), "", ""});
  const auto passages = split(document);
  EXPECT_EQ(passages.size(), 50U);
  for (const schema::Passage& passage : passages) EXPECT_EQ(passage.text.size(), 6002U);
}

TEST(Splitter, MuchWhiteSpaceGivesNoEmptyPassage) {
  for (const std::string_view blank : {" ", "\n", "\u3000"}) {
    const auto passages = split_text("раз" + repeated(blank, 100'000) + "два");
    ASSERT_EQ(passages.size(), 2U);
    EXPECT_EQ(passages[0].text, "раз");
    EXPECT_EQ(passages[1].text, "два");
  }
}

TEST(Splitter, SinkTakesTheSamePassagesAndUsesUpTheBlocks) {
  schema::Document document = document_of("#A 10 200 30 @2 70 20 #B 300! 5");
  const auto expected = split(document);
  std::vector<schema::Passage> passages;
  split(std::move(document), [&](schema::Passage passage) { passages.push_back(std::move(passage)); });
  EXPECT_EQ(passages, expected);
  EXPECT_TRUE(document.blocks.empty());  // NOLINT: what is left of it is promised
  EXPECT_EQ(document.id, "doc");         // NOLINT
}

TEST(Splitter, SinkGetsPassagesBeforeAllIsRead) {
  struct Enough {};
  std::size_t taken = 0;
  schema::Document document;
  document.blocks.push_back({repeated("Слово и дело. ", 1'000'000), "", ""});
  EXPECT_THROW(split(std::move(document),
                     [&](const schema::Passage&) {
                       if (++taken == 3) throw Enough();
                     }),
               Enough);
  EXPECT_EQ(taken, 3U);
}

TEST(Splitter, NoTextNoPassages) {
  EXPECT_TRUE(split({}).empty());
  schema::Document document;
  document.blocks = {{"", "A", ""}, {"\n \xC2\xA0", "B", ""}};
  EXPECT_TRUE(split(document).empty());
}

}  // namespace
}  // namespace izde::indexer::test
