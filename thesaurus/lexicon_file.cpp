#include "thesaurus/lexicon_file.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <system_error>

#include "analysis/language.hpp"
#include "analysis/unicode.hpp"

namespace izde::thesaurus {
namespace {

using analysis::Language;

constexpr std::size_t kMostFaults = 100;
constexpr std::size_t kMostWords = 100;  // of a cell
constexpr std::size_t kShownBytes = 80;  // of a bad cell
constexpr std::uintmax_t kLargestFile = std::uintmax_t{64} << 20;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Spreadsheets put “"” around cells that they think need it.
std::string_view unquoted(std::string_view cell) {
  const std::string_view inside = trimmed(cell);
  if (inside.size() < 2 || !inside.starts_with('"') || !inside.ends_with('"')) return cell;
  return inside.substr(1, inside.size() - 2);
}

std::string beginning_of(std::string_view cell) {
  if (cell.size() <= kShownBytes) return std::string(cell);
  std::size_t end = kShownBytes;
  while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80) --end;
  return std::string(cell.substr(0, end)) + "…";
}

/// Unlike analysis::parts_of, an empty part at the end counts.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string_view> cells_of(std::string_view row) {
  std::vector<std::string_view> cells = split(row, '\t');
  std::transform(cells.begin(), cells.end(), cells.begin(), unquoted);
  return cells;
}

std::optional<Tongue> tongue_of(std::string_view column) {
  column = trimmed(column);
  if (column == "en") return Tongue::en;
  const auto language = analysis::language_of_tag(column);
  if (language == Language::vi) return Tongue::vi;
  if (language == Language::kk) return Tongue::kk;
  if (language == Language::ru) return Tongue::ru;
  return std::nullopt;
}

std::optional<CellWord> word_of(std::string_view item) {
  CellWord word{trimmed(item), 1};
  if (const std::size_t colon = word.text.rfind(':'); colon != std::string_view::npos) {
    const std::string_view number = trimmed(word.text.substr(colon + 1));
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), word.weight);
    if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
    if (!(word.weight >= 0 && word.weight <= 1)) return std::nullopt;
    word.text = trimmed(word.text.substr(0, colon));
  }
  if (word.text.empty()) return std::nullopt;
  return word;
}

class Parser {
 public:
  explicit Parser(std::string_view name) : name_(name) {}

  LexiconFile parse(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      std::string_view row = text.substr(begin, end - begin);
      begin = end + 1;
      ++number_;
      if (row.ends_with('\r')) row.remove_suffix(1);
      if (!row.empty() && !row.starts_with('#')) read(row);
    }
    if (columns_.empty())
      throw LexiconError(name_ + ": is empty; its first line must name the columns, as vi, kk, ru, en");
    return std::move(file_);
  }

 private:
  std::string place() const { return name_ + ":" + std::to_string(number_) + ": "; }

  void read(std::string_view row) {
    if (row.find('\0') != row.npos) return refuse_nul();
    if (columns_.empty()) return read_header(row);
    if (!analysis::is_valid_utf8(row)) return leave_out("is not UTF-8");
    const auto cells = cells_of(row);
    if (cells.size() != columns_.size())
      return leave_out("has " + std::to_string(cells.size()) + " cells, the first line " +
                       std::to_string(columns_.size()));
    LexiconLine line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::optional<Tongue> column = columns_[i];
      if (!column) continue;
      const auto words = words_of_cell(cells[i]);
      if (!words)
        return leave_out("“" + beginning_of(cells[i]) + "” is not word[:weight]|word… with weights from 0 to 1");
      if (words->size() > kMostWords)
        return leave_out("“" + beginning_of(cells[i]) + "” has " + std::to_string(words->size()) +
                         " words; a cell may have " + std::to_string(kMostWords));
      line[static_cast<std::size_t>(*column)] = cells[i];
    }
    file_.lines.push_back(line);
  }

  void read_header(std::string_view row) {
    std::array<bool, kTongues> known{};
    for (const std::string_view cell : cells_of(row)) {
      const std::optional<Tongue> column = tongue_of(cell);
      columns_.push_back(column);
      if (!column) continue;
      bool& twice = known[static_cast<std::size_t>(*column)];
      if (twice) throw LexiconError(place() + "names the column “" + std::string(cell) + "” a second time");
      twice = true;
    }
    if (std::count(known.begin(), known.end(), true) < 2)
      throw LexiconError(place() + "must name the columns, at least two of vi, kk, ru and en");
  }

  void refuse_nul() {
    if (columns_.empty()) throw LexiconError(place() + "has a NUL byte; save the file as UTF-8 text");
    leave_out("has a NUL byte");
  }

  void leave_out(const std::string& reason) {
    ++file_.fault_count;
    if (file_.faults.size() < kMostFaults) file_.faults.push_back(place() + reason);
  }

  std::string name_;
  std::size_t number_ = 0;
  std::vector<std::optional<Tongue>> columns_;
  LexiconFile file_;
};

}  // namespace

std::optional<std::vector<CellWord>> words_of_cell(std::string_view cell) {
  std::vector<CellWord> words;
  if (trimmed(cell).empty()) return words;
  for (const std::string_view item : split(cell, '|')) {
    const auto word = word_of(item);
    if (!word) return std::nullopt;
    if (word->weight > 0) words.push_back(*word);  // a word of weight 0 is switched off
  }
  return words;
}

LexiconFile parse_lexicon(std::string_view text, std::string_view name) { return Parser(name).parse(text); }

std::string read_lexicon(const std::filesystem::path& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) throw LexiconError(path.string() + ": cannot be read (" + error.message() + ")");
  if (size > kLargestFile)
    throw LexiconError(path.string() + ": has " + std::to_string(size >> 20) + " MB, more than the " +
                       std::to_string(kLargestFile >> 20) + " MB of a lexicon; cut it into several files");
  std::ifstream file(path, std::ios::binary);
  std::string text(size, '\0');
  file.read(text.data(), static_cast<std::streamsize>(size));
  if (!file) throw LexiconError(path.string() + ": cannot be read");
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  // Combining accents begin with these bytes; nearly every file is composed and needs no look at its letters.
  const bool has_marks = text.find('\xCC') != std::string::npos || text.find('\xCD') != std::string::npos;
  return has_marks && analysis::is_valid_utf8(text) ? analysis::nfc(text) : text;
}

}  // namespace izde::thesaurus
