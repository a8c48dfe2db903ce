// Rows of the tables that are embedded in the library (tables/*.tsv): the one reader for all of them.
#pragma once

#include <string_view>
#include <vector>

namespace izde::analysis {

using Row = std::vector<std::string_view>;

/// Rows of a tab-separated table, without its header line, empty lines and lines that start with '#'. Every row has as
/// many cells as the header (missing ones empty, surplus ones dropped). The views live as long as `table`.
std::vector<Row> rows_of(std::string_view table);

/// The header line's cells.
Row header_of(std::string_view table);

/// The parts of a cell between separators; an empty cell has none.
std::vector<std::string_view> parts_of(std::string_view cell, char separator);

/// Whole number of a cell, 0 if it is none.
int number_of(std::string_view cell);

}  // namespace izde::analysis
