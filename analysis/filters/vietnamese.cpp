#include "analysis/filters/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "analysis/filters/latin_marks.hpp"
#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

/// The letters that begin a syllable, đ in UTF-8 among them.
bool are_initials(std::string_view letters) {
  constexpr std::string_view kConsonants = "bcdghklmnpqrstvx";
  constexpr std::string_view kD = "đ";
  for (std::size_t at = 0; at < letters.size();) {
    if (letters.substr(at, kD.size()) == kD) {
      at += kD.size();
    } else if (kConsonants.find(letters[at]) != kConsonants.npos) {
      ++at;
    } else {
      return false;
    }
  }
  return true;
}

using Rhymes = std::vector<std::pair<std::string_view, std::string_view>>;

Rhymes rhymes_of(std::string_view table) {
  Rhymes rhymes;
  for (const Row& row : rows_of(table)) rhymes.emplace_back(row[0], row[1]);
  return rhymes;
}

}  // namespace

std::string vietnamese_plain(std::string_view syllable) {
  static const Rhymes tone_placement = rhymes_of(tables::vi_tone_placement);
  static const Rhymes i_y = rhymes_of(tables::vi_i_y);
  for (const auto& [second, first] : tone_placement) {
    if (!syllable.ends_with(second)) continue;
    const std::string_view initial = syllable.substr(0, syllable.size() - second.size());
    if (!are_initials(initial) || initial.ends_with('q')) break;
    return std::string(initial).append(first);
  }
  for (const auto& [y, i] : i_y) {
    if (!syllable.ends_with(y)) continue;
    const std::string_view initial = syllable.substr(0, syllable.size() - y.size());
    if (initial.empty() || !are_initials(initial)) break;
    return std::string(initial).append(i);
  }
  return std::string(syllable);
}

std::string vietnamese_unmarked(std::string_view syllable) { return unmarked(syllable); }

bool vietnamese_marked(std::string_view syllable) { return unmarked(syllable) != syllable; }

}  // namespace izde::analysis
