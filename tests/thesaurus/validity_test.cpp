#include "thesaurus/validity.hpp"

#include "case_rows.hpp"

namespace izde::thesaurus {
namespace {

using analysis::DayRange;

std::string print(const std::optional<DayRange>& range) {
  if (!range) return "none";
  const auto day = [](std::int32_t days) {
    return days == DayRange{}.first || days == DayRange{}.last ? ".." : analysis::iso_day(days);
  };
  return day(range->first) + "/" + day(range->last);
}

/// data/validity.tsv: EDTF, first and last day.
class Validity : public testing::TestWithParam<CaseRow> {};

TEST_P(Validity, IsAnIntervalOfDays) {
  EXPECT_EQ(print(parse_validity(GetParam().cells[0])), GetParam().cells[1]) << GetParam().cells[0];
}

INSTANTIATE_TEST_SUITE_P(Table, Validity, testing::ValuesIn(case_rows("validity.tsv", 2)), case_name);

TEST(Validity, NothingSpeaksAgainstWhatIsUnknown) {
  const auto early = parse_validity("../1925-05");
  const std::vector<DayRange> none, old{*parse_validity("1917")}, late{*parse_validity("2005")},
      both{*parse_validity("2005"), *parse_validity("1917")}, across{*parse_validity("1925")};
  EXPECT_TRUE(is_valid(early, none));
  EXPECT_TRUE(is_valid(early, old));
  EXPECT_FALSE(is_valid(early, late));
  EXPECT_TRUE(is_valid(early, both));
  EXPECT_TRUE(is_valid(early, across));
  EXPECT_TRUE(is_valid(std::nullopt, late));
}

}  // namespace
}  // namespace izde::thesaurus
