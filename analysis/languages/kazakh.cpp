#include <algorithm>
#include <array>
#include <utility>

#include "analysis/filters/kazakh_scripts.hpp"
#include "analysis/filters/kazakh_spellings.hpp"
#include "analysis/filters/kazakh_stem.hpp"
#include "analysis/languages/languages.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

/// A word in another script than its passage is in the one alphabet of that script.
Alphabet alphabet_of(std::string_view word, const Reading& reading) {
  switch (script_of(word)) {
    case Script::cyrillic:
      return Alphabet::kk_cyrillic;
    case Script::arabic:
      return Alphabet::kk_arabic;
    default:
      return reading.alphabet;
  }
}

/// Alphabets with the letter ı pair it with the capital I; Yañalif has ь instead.
std::array<bool, kAlphabets + 1> read_dotless_alphabets() {
  std::array<bool, kAlphabets + 1> dotless{};
  const Row header = header_of(tables::kk_scripts);
  for (const Row& row : rows_of(tables::kk_scripts)) {
    for (std::size_t column = 1; column < row.size(); ++column) {
      if (row[column] != "ı") continue;
      for (const Alphabet alphabet : alphabets_of(header[column])) dotless[static_cast<std::size_t>(alphabet)] = true;
    }
  }
  return dotless;
}

std::string written(std::string_view word, const Reading& reading) {
  static const auto dotless = read_dotless_alphabets();
  const bool turkic = dotless[static_cast<std::size_t>(alphabet_of(word, reading))];
  return lower_case(word, turkic ? DottedI::turkic : DottedI::plain);
}

/// Ókimettiń (2018) → ókimettiń → өкіметтің → өкімет, to be met in any script as окымет. A foreign word with letters
/// that the alphabet has not (Việt) stays as it is.
std::string plain(std::string_view written, const Reading& reading) {
  std::u32string letters = letters_of(kazakh_cyrillic(written, alphabet_of(written, reading)));
  if (std::any_of(letters.begin(), letters.end(), &is_latin)) letters = letters_of(written);
  std::erase_if(letters, [](char32_t c) { return c == U'\'' || is_mark(c); });
  return utf8_of(letters);
}

std::string stem(std::string_view plain, bool, const KazakhSupport& support) { return kazakh_stem(plain, support); }

std::string key(std::string_view stem) { return arabic_grade(stem); }

std::u32string read_apostrophe_letters() {
  std::u32string letters;
  for (const auto& [first, spellings] : alphabet_table(Alphabet::kk_latin_2017).spellings) {
    for (const Spelling& spelling : spellings) {
      if (spelling.written.size() > 1 && spelling.written.back() == U'\'') {
        letters += spelling.written[spelling.written.size() - 2];
      }
    }
  }
  const std::size_t small = letters.size();
  for (std::size_t i = 0; i < small; ++i) letters += letters[i] - U'a' + U'A';
  return letters;
}

}  // namespace

const LanguageRow kKazakh{Language::kk, &written, &plain, &stem, &key};

std::u32string_view apostrophe_letters(const Reading& reading) {
  static const std::u32string letters = read_apostrophe_letters();
  return reading.alphabet == Alphabet::kk_latin_2017 ? std::u32string_view(letters) : std::u32string_view();
}

}  // namespace izde::analysis
