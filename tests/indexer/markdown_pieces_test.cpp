#include "indexer/readers/markdown_pieces.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace izde::indexer {
namespace {

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> found;
  while (!text.empty()) found.emplace_back(take_markdown_piece(text));
  return found;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string whole;
  for (const std::string& part : parts) whole += part;
  return whole;
}

std::string times(std::size_t count, std::string_view text) {
  std::string many;
  for (std::size_t i = 0; i < count; ++i) many += text;
  return many;
}

TEST(MarkdownPieces, AShortTextIsOne) { EXPECT_EQ(pieces("# Съезд\n\nбыл\n").size(), 1U); }

TEST(MarkdownPieces, EndWhereABlockDoes) {
  const std::string text = times(400'000, "абзац\n\n");
  const auto found = pieces(text);
  EXPECT_GT(found.size(), 3U);
  EXPECT_EQ(joined(found), text);
  for (const std::string& piece : found) {
    EXPECT_TRUE(piece.starts_with("абзац\n") && piece.ends_with("\n\n"));
  }
}

TEST(MarkdownPieces, DoNotCutFencedCodeOrWhatIsIndented) {
  const std::string list = times(90'000, "- пункт\n\n  дальше\n\n");
  const std::string code = "```\n" + times(kMarkdownPiece / 2, "код\n\n") + "```\n";
  const std::string text = list + code + "\nконец\n\n" + list;
  const auto found = pieces(text);
  EXPECT_EQ(joined(found), text);
  for (const std::string& piece : found) {
    EXPECT_FALSE(piece.starts_with(" ")) << piece.substr(0, 40);
    EXPECT_FALSE(piece.starts_with("код")) << piece.substr(0, 40);
  }
}

TEST(MarkdownPieces, DoNotCutCommentsOrPreformattedText) {
  for (const auto& [begin, end] :
       std::vector<std::pair<std::string, std::string>>{{"<!--", "-->"}, {"<pre>", "</pre>"}}) {
    const std::string inside = begin + "\n" + times(kMarkdownPiece / 2, "внутри\n\n") + end + "\n\n";
    const std::string text = times(90'000, "текст\n\n") + inside + times(90'000, "текст\n\n");
    const auto found = pieces(text);
    EXPECT_GT(found.size(), 1U);
    EXPECT_EQ(joined(found), text);
    for (const std::string& piece : found) EXPECT_FALSE(piece.starts_with("внутри")) << begin;
  }
}

TEST(MarkdownPieces, EndWithALineOrAWordWhereNoBlockDoes) {
  const auto lines = pieces(times(900'000, "строка\n"));
  for (const std::string& piece : lines) EXPECT_TRUE(piece.ends_with("строка\n"));
  const auto words = pieces(times(4'000'000, "слово "));
  EXPECT_GT(words.size(), 2U);
  for (const std::string& piece : words) EXPECT_TRUE(piece.starts_with("слово") || piece.starts_with(" слово"));
  const auto letters = pieces(times(16'000'000, "я"));
  for (const std::string& piece : letters) EXPECT_TRUE(piece.starts_with("я") && piece.ends_with("я"));
}

}  // namespace
}  // namespace izde::indexer
