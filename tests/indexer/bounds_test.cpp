// What readers keep of titles, headings, fields and blocks where a source has too much of them.
#include "indexer/readers/bounds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/readers/paragraphs.hpp"
#include "indexer/readers/readers.hpp"
#include "indexer/splitter.hpp"

namespace izde::indexer::test {
namespace {

using testing::Contains;
using testing::EndsWith;
using testing::Field;
using testing::SizeIs;

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

const std::string kLong = repeated("Алаш", 1000);  // 8,000 bytes, one word

/// All documents of a source; a failure's reason as the path of an empty one.
std::vector<schema::Document> documents_of(const std::string& bytes, const std::string& name) {
  std::vector<schema::Document> documents;
  const auto source = open_memory(bytes, name);
  reader_for(name)->read(
      *source, {}, [&](schema::Document document) { documents.push_back(std::move(document)); },
      [&](const DocumentFailure& failure) {
        documents.emplace_back();
        documents.back().path = failure.reason;
      });
  return documents;
}

schema::Document document_of(const std::string& bytes, const std::string& name) {
  const auto documents = documents_of(bytes, name);
  EXPECT_THAT(documents, SizeIs(1));
  return documents.empty() ? schema::Document() : documents.front();
}

auto told(const std::string& what) { return Contains(Field(&schema::Note::what, what)); }

TEST(Bounds, ShortenedKeepsWholeCharacters) {
  EXPECT_EQ(shortened("Алаш", 8), "Алаш");
  EXPECT_EQ(shortened("Алашорда", 8), "Ал…");
  EXPECT_EQ(shortened("Алашорда", 9), "Ала…");
  EXPECT_EQ(shortened("漢字漢字", 8), "漢…");
  EXPECT_EQ(shortened("𐰀𐰀𐰀", 10), "𐰀…");
}

TEST(Bounds, TitlesAreCutAndTold) {
  for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
           {"a.txt", "---\ntitle: " + kLong + "\n---\nТекст"},
           {"a.md", "---\ntitle: " + kLong + "\n---\nТекст"},
           {"a.html", "<title>" + kLong + "</title><p>Текст"},
           {"a.html", "<meta name='dc.title' content='" + repeated("Алаш", 400) + "'><p>Текст"},
           {"a.jsonl", R"({"text": "Текст", "title": ")" + kLong + "\"}"}}) {
    const schema::Document document = document_of(bytes, name);
    const std::string title(schema::value_of(document.metadata, "title"));
    EXPECT_EQ(title, shortened(kLong, 1000)) << name;
    EXPECT_THAT(document.notes, Contains(Field(&schema::Note::what, EndsWith("has more than 1000 bytes; cut"))))
        << name;
  }
}

TEST(Bounds, ValuesAreCutAndTold) {
  const std::string front_matter = "---\nkind: х\nauthor: " + kLong + "\n---\nТекст";
  for (const auto& [name, bytes, where] : std::vector<std::array<std::string, 3>>{
           {"a.txt", front_matter, "front matter, line 3"},
           {"a.md", front_matter, "front matter, line 3"},
           {"a.html", "<meta name=author content='" + repeated("Алаш", 1000) + "'><p>Текст", ""},
           {"a.jsonl", R"({"text": "Текст", "author": [")" + kLong + "\"]}", ""}}) {
    const schema::Document document = document_of(bytes, name);
    EXPECT_EQ(schema::value_of(document.metadata, "author"), shortened(kLong, 4000)) << name;
    ASSERT_THAT(document.notes, SizeIs(1)) << name;
    EXPECT_EQ(document.notes[0].what, "the value of 'author' has more than 4000 bytes; cut");
    EXPECT_EQ(document.notes[0].where, where) << name;
  }
}

TEST(Bounds, LongHeadingsAreCutAndNoWordOfThemIsLost) {
  for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
           {"a.md", "# Заглавие\n\n## " + kLong + "\n\nТекст\n\n## " + kLong},
           {"a.html", "<h1>Заглавие</h1><h2>" + kLong + "</h2><p>Текст</p><h2>" + kLong + "</h2>"}}) {
    const schema::Document document = document_of(bytes, name);
    const std::string heading = shortened(kLong, 1000);
    ASSERT_THAT(document.blocks, SizeIs(3)) << name;
    for (const schema::Block& block : document.blocks) EXPECT_EQ(block.heading, heading) << name;
    EXPECT_EQ(document.blocks[0].text, kLong);
    EXPECT_EQ(document.blocks[1].text, "Текст");
    EXPECT_EQ(document.blocks[2].text, kLong);
    EXPECT_THAT(document.notes,
                told("a heading has more than 1000 bytes; cut, and kept whole as text (2 times in all)"));
  }
}

TEST(Bounds, LongFirstHeadingIsTitleAndText) {
  const schema::Document document = document_of("# " + kLong + "\n\nТекст", "a.md");
  EXPECT_EQ(schema::value_of(document.metadata, "title"), shortened(kLong, 1000));
  ASSERT_THAT(document.blocks, SizeIs(2));
  EXPECT_EQ(document.blocks[0].text, kLong);
}

TEST(Bounds, LongPathsKeepSomethingOfEveryHeading) {
  std::string text = "# Заглавие\n\n";
  for (int level = 2; level <= 6; ++level)
    text +=
        repeated("#", static_cast<std::size_t>(level)) + " " + std::to_string(level) + repeated("Алаш", 60) + "\n\n";
  const schema::Document document = document_of(text + "Текст", "a.md");
  ASSERT_THAT(document.blocks, SizeIs(1));
  const std::string& heading = document.blocks[0].heading;
  EXPECT_LE(heading.size(), 1000U);
  for (int level = 2; level <= 6; ++level) EXPECT_NE(heading.find(std::to_string(level) + "Алаш"), std::string::npos);
  EXPECT_THAT(document.notes, told("a heading with those above it has more than 1000 bytes; cut"));
}

TEST(Bounds, FieldsHaveAtMostSoManyValues) {
  std::string list, fields, metas;
  for (int i = 0; i < 5000; ++i) {
    list += R"("x",)";
    fields += R"("f)" + std::to_string(i) + R"(": 1,)";
    metas += "<meta name=author content=x>";
  }
  for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
           {"a.jsonl", "{\"author\": [" + list + "\"x\"], \"text\": \"Текст\"}"},
           {"a.jsonl", "{" + fields + "\"text\": \"Текст\"}"},
           {"a.html", metas + "<title>Х</title><p>Текст"}}) {
    const schema::Document document = document_of(bytes, name);
    EXPECT_LE(document.metadata.size(), 1001U) << name;  // with the title
    EXPECT_GE(document.metadata.size(), 1000U) << name;
    EXPECT_THAT(document.notes, told("more than 1000 values; the rest is left out")) << name;
    EXPECT_THAT(document.blocks, SizeIs(1)) << name;
  }
}

TEST(Bounds, NamesAndIdsInJson) {
  const schema::Document document = document_of(R"({"text": "Текст", ")" + kLong + R"(": 1})", "a.jsonl");
  ASSERT_THAT(document.metadata, SizeIs(1));
  EXPECT_EQ(document.metadata[0].first, shortened(kLong, 200));
  EXPECT_THAT(document.notes, SizeIs(1));
  const auto documents =
      documents_of(R"({"text": "Текст", "id": ")" + kLong + "\"}\n" + R"({"text": "Текст"})", "a.jsonl");
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[0].path, "line 1: an id of more than 4000 bytes");
  EXPECT_EQ(documents[1].id, "a.jsonl:2");
}

/// As long as would take minutes if each text of the list were put to a copy of those before it.
TEST(Bounds, ListOfTextsIsReadOnce) {
  constexpr std::size_t kTexts = 1'000'000;
  const schema::Document document = document_of(R"({"text": [)" + repeated("\"a\",", kTexts) + R"("a"]})", "a.jsonl");
  std::size_t letters = 0;
  for (const schema::Block& block : document.blocks)
    letters += static_cast<std::size_t>(std::count(block.text.begin(), block.text.end(), 'a'));
  EXPECT_EQ(letters, kTexts + 1);
}

TEST(Bounds, VeryManyParagraphsShareBlocks) {
  constexpr std::size_t kParagraphs = 1'000'000;
  std::size_t letters = 0;
  const auto blocks = paragraphs_of(repeated("a\n\n", kParagraphs));
  EXPECT_LT(blocks.size(), 20'000U);
  for (const schema::Block& block : blocks) {
    EXPECT_LE(block.text.size(), 400U);
    letters += static_cast<std::size_t>(std::count(block.text.begin(), block.text.end(), 'a'));
  }
  EXPECT_EQ(letters, kParagraphs);
  EXPECT_EQ(blocks.back().text.substr(0, 4), "a\n\na");
  EXPECT_LT(paragraphs_of(repeated("a\f", kParagraphs)).size(), 20'000U);
  EXPECT_LT(document_of(repeated("<p>a", 100'000), "a.html").blocks.size(), 12'000U);
}

TEST(Bounds, FewParagraphsAndPagesStayApart) {
  EXPECT_THAT(paragraphs_of(repeated("a\n\n", 10'000)), SizeIs(10'000));
  const auto pages = paragraphs_of(repeated("a\f", 20'000));
  ASSERT_THAT(pages, SizeIs(20'000));
  EXPECT_EQ(pages.back().page, "20000");
}

}  // namespace
}  // namespace izde::indexer::test
