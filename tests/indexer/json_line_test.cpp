// Whichever parser reads a line, it holds the same.
#include "indexer/readers/json_line.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace izde::indexer {
namespace {

std::string told(JsonLine line) {
  std::string told = line.failure + "|" + line.fields.id + "|" + line.fields.text + "|";
  for (const auto& [name, value] : line.fields.description.take_fields()) told += name + "=" + value + ";";
  for (const auto& note : line.fields.description.take_notes()) told += note.what + ";";
  return told;
}

const std::vector<std::string> kLines{
    R"({"id": "a", "text": "Съезд"})",
    R"({"_id": "b", "id": "a", "text": "Съезд \u0441\u044a\u0435\u0437\u0434 \ud83d\ude00 \n\t\"\\\/"})",
    R"({"id": "a", "_id": "b", "text": ["Đại hội", 7, "lần thứ nhất", ["x"], {"text": "y"}], "text2": "z"})",
    R"({"id": 17, "text": "x", "date": 1918, "year": -3, "page": 18446744073709551615, "no": 1.50, "big": 123456789012345678901})",
    R"({"id": 1.0, "text": "x", "tags": ["Алаш", "Семей", 3, null, true], "deep": {"title": "no", "text": ["no"]}})",
    R"({"text": "first", "text": "second", "author": ["A", "B"], "author": "C"})",
    R"({"text": "x", "n": [1.5]})",
    R"({"text": "x"} )",
    R"({"text": "x"} {"text": "y"})",
    R"({"text": "x",})",
    R"({"text": "\ud800"})",
    R"({"text": "x", "y": nul})",
    R"({"text": 3})",
    R"(["text"])",
    R"("text")",
    R"(17)",
    R"({})",
    R"({"text": "a\u0000b", "id": "\u0000"})",
    R"({"id": "-0", "n": -0, "text": "x"})",
    "{\"text\": \"a\tb\"}",
    "{\"text\": \"x\", \"deep\": " + std::string(3000, '[') + std::string(3000, ']') + "}",
    "{\"text\": \"x\", \"id\": \"" + std::string(5000, 'i') + "\"}",
    "",
};

TEST(JsonLine, IsReadAlikeByBothParsers) {
  JsonLineReader reader;
  for (const std::string& line : kLines)
    EXPECT_EQ(told(reader.read(line)), told(read_json_line(line))) << line.substr(0, 200);
}

TEST(JsonLine, IsReadAlikeWhereItIsDamaged) {
  JsonLineReader reader;
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    std::string line = kLines[random() % 8];
    for (auto k = random() % 3 + 1; k > 0; --k) line[random() % line.size()] = "{}[],:\"\\0x-e1.\x80 u"[random() % 18];
    EXPECT_EQ(told(reader.read(line)), told(read_json_line(line))) << line;
  }
}

}  // namespace
}  // namespace izde::indexer
