// What the table tests of this room share: rows of a TSV file, readings by tag, and the shipped thesaurus, built once.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "thesaurus/thesaurus.hpp"

namespace izde::thesaurus {

/// A line of a table: its number and its cells.
struct CaseRow {
  std::size_t line = 0;
  std::vector<std::string> cells;
};

/// Rows of tests/thesaurus/data/<name> without header, comments and empty lines, each with `columns` cells.
std::vector<CaseRow> case_rows(const std::string& name, std::size_t columns);

/// Takes \n and \xHH out of a table's cell.
std::string unescaped(const std::string& cell);

/// For INSTANTIATE_TEST_SUITE_P: the case is called after its line.
std::string case_name(const testing::TestParamInfo<CaseRow>& info);

/// The reading of a tag as used in the tables: vi, kk-Cyrl, kk-Latn, kk-Latn-x-acute18, kk-Arab, ru, ru-petr1708, en.
analysis::Reading reading_of(std::string_view tag);

/// The thesaurus of the repository.
const Thesaurus& shipped();
const analysis::Analyzer& analyzer();

/// "L001:0+1 O002:4+2": ids with position and width; "-" for none.
std::string print(const Thesaurus& thesaurus, const std::vector<Found>& found);

}  // namespace izde::thesaurus
