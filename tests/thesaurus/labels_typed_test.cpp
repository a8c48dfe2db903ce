#include "case_rows.hpp"

namespace izde::thesaurus {
namespace {

/// data/labels_typed.tsv: reading, query, concepts expected.
class LabelsTyped : public testing::TestWithParam<CaseRow> {};

TEST_P(LabelsTyped, FindsTheConceptsMeant) {
  const auto& cells = GetParam().cells;
  const analysis::Tokens tokens = analyzer().analyze(cells[1], reading_of(cells[0]));
  EXPECT_EQ(print(shipped(), shipped().labels_typed(tokens)), cells[2]) << cells[1];
}

INSTANTIATE_TEST_SUITE_P(Table, LabelsTyped, testing::ValuesIn(case_rows("labels_typed.tsv", 3)), case_name);

/// A label typed is its concept, under some reading of the analyzer, without anybody naming its language.
TEST(LabelsTypedLaw, EveryLabelIsKnownByItself) {
  for (std::uint32_t i = 0; i < shipped().concepts().size(); ++i) {
    if (shipped().concepts()[i].is_term()) continue;
    for (const Label& label : shipped().concepts()[i].labels) {
      bool known = false;
      for (const analysis::Reading& reading : analyzer().readings(label.text)) {
        for (const Found& found : shipped().labels_typed(analyzer().analyze(label.text, reading))) {
          known = known || found.concept_index == i;
        }
      }
      EXPECT_TRUE(known) << shipped().concepts()[i].id << ' ' << label.text << '@' << label.tag;
    }
  }
}

}  // namespace
}  // namespace izde::thesaurus
