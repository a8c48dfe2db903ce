#include "case_rows.hpp"

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace izde::thesaurus {

using analysis::Alphabet;
using analysis::Language;
using analysis::Reading;
using analysis::Script;

std::vector<CaseRow> case_rows(const std::string& name, std::size_t columns) {
  std::ifstream file(std::string(IZDE_TEST_DATA) + "/" + name);
  if (!file) throw std::runtime_error("cannot open " + name);
  std::vector<CaseRow> rows;
  std::string text;
  bool header = true;
  for (std::size_t line = 1; std::getline(file, text); ++line) {
    if (text.empty() || text.front() == '#') continue;
    if (std::exchange(header, false)) continue;
    CaseRow row{line, {}};
    std::istringstream cells(text);
    for (std::string cell; std::getline(cells, cell, '\t');) row.cells.push_back(cell);
    row.cells.resize(columns);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string unescaped(const std::string& cell) {
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char escape = cell[i] == '\\' && i + 1 < cell.size() ? cell[i + 1] : '\0';
    if (escape == 'n') {
      text += '\n';
      ++i;
    } else if (escape == 'x') {
      text += static_cast<char>(std::stoi(cell.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else {
      text += cell[i];
    }
  }
  return text;
}

std::string case_name(const testing::TestParamInfo<CaseRow>& info) { return "line_" + std::to_string(info.param.line); }

Reading reading_of(std::string_view tag) {
  static const std::map<std::string_view, Reading> readings{
      {"vi", {Language::vi, Script::latin, Alphabet::none, false, 1}},
      {"en", {Language::other, Script::latin, Alphabet::none, false, 1}},
      {"ru", {Language::ru, Script::cyrillic, Alphabet::none, false, 1}},
      {"ru-petr1708", {Language::ru, Script::cyrillic, Alphabet::none, true, 1}},
      {"kk-Cyrl", {Language::kk, Script::cyrillic, Alphabet::kk_cyrillic, false, 1}},
      {"kk-Arab", {Language::kk, Script::arabic, Alphabet::kk_arabic, false, 1}},
      {"kk-Latn", {Language::kk, Script::latin, Alphabet::kk_latin_2021, false, 1}},
      {"kk-Latn-x-acute18", {Language::kk, Script::latin, Alphabet::kk_latin_2018, false, 1}}};
  return readings.at(tag);
}

const analysis::Analyzer& analyzer() {
  static const analysis::Analyzer analyzer;
  return analyzer;
}

const Thesaurus& shipped() {
  static const Thesaurus thesaurus = [] {
    Thesaurus loaded;
    loaded.load(std::string(IZDE_TEST_DATA) + "/../../../corpus/thesaurus");
    loaded.build(analyzer());
    loaded.mentions({});  // waits for its thread: at the end of the process the tables that it reads go before it does
    return loaded;
  }();
  return thesaurus;
}

std::string print(const Thesaurus& thesaurus, const std::vector<Found>& found) {
  std::string text;
  for (const Found& one : found) {
    if (!text.empty()) text += ' ';
    text += thesaurus.concepts()[one.concept_index].id + ":" + std::to_string(one.position) + "+" +
            std::to_string(one.width);
  }
  return text.empty() ? "-" : text;
}

}  // namespace izde::thesaurus
