#include "analysis/filters/latin_marks.hpp"

#include <algorithm>
#include <unordered_map>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

const std::unordered_map<char32_t, std::u32string>& bare_letters() {
  static const std::unordered_map<char32_t, std::u32string> letters = [] {
    std::unordered_map<char32_t, std::u32string> read;
    for (const Row& row : rows_of(tables::latin_bare)) read.emplace(letter_at(row[0], 0).value, letters_of(row[1]));
    return read;
  }();
  return letters;
}

bool is_bare(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::string unmarked(std::string_view word) {
  if (std::all_of(word.begin(), word.end(), is_bare)) return std::string(word);
  std::u32string bare;
  for (const char32_t c : letters_of(without_accents(word))) {
    const auto found = bare_letters().find(c);
    if (found == bare_letters().end()) {
      bare += c;
    } else {
      bare += found->second;
    }
  }
  return utf8_of(bare);
}

}  // namespace izde::analysis
