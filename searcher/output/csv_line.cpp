#include "searcher/output/csv_line.hpp"

#include "analysis/letters.hpp"
#include "searcher/output/line.hpp"
#include "searcher/output/listing.hpp"
#include "searcher/query/signs.hpp"

#include <algorithm>
#include <array>
#include <ostream>

namespace izde::searcher {
namespace {

constexpr std::array<std::string_view, 8> kFormulas{"=", "+", "-", "@", "＝", "＋", "－", "＠"};

// What ends a line or steers a terminal; white space of texts stays what it is.
bool is_as_space(char32_t c) { return is_control(c) || c == U'\u2028' || c == U'\u2029'; }

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const analysis::Letter letter = analysis::letter_at(text, at);
    const char32_t shown = is_as_space(letter.value) ? U' ' : letter.value;
    if (!steers_line(letter.value)) out += analysis::utf8_of({&shown, 1});
    at += letter.bytes;
  }
  return out;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string line = printable(text);
  line.erase(0, line.find_first_not_of(' '));
  if (std::any_of(kFormulas.begin(), kFormulas.end(), [&](std::string_view sign) { return line.starts_with(sign); }))
    line.insert(0, "'");
  if (line.find_first_of(",\"") == line.npos) return line;
  std::string cell = "\"";
  for (const char c : line) cell += c == '"' ? "\"\"" : std::string(1, c);
  return cell += '"';
}

void write_csv_line(const std::vector<std::string>& cells, std::ostream& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) out << (i == 0 ? "" : ",") << csv_cell(cells[i]);
  out << '\n';
}

std::string csv_list(const std::vector<std::string>& values) { return joined(values, "; "); }

}  // namespace izde::searcher
