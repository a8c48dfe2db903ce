#include "analysis/filters/kazakh_letters.hpp"

#include <array>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

constexpr char32_t kFirst = 0x400;
constexpr std::size_t kBlock = 0x100;

Harmony harmony_of(std::string_view cell) {
  if (cell == "back") return Harmony::back;
  return cell == "front" ? Harmony::front : Harmony::none;
}

Vowel vowel_of(std::string_view cell) {
  if (cell == "native") return Vowel::native;
  return cell == "closing" ? Vowel::closing : Vowel::none;
}

std::array<KazakhLetter, kBlock> read_letters() {
  std::array<KazakhLetter, kBlock> letters;
  std::uint8_t index = 0;
  for (const Row& row : rows_of(tables::kk_letters)) {
    KazakhLetter& letter = letters.at(letter_at(row[0], 0).value - kFirst);
    letter.index = ++index;
    letter.vowel = vowel_of(row[1]);
    letter.harmony = harmony_of(row[2]);
    letter.partner = row[3].empty() ? 0 : letter_at(row[3], 0).value;
    letter.twin_first = row[4] == "first";
    letter.shows = harmony_of(row[5]);
    letter.final = row[6].empty() ? 0 : letter_at(row[6], 0).value;
    letter.arabic = letters_of(row[7]);
  }
  return letters;
}

}  // namespace

const KazakhLetter& kazakh_letter(char32_t letter) {
  static const std::array<KazakhLetter, kBlock> letters = read_letters();
  static const KazakhLetter stranger;
  return letter >= kFirst && letter < kFirst + kBlock ? letters[letter - kFirst] : stranger;
}

bool differ_in_vowels(std::string_view stem, std::string_view other) {
  if (stem == other) return false;
  const std::u32string one = letters_of(stem);
  const std::u32string two = letters_of(other);
  if (one.size() != two.size()) return false;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (one[i] == U'ә' || two[i] == U'ә' || one[i] == two[i]) continue;
    if (kazakh_letter(one[i]).partner == two[i] || kazakh_letter(two[i]).partner == one[i]) return true;
  }
  return false;
}

}  // namespace izde::analysis
