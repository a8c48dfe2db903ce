// Encodings by data/encodings.tsv (bytes → which encoding, which text) and their names.
#include <gtest/gtest.h>

#include "indexer/readers/encoding.hpp"
#include "indexer/readers/readers.hpp"
#include "table.hpp"

namespace izde::indexer::test {
namespace {

TEST(Encoding, SeenInTheBytes) {
  for (const TableRow& row : table("encodings.tsv")) {
    const Encoding& chosen = choose_encoding(row[1], {});
    EXPECT_EQ(chosen.name, row[0]) << row[2];
    EXPECT_EQ(decode(row[1], chosen).text, row[2]);
  }
}

TEST(Encoding, Named) {
  for (const TableRow& row : table("encodings.tsv")) {
    EXPECT_EQ(decode(row[1], choose_encoding(row[1], {row[0], ""})).text, row[2]) << row[0];
  }
}

TEST(Encoding, NamesAndAliases) {
  for (const TableRow& row : table("encoding_names.tsv")) {
    const Encoding* found = find_encoding(row[0]);
    EXPECT_EQ(found == nullptr ? "none" : std::string(found->name), row[1]) << row[0];
  }
}

TEST(Encoding, UnknownNameListsTheKnown) {
  try {
    choose_encoding("text", {"latin-9", ""});
    FAIL() << "no error";
  } catch (const ReadError& error) {
    const std::string message = error.what();
    for (const Encoding& row : encodings()) EXPECT_NE(message.find(row.name), std::string::npos) << message;
  }
}

TEST(Encoding, HintIsFollowedOnlyWhereBytesAreNoUtf8) {
  const std::string short_word = "\xE4\xE0";  // "да" in windows-1251, "ДЮ" in KOI8-R
  EXPECT_EQ(choose_encoding(short_word, {"", "koi8-r"}).name, "KOI8-R");
  EXPECT_EQ(choose_encoding("да", {"", "koi8-r"}).name, "UTF-8");
  EXPECT_EQ(choose_encoding("plain", {"", "windows-1251"}).name, "UTF-8");
}

TEST(Encoding, NotesTellTheFirstByteAndHowOften) {
  const Decoded decoded = decode(
      "a\xFF"
      "b\xE2\x82"
      "c",
      *find_encoding("utf8"), 100);
  EXPECT_EQ(decoded.text, "a\uFFFDb\uFFFDc");
  ASSERT_EQ(decoded.notes.size(), 1U);
  EXPECT_EQ(decoded.notes[0].where, "byte 101");
  EXPECT_EQ(decoded.notes[0].what, "no character in UTF-8; replaced by U+FFFD (2 times in all)");
}

/// Every character of an 8-bit code comes back from what ICU or our tables say it is; no byte is lost or taken twice.
TEST(Encoding, EveryByteGivesSomething) {
  for (const Encoding& encoding : encodings()) {
    if (encoding.reading.starts_with("utf")) continue;
    for (int byte = 1; byte < 256; ++byte) {
      const std::string one(1, static_cast<char>(byte));
      EXPECT_EQ(decode(one, encoding).characters, 1U) << encoding.name << " " << byte;
      EXPECT_FALSE(decode(one, encoding).text.empty()) << encoding.name << " " << byte;
    }
  }
}

}  // namespace
}  // namespace izde::indexer::test
