#include "thesaurus/check.hpp"

#include <algorithm>
#include <filesystem>

#include "case_rows.hpp"

namespace izde::thesaurus {
namespace {

const std::filesystem::path kData = std::filesystem::path(IZDE_TEST_DATA);

constexpr std::string_view kPrefixes =
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> . "
    "@prefix dct: <http://purl.org/dc/terms/> . @prefix izde: <https://izde.example/ns#> . @prefix : "
    "<https://izde.example/id/> .\n";

Thesaurus before() {
  Thesaurus thesaurus;
  thesaurus.load(kData / "check_before.ttl");
  return thesaurus;
}

SkosFile checked_file(const std::string& turtle) {
  return checked({parse_skos(std::string(kPrefixes) + turtle, "x.ttl")}, before()).front();
}

/// data/check.tsv: Turtle that a user adds, what is noted.
class Checked : public testing::TestWithParam<CaseRow> {};

TEST_P(Checked, SlipsAreNoted) {
  std::string told;
  for (const std::string& note : checked_file(unescaped(GetParam().cells[0])).notes.told())
    told += (told.empty() ? "" : " / ") + note;
  EXPECT_EQ(told, GetParam().cells[1]);
}

INSTANTIATE_TEST_SUITE_P(Table, Checked, testing::ValuesIn(case_rows("check.tsv", 2)), case_name);

TEST(Check, WhatClosesACircleIsGoneAndTheRestStays) {
  const SkosFile file = checked_file(
      ":L2 skos:altLabel \"Дала\"@kk-Cyrl ; skos:broader :L1, :X1 ; skos:related :L2, :X9 .\n"
      ":X1 skos:prefLabel \"Земля\"@ru ; skos:broader :X1 .\n");
  ASSERT_EQ(file.concepts.size(), 2U);
  EXPECT_EQ(file.concepts[0].broader, std::vector<std::string>{"X1"});
  EXPECT_EQ(file.concepts[0].related, std::vector<std::string>{"L2"});
  EXPECT_TRUE(file.concepts[1].broader.empty());
}

TEST(Check, ALabelOfABadTimeIsLeftOutAndOfTwoTheFirstCounts) {
  const SkosFile file = checked_file(
      ":X1 skos:prefLabel \"аз\"@ru ; skosxl:altLabel [ skosxl:literalForm \"буки\"@ru ; dct:valid \"1925/1917\" ], "
      "[ skosxl:literalForm \"веди\"@ru ; dct:valid \"1920\", \"1930\" ] .\n");
  ASSERT_EQ(file.concepts.size(), 1U);
  ASSERT_EQ(file.concepts[0].labels.size(), 2U);
  EXPECT_EQ(file.concepts[0].labels[1].text, "веди");
  EXPECT_EQ(file.concepts[0].labels[1].valid, analysis::parse_date("1920"));
}

TEST(Check, OfTwoDatesTheFirstCountsAndABadOneIsLeftOut) {
  const SkosFile file = checked_file(
      ":X1 skos:prefLabel \"аз\"@ru ; izde:date \"1917-12-18/1917-12-26\", \"1918\" .\n"
      ":X2 skos:prefLabel \"буки\"@ru ; izde:date \"winter of 1917\" .\n");
  ASSERT_EQ(file.concepts.size(), 2U);
  EXPECT_EQ(file.concepts[0].date, analysis::parse_date("1917-12-18/1917-12-26"));
  EXPECT_FALSE(file.concepts[1].date.has_value());
}

TEST(Check, FilesMaySpeakOfOneAnother) {
  const auto turtle = [](std::string_view text) { return std::string(kPrefixes) + std::string(text); };
  const auto files =
      checked({parse_skos(turtle(":X1 skos:inScheme :p ; skos:prefLabel \"аз\"@ru ; skos:broader :X2 .\n"), "a.ttl"),
               parse_skos(turtle(":X2 skos:inScheme :p ; skos:prefLabel \"буки\"@ru ; skos:broader :X1 .\n"), "b.ttl")},
              before());
  EXPECT_EQ(files[0].concepts[0].broader, std::vector<std::string>{"X2"});
  EXPECT_TRUE(files[0].notes.told().empty());
  EXPECT_EQ(files[1].notes.told(),
            std::vector<std::string>{"b.ttl:2: X2 has skos:broader X1, which is narrower than it already; left out"});
}

// A copy of what ships adds nothing, and so has nothing wrong.
TEST(Check, ACopyOfTheShippedFilesIsSilent) {
  Thesaurus twice;
  const std::filesystem::path folder = kData / "../../../corpus/thesaurus";
  twice.load(folder);
  twice.load_checked({folder});
  EXPECT_EQ(twice.notes(), std::vector<std::string>());
  EXPECT_EQ(twice.fingerprint(), shipped().fingerprint());
}

TEST(Notes, AreToldByFileWithTheFurtherOnesCounted) {
  Notes notes("x");
  for (std::size_t line = 1; line <= 4; ++line) notes.add(line, "bad lines", "is bad");
  notes.add(9, "good lines", "is good");
  EXPECT_EQ(notes.told(), (std::vector<std::string>{"x:1: is bad", "x:2: is bad", "x:3: is bad",
                                                    "x:4: 1 more bad lines", "x:9: is good"}));
}

}  // namespace
}  // namespace izde::thesaurus
