#include "analysis/filters/homoglyphs.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <vector>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

using LetterMap = std::unordered_map<char32_t, char32_t>;

struct LookAlikes {
  LetterMap to_cyrillic;
  LetterMap to_latin;
  LetterMap always;
};

const LookAlikes& look_alikes() {
  static const LookAlikes maps = [] {
    LookAlikes read;
    for (const Row& row : rows_of(tables::homoglyphs)) {
      const char32_t left = letter_at(row[0], 0).value;
      const char32_t right = letter_at(row[1], 0).value;
      if (row[2] == "always") {
        read.always.emplace(left, right);
      } else {
        read.to_cyrillic.emplace(left, right);
        read.to_latin.emplace(right, left);
      }
    }
    return read;
  }();
  return maps;
}

struct Count {
  std::size_t letters = 0;
  std::size_t replaceable = 0;
  bool all_replaceable() const { return letters == replaceable; }
};

Count count_of(std::u32string_view word, bool (*of_script)(char32_t), const LetterMap& replacements) {
  Count count;
  for (const char32_t c : word) {
    if (!of_script(c)) continue;
    ++count.letters;
    if (replacements.contains(c)) ++count.replaceable;
  }
  return count;
}

void replace(std::u32string& word, const LetterMap& replacements) {
  for (char32_t& c : word) {
    if (const auto found = replacements.find(c); found != replacements.end()) c = found->second;
  }
}

/// Digits of a Roman numeral as Latin capitals; 0 for any other letter.
char32_t roman_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"IVXLCDM";
  if (kDigits.find(c) != kDigits.npos) return c;
  if (c == U'І') return U'I';
  return c == U'Х' ? U'X' : 0;
}

/// One decimal place of a numeral: up to three ones, or a five with up to three, or a one before a five or ten.
/// Returns how many letters of `word` it takes.
std::size_t roman_place(std::u32string_view word, std::u32string_view one_five_ten) {
  const auto is = [word, one_five_ten](std::size_t at, std::size_t digit) {
    return at < word.size() && digit < one_five_ten.size() && roman_digit(word[at]) == one_five_ten[digit];
  };
  if (is(0, 0) && (is(1, 1) || is(1, 2))) return 2;
  std::size_t at = is(0, 1) ? 1 : 0;
  for (int ones = 0; ones < 3 && is(at, 0); ++ones) ++at;
  return at;
}

void to_latin_numeral(std::u32string& word) {
  for (char32_t& c : word) c = roman_digit(c);
}

/// Whether a letter of a Cyrillic word stays as it is whatever its neighbours: no look-alike that is always replaced.
bool is_settled(char32_t c) { return is_cyrillic(c) && !look_alikes().always.contains(c); }

/// Most words: in Cyrillic alone, and no numeral.
bool is_plain_cyrillic(std::string_view word) {
  static const std::vector<bool> settled = [] {
    std::vector<bool> known(0x530);
    for (char32_t c = 0; c < known.size(); ++c) known[c] = is_settled(c);
    return known;
  }();
  bool numeral = true;
  for (std::size_t at = 0; at < word.size();) {
    const Letter letter = letter_at(word, at);
    if (letter.value >= settled.size() || !settled[letter.value]) return false;
    numeral = numeral && roman_digit(letter.value) != 0;
    at += letter.bytes;
  }
  return !numeral;
}

bool holds(std::u32string_view word, bool (*kind)(char32_t)) { return std::any_of(word.begin(), word.end(), kind); }

/// Replaces the letters of one script if all of them look like letters of the other, the fewer ones if both could be.
void unmix(std::u32string& word) {
  const Count latin = count_of(word, &is_latin, look_alikes().to_cyrillic);
  const Count cyrillic = count_of(word, &is_cyrillic, look_alikes().to_latin);
  const bool mostly_latin = !latin.all_replaceable() || latin.letters > cyrillic.letters;
  if (cyrillic.all_replaceable() && mostly_latin) {
    replace(word, look_alikes().to_latin);
  } else if (latin.all_replaceable()) {
    replace(word, look_alikes().to_cyrillic);
    std::erase_if(word, &is_mark);  // a stress mark, which Latin letters could keep
  }
}

}  // namespace

bool is_roman_numeral(std::u32string_view word) {
  std::size_t at = 0;
  for (const std::u32string_view place : {U"M", U"CDM", U"XLC", U"IVX"}) at += roman_place(word.substr(at), place);
  return at > 0 && at == word.size();
}

std::string one_script(std::string_view word) {
  const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (ascii || is_plain_cyrillic(word)) return std::string(word);
  std::u32string letters = letters_of(word);
  replace(letters, look_alikes().always);
  if (letters.size() > 1 && is_roman_numeral(letters)) {
    to_latin_numeral(letters);
  } else if (holds(letters, &is_latin) && holds(letters, &is_cyrillic)) {
    unmix(letters);
  }
  return utf8_of(letters);
}

}  // namespace izde::analysis
