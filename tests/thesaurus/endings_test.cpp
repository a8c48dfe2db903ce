#include "thesaurus/endings.hpp"

#include "case_rows.hpp"

namespace izde::thesaurus {
namespace {

/// data/forms.tsv: language, word, name, yes or no.
class Forms : public testing::TestWithParam<CaseRow> {};

TEST_P(Forms, AreToldFromOtherWords) {
  const auto& cells = GetParam().cells;
  const auto language = analysis::language_of_tag(cells[0]);
  ASSERT_TRUE(language.has_value()) << cells[0];
  EXPECT_EQ(is_form_of(cells[1], cells[2], language.value_or(analysis::Language::other)) ? "yes" : "no", cells[3])
      << cells[1] << " of " << cells[2];
}

INSTANTIATE_TEST_SUITE_P(Table, Forms, testing::ValuesIn(case_rows("forms.tsv", 4)), case_name);

TEST(Forms, AWordIsAFormOfItselfInEveryLanguage) {
  for (const auto language :
       {analysis::Language::other, analysis::Language::vi, analysis::Language::kk, analysis::Language::ru}) {
    EXPECT_TRUE(is_form_of("alash", "alash", language));
    EXPECT_TRUE(is_form_of("", "", language));
    EXPECT_FALSE(is_form_of("", "алаш", language));
    EXPECT_FALSE(is_form_of("алаш", "", language));
  }
}

}  // namespace
}  // namespace izde::thesaurus
