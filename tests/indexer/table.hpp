// Rows of the tables in data/: tab-separated, first line a header, '#' comments. In cells \n, \t, \f, \\ and \xNN stand
// for characters that a table cannot hold.
#pragma once

#include <string>
#include <vector>

namespace izde::indexer::test {

using TableRow = std::vector<std::string>;

/// Rows of data/<name>, unescaped. Fails the running test where the file is missing or empty.
std::vector<TableRow> table(const std::string& name);

/// The bytes of data/<name>.
std::string data_file(const std::string& name);

/// A file's bytes, or "" where it cannot be read.
std::string bytes_of(const std::string& path);

}  // namespace izde::indexer::test
