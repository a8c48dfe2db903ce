#include "thesaurus/skos.hpp"

#include <fstream>
#include <random>
#include <sstream>

#include "case_rows.hpp"

namespace izde::thesaurus {
namespace {

std::string contents(const std::string& name) {
  std::ifstream file(std::string(IZDE_TEST_DATA) + "/" + name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string day_or_open(std::int32_t day) {
  const analysis::DayRange always;
  return day == always.first || day == always.last ? ".." : analysis::iso_day(day);
}

std::string print(const std::vector<Concept>& concepts) {
  constexpr std::array<std::string_view, 4> kinds{"preferred", "alternative", "hidden", "exact"};
  std::ostringstream out;
  for (const Concept& one : concepts) {
    out << one.id << " in " << one.scheme << '\n';
    for (const Label& label : one.labels) {
      out << "  " << kinds[static_cast<std::size_t>(label.kind)] << ' ' << label.text << " @" << label.tag;
      if (label.valid) out << ' ' << day_or_open(label.valid->first) << '/' << day_or_open(label.valid->last);
      out << '\n';
    }
    for (const std::string& id : one.broader) out << "  broader " << id << '\n';
    for (const std::string& id : one.related) out << "  related " << id << '\n';
    if (one.date) out << "  date " << day_or_open(one.date->first) << '/' << day_or_open(one.date->last) << '\n';
    if (!one.note.empty()) out << "  note " << one.note << '\n';
  }
  return out.str();
}

TEST(Skos, ReadsWhatIsOursAndLeavesTheRest) {
  EXPECT_EQ(print(parse_skos(contents("golden.ttl"), "golden.ttl").concepts), contents("golden.txt"));
}

TEST(Skos, AnEmptyFileHasNoConcepts) {
  EXPECT_TRUE(parse_skos("", "x.ttl").concepts.empty());
  EXPECT_TRUE(parse_skos("# nothing\n", "x.ttl").concepts.empty());
}

TEST(Skos, BracketsTooDeepAreRefused) {
  for (const std::string_view bracket : {"[ <c> ", "( "}) {
    std::string turtle = "<a> <b> ";
    for (int i = 0; i < 100000; ++i) turtle += bracket;
    EXPECT_THROW(parse_skos(turtle, "x.ttl"), ThesaurusError);
  }
  std::string smileys;
  for (int i = 0; i < 2000; ++i) smileys += "<id/L1> <http://www.w3.org/2004/02/skos/core#altLabel> \"((\"@en .\n";
  EXPECT_EQ(parse_skos(smileys, "x.ttl").concepts.front().labels.size(), 2000u);
}

/// data/skos_errors.tsv: Turtle after the prefix lines, what the error says.
class SkosErrors : public testing::TestWithParam<CaseRow> {};

TEST_P(SkosErrors, AreNamedByFileAndLine) {
  const std::string turtle =
      "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n" + unescaped(GetParam().cells[0]);
  try {
    parse_skos(turtle, "x.ttl");
    FAIL() << "no error: " << turtle;
  } catch (const ThesaurusError& error) {
    EXPECT_EQ(std::string(error.what()).substr(0, GetParam().cells[1].size()), GetParam().cells[1]);
  }
}

INSTANTIATE_TEST_SUITE_P(Table, SkosErrors, testing::ValuesIn(case_rows("skos_errors.tsv", 2)), case_name);

/// Whatever happens to a file, reading ends with concepts or with an error that names it.
TEST(SkosLaw, BrokenFilesGiveConceptsOrAnError) {
  const std::string whole = contents("golden.ttl");
  std::mt19937 random(1917);
  for (int round = 0; round < 400; ++round) {
    std::string broken = whole.substr(0, random() % (whole.size() + 1));
    for (std::size_t hits = random() % 4; hits > 0 && !broken.empty(); --hits) {
      broken[random() % broken.size()] = static_cast<char>(random() % 256);
    }
    try {
      parse_skos(broken, "x.ttl");
    } catch (const ThesaurusError& error) {
      EXPECT_EQ(std::string_view(error.what()).substr(0, 6), "x.ttl:");
    }
  }
}

}  // namespace
}  // namespace izde::thesaurus
