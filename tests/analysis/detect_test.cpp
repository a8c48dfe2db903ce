// Which language a text is in: a table, the part of the hint, and what must hold of any bytes.
#include "analysis/detect.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <tuple>

#include "analysis/unicode.hpp"
#include "tests/analysis/cases.hpp"
#include "tests/analysis/readings_of.hpp"

namespace izde::analysis {
namespace {

using testing::Case;
using testing::cases;

class Detected : public ::testing::TestWithParam<Case> {};
TEST_P(Detected, IsTheLanguage) {
  const Case& row = GetParam();
  const Reading reading = detect(row[0]);
  EXPECT_EQ(code(reading.language), row[1]);
  EXPECT_EQ(code(reading.script), row[2]);
  const Alphabet alphabet = row[3] == "none" ? Alphabet::none : testing::named_readings().at(row[3]).alphabet;
  EXPECT_EQ(reading.alphabet, alphabet);
  EXPECT_EQ(reading.old_spelling, row[4] == "old");
  EXPECT_GE(reading.confidence, 0);
  EXPECT_LE(reading.confidence, 1);
}
INSTANTIATE_TEST_SUITE_P(Table, Detected, ::testing::ValuesIn(cases("detect")), testing::line_name);

TEST(Detect, GivesTheHintWhereThereAreNoLetters) {
  for (const char* text : {"", "1917", " — 13.12.1917 ", "\xFF\xFE"}) {
    const Reading reading = detect(text, Language::kk);
    EXPECT_EQ(reading.language, Language::kk) << text;
    EXPECT_EQ(reading.confidence, 0) << text;
    EXPECT_EQ(reading.script, Script::other) << text;
  }
}

TEST(Detect, LetsTheTextOverruleTheHint) {
  EXPECT_EQ(detect("khu tự trị Alash", Language::ru).language, Language::vi);
  EXPECT_EQ(detect("съезд представителей народа", Language::kk).language, Language::ru);
  EXPECT_EQ(detect("қазақ халқының тарихы", Language::ru).language, Language::kk);
}

TEST(Detect, LetsTheHintDecideWhereTheTextDoesNot) {
  EXPECT_EQ(detect("адмирал генерал", Language::ru).language, Language::ru);
  EXPECT_EQ(detect("адмирал генерал", Language::kk).language, Language::kk);
}

TEST(Detect, ReadsDecomposedLettersAsComposed) {
  const std::string composed = "Đại hội họp tại Orenburg";
  const std::string decomposed = "Đa\xCC\xA3i ho\xCC\xA3\xCC\x82i ho\xCC\xA3p ta\xCC\xA3i Orenburg";
  ASSERT_EQ(nfc(decomposed), composed);
  EXPECT_EQ(detect(decomposed), detect(composed));
}

TEST(Detect, TakesAnyBytes) {
  std::mt19937 random(1919);
  for (int i = 0; i < 3000; ++i) {
    std::string bytes;
    for (std::size_t size = random() % 60; size > 0; --size) bytes += static_cast<char>(random() & 0xFF);
    const Reading reading = detect(bytes, Language::vi);
    EXPECT_EQ(reading, detect(bytes, Language::vi));
    EXPECT_EQ(reading.alphabet == Alphabet::none, reading.language != Language::kk || reading.script == Script::other);
    EXPECT_FALSE(reading.old_spelling && reading.language != Language::ru);
  }
}

}  // namespace
}  // namespace izde::analysis
