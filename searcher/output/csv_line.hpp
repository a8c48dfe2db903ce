// A line of a table as RFC 4180 has it, safe to open in a spreadsheet. Lines end with a newline alone: every
// spreadsheet reads that, and diff, grep and cut find no carriage return in the last cell.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// A text as a cell: control characters and line ends as spaces (so that a record is a line), and with an apostrophe
/// before a sign that makes a spreadsheet run the cell as a formula (= + - @ and their full-width forms), as
/// spreadsheets write such texts themselves. Take the apostrophe off where it stands before one of these. In quotation
/// marks where it must be.
std::string csv_cell(std::string_view text);

/// Cells with commas between, and the newline; `cells` are texts, not cells yet.
void write_csv_line(const std::vector<std::string>& cells, std::ostream& out);

/// Several values in one text: "Semey; Orynbor".
std::string csv_list(const std::vector<std::string>& values);

}  // namespace izde::searcher
