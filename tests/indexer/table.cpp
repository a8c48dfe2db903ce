#include "table.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

namespace izde::indexer::test {
namespace {

std::string unescaped(const std::string& cell) {
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\\' || i + 1 == cell.size()) {
      text += cell[i];
      continue;
    }
    switch (const char c = cell[++i]; c) {
      case 'n':
        text += '\n';
        break;
      case 't':
        text += '\t';
        break;
      case 'r':
        text += '\r';
        break;
      case 'f':
        text += '\f';
        break;
      case 'x':
        text += static_cast<char>(std::stoi(cell.substr(i + 1, 2), nullptr, 16));
        i += 2;
        break;
      default:
        text += c;
    }
  }
  return text;
}

}  // namespace

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string data_file(const std::string& name) { return bytes_of(std::string(IZDE_TEST_DATA) + "/" + name); }

std::vector<TableRow> table(const std::string& name) {
  std::istringstream lines(data_file(name));
  std::vector<TableRow> rows;
  std::size_t width = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    TableRow row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(unescaped(cell));
    if (width == 0) {
      width = row.size();
      continue;
    }
    row.resize(width);
    rows.push_back(std::move(row));
  }
  EXPECT_FALSE(rows.empty()) << "no rows in " << name;
  return rows;
}

}  // namespace izde::indexer::test
