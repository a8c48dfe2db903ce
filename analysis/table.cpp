#include "analysis/table.hpp"

#include <charconv>

namespace izde::analysis {
namespace {

std::string_view take_line(std::string_view text) {
  const auto end = text.find('\n');
  return end == std::string_view::npos ? text : text.substr(0, end);
}

std::string_view after_line(std::string_view text, std::string_view line) {
  return text.substr(line.size() < text.size() ? line.size() + 1 : text.size());
}

Row cells_of(std::string_view line) {
  Row cells;
  while (true) {
    const auto tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

bool is_comment(std::string_view line) { return line.empty() || line.front() == '#'; }

}  // namespace

Row header_of(std::string_view table) {
  std::string_view line = take_line(table);
  while (is_comment(line) && !table.empty()) {
    table = after_line(table, line);
    line = take_line(table);
  }
  return cells_of(line);
}

std::vector<Row> rows_of(std::string_view table) {
  std::vector<Row> rows;
  std::size_t width = 0;
  while (!table.empty()) {
    const std::string_view line = take_line(table);
    table = after_line(table, line);
    if (is_comment(line)) continue;
    Row cells = cells_of(line);
    if (width == 0) {
      width = cells.size();
      continue;
    }
    cells.resize(width);
    rows.push_back(std::move(cells));
  }
  return rows;
}

std::vector<std::string_view> parts_of(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const auto end = cell.find(separator);
    parts.push_back(cell.substr(0, end));
    if (end == std::string_view::npos) break;
    cell.remove_prefix(end + 1);
  }
  return parts;
}

int number_of(std::string_view cell) {
  int value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

}  // namespace izde::analysis
