#include <set>

#include "case_rows.hpp"
#include "thesaurus/validity.hpp"

namespace izde::thesaurus {
namespace {

/// data/mentions.tsv: reading, passage, concepts expected, time of the passage.
class Mentions : public testing::TestWithParam<CaseRow> {};

TEST_P(Mentions, FindsTheConceptsNamed) {
  const auto& cells = GetParam().cells;
  const analysis::Tokens tokens = analyzer().analyze(cells[1], reading_of(cells[0]));
  std::vector<analysis::DayRange> times;
  if (const auto time = parse_validity(cells[3])) times.push_back(*time);
  ASSERT_EQ(times.empty(), cells[3].empty()) << cells[3];
  EXPECT_EQ(print(shipped(), shipped().mentions(tokens, times)), cells[2]) << cells[1] << ' ' << cells[3];
}

INSTANTIATE_TEST_SUITE_P(Table, Mentions, testing::ValuesIn(case_rows("mentions.tsv", 4)), case_name);

/// Every label stands for its concept in a passage of its own language and script.
TEST(MentionsLaw, EveryLabelIsFoundAsItStands) {
  const std::set<std::string_view> readable{"vi",      "en",      "ru",      "ru-petr1708",
                                            "kk-Cyrl", "kk-Arab", "kk-Latn", "kk-Latn-x-acute18"};
  for (std::uint32_t i = 0; i < shipped().concepts().size(); ++i) {
    const Concept& named = shipped().concepts()[i];
    if (named.is_term()) continue;
    for (const Label& label : named.labels) {
      const std::string tag = label.tag == "vi-x-phonetic" ? "vi" : label.tag == "ru-Latn" ? "en" : label.tag;
      ASSERT_TRUE(readable.contains(tag)) << tag;
      const std::vector<Found> found = shipped().mentions(analyzer().analyze(label.text, reading_of(tag)));
      const bool whole = std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.concept_index == i; });
      EXPECT_TRUE(whole) << named.id << ' ' << label.text << '@' << label.tag << ": " << print(shipped(), found);
    }
  }
}

/// What is found is in order, lies inside the passage, and no concept lies inside itself.
TEST(MentionsLaw, FoundNamesAreInOrderAndApart) {
  for (const CaseRow& row : case_rows("mentions.tsv", 3)) {
    const analysis::Tokens tokens = analyzer().analyze(row.cells[1], reading_of(row.cells[0]));
    const std::vector<Found> found = shipped().mentions(tokens);
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_LE(found[i].position + found[i].width, tokens.back().position + tokens.back().width) << row.line;
      if (i == 0) continue;
      const Found& before = found[i - 1];
      EXPECT_TRUE(before.position < found[i].position ||
                  (before.position == found[i].position && before.width >= found[i].width))
          << row.line;
      EXPECT_FALSE(before == found[i]) << row.line;
    }
  }
}

TEST(Mentions, NothingInNothing) {
  EXPECT_TRUE(shipped().mentions({}).empty());
  EXPECT_TRUE(Thesaurus().mentions(analyzer().analyze("Алаш", reading_of("kk-Cyrl"))).empty());
}

}  // namespace
}  // namespace izde::thesaurus
