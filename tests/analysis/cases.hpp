// Test tables: each line of data/<name>.tsv is a case of its own, so that a linguist can add one.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <ostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"

namespace izde::analysis::testing {

struct Case {
  std::string table;
  std::size_t line = 0;
  std::vector<std::string> cells;
  const std::string& operator[](std::size_t i) const { return cells.at(i); }
};

/// \n, \t and \u00AD (four hexadecimal digits) of a cell as characters.
inline std::string unescaped(std::string_view cell) {
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const std::string_view rest = cell.substr(i);
    if (rest.starts_with("\\n") || rest.starts_with("\\r") || rest.starts_with("\\t")) {
      text += rest[1] == 'n' ? '\n' : rest[1] == 'r' ? '\r' : '\t';
      ++i;
    } else if (rest.starts_with("\\u") && rest.size() >= 6) {
      text +=
          utf8_of(std::u32string(1, static_cast<char32_t>(std::stoul(std::string(rest.substr(2, 4)), nullptr, 16))));
      i += 5;
    } else {
      text += cell[i];
    }
  }
  return text;
}

inline std::vector<Case> cases(const std::string& table) {
  std::ifstream file(std::string(IZDE_TEST_DATA) + "/" + table + ".tsv");
  if (!file) throw std::runtime_error("no table " + table);
  std::vector<Case> cases;
  std::string line;
  bool header = true;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    if (!std::exchange(header, false)) {
      Case row{table, number, {}};
      std::istringstream cells(line);
      for (std::string cell; std::getline(cells, cell, '\t');) row.cells.push_back(unescaped(cell));
      row.cells.resize(8);
      cases.push_back(std::move(row));
    }
  }
  return cases;
}

// NOLINTNEXTLINE(readability-identifier-naming): the name by which GoogleTest finds it
inline void PrintTo(const Case& row, std::ostream* out) { *out << row.table << ".tsv:" << row.line << " " << row[0]; }

inline std::string line_name(const ::testing::TestParamInfo<Case>& row) {
  return "line_" + std::to_string(row.param.line);
}

}  // namespace izde::analysis::testing
