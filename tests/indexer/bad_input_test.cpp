// What readers must survive: each case gives documents, failures or a ReadError, and never anything else.
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <cstdint>
#include <random>
#include <string>

#include "indexer/splitter.hpp"
#include "reader_dump.hpp"
#include "table.hpp"

namespace izde::indexer::test {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  std::string input = text;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 19));
  return packed;
}

constexpr std::uint64_t kSmall = 100'000;

ReadOptions small() { return {"", kSmall}; }

/// Each row of data/bad_input.tsv: a file name, its bytes, and what the reading must contain.
TEST(BadInput, IsToldAsTheTableSays) {
  for (const TableRow& row : table("bad_input.tsv")) {
    EXPECT_NE(dump(row[1], row[0], small()).find(row[2]), std::string::npos) << row[0] << ": " << row[1] << "\ngives\n"
                                                                             << dump(row[1], row[0], small());
  }
}

TEST(BadInput, EmptyFilesGiveEmptyDocuments) {
  for (const std::string name : {"a.txt", "a.md", "a.html"}) {
    const std::string found = dump("", name);
    EXPECT_NE(found.find("document " + name), std::string::npos) << found;
    EXPECT_EQ(found.find("block"), std::string::npos) << found;
  }
  EXPECT_EQ(dump("", "a.jsonl"), "");
}

TEST(BadInput, CutOffPackingNamesTheByte) {
  const std::string text = repeated("Семей қаласы. ", 400);
  for (const std::string& packed : {gzip(text), zstd(text)}) {
    for (std::size_t length = 4; length < packed.size(); ++length) {
      const std::string found = dump(packed.substr(0, length), "a.txt.gz");
      const std::string place = "cut off after byte " + std::to_string(length);
      ASSERT_NE(found.find(place), std::string::npos) << length << " of " << packed.size() << ": " << found;
    }
  }
}

TEST(BadInput, DamagedPackingIsAnError) {
  std::string packed = gzip(repeated("Семей қаласы. ", 400));
  packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 0x55);  // in the checksum
  EXPECT_NE(dump(packed, "a.txt").find("error: gzip: damaged at byte"), std::string::npos) << dump(packed, "a.txt");
  packed = gzip("Семей") + "rubbish";
  EXPECT_NE(dump(packed, "a.txt").find("error: gzip: damaged at byte"), std::string::npos) << dump(packed, "a.txt");
}

TEST(BadInput, BombsStopAtTheLimit) {
  const std::string zeros(50'000'000, 'a');
  for (const std::string& bomb : {gzip(zeros), zstd(zeros)}) {
    EXPECT_LT(bomb.size(), kSmall);
    EXPECT_EQ(dump(bomb, "a.txt", small()), "error: is larger than 100000 bytes (unpacked); split it\n");
    EXPECT_EQ(dump(bomb, "a.jsonl", small()), "failure in a.jsonl: line 1: longer than 100000 bytes; left out\n");
  }
}

TEST(BadInput, LongLineIsRefusedAndTheRestGoesOn) {
  const std::string line = R"({"id": "long", "text": ")" + std::string(10'000'000, 'a') + "\"}\n";
  const std::string found = dump(line + R"({"id": "next", "text": "b"})", "a.jsonl", small());
  EXPECT_EQ(found.substr(0, found.find("document")),
            "failure in a.jsonl: line 1: longer than 100000 bytes; left out\n");
  EXPECT_NE(found.find("document next\n  path: a.jsonl:2\n"), std::string::npos) << found;
}

TEST(BadInput, DeepNestingCostsNoStack) {
  constexpr std::size_t kDeep = 100'000;
  for (const std::string tag :
       {"div", "b", "blockquote", "ul><li", "table><tr><td", "span", "svg", "dd><li", "h1", "font a=1"}) {
    const std::string found = dump(repeated("<" + tag + ">", kDeep) + "<p>Семей", "a.html");
    EXPECT_NE(found.find("Семей"), std::string::npos) << tag;
  }
  EXPECT_NE(
      dump(R"({"text": "Семей", "x": )" + repeated("[", kDeep) + repeated("]", kDeep) + "}", "a.jsonl").find("Семей"),
      std::string::npos);
  EXPECT_NE(dump(repeated("[", kDeep), "a.jsonl").find("not JSON"), std::string::npos);
  EXPECT_NE(dump(repeated("> ", 2'000) + "Семей", "a.md").find("Семей"), std::string::npos);
  EXPECT_NE(dump(repeated("*a_", 20'000) + "Семей", "a.md").find("Семей"), std::string::npos);
  EXPECT_NE(dump("---\na: " + repeated("[", 20'000) + "\n---\nСемей", "a.md").find("Семей"), std::string::npos);
}

TEST(BadInput, AliasesDoNotMultiply) {
  std::string yaml = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    yaml +=
        "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before + ", " + before + "]\n";
  }
  const std::string found = dump(yaml + "---\nСемей", "a.txt");
  EXPECT_NE(found.find("| Семей"), std::string::npos);
  EXPECT_LT(found.size(), 100'000U);

  yaml = "---\nwords: &w [" + repeated("x, ", 900) + "x]\n";
  for (int i = 0; i < 1000; ++i) yaml += "b" + std::to_string(i) + ": *w\n";
  EXPECT_NE(dump(yaml + "---\nСемей", "a.txt").find("more than 1000 values"), std::string::npos);
}

/// Random bytes, and good files with bytes changed, through every reader and the splitter.
TEST(BadInput, OnlyReadErrorsAreThrown) {
  std::mt19937 random(19171213);  // NOLINT: the same cases every time
  const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random()) % below; };
  const std::vector<std::string> good{data_file("golden/full.md"),         data_file("golden/page.html"),
                                      data_file("golden/documents.jsonl"), data_file("golden/front-matter.txt"),
                                      data_file("golden/enc-utf16le.txt"), data_file("golden/packed.txt.gz"),
                                      data_file("golden/packed.txt.zst")};
  for (int round = 0; round < 600; ++round) {
    std::string bytes = good[pick(good.size())];
    if (round % 10 == 0) bytes.assign(pick(400), ' ');
    const std::size_t changes = round % 10 == 0 ? bytes.size() : pick(8);
    for (std::size_t i = 0; i < changes && !bytes.empty(); ++i)
      bytes[pick(bytes.size())] = static_cast<char>(pick(256));
    if (!bytes.empty()) bytes.resize(bytes.size() - pick(bytes.size() / 2 + 1));
    for (const ReaderRow& reader : readers()) {
      try {
        const auto source = open_memory(bytes, "case");
        reader.read(
            *source, small(), [](const schema::Document& document) { split(document); }, [](const DocumentFailure&) {});
      } catch (const ReadError& error) {
        EXPECT_STRNE(error.what(), "");
      }
    }
  }
}

}  // namespace
}  // namespace izde::indexer::test
