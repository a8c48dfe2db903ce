#include "analysis/languages/languages.hpp"

#include <algorithm>
#include <array>

#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"

namespace izde::analysis {
namespace {

constexpr std::array<const LanguageRow*, 4> kRows{&kOther, &kVietnamese, &kKazakh, &kRussian};

constexpr std::u32string_view kKazakhLetters = U"әғқңұүһӘҒҚҢҰҮҺ";
constexpr std::u32string_view kBarredO = U"өӨ";
constexpr std::u32string_view kRussianLetters = U"ѣѵѢѴ";
constexpr std::u32string_view kHardSigns = U"ъЪ";
constexpr std::u32string_view kVowels = U"аеёиоуыэюяйіѣАЕЁИОУЫЭЮЯЙІѢ";

bool holds(std::u32string_view word, std::u32string_view letters) { return word.find_first_of(letters) != word.npos; }

/// бір, кісі, but not мнѣніе or Россія.
bool holds_kazakh_i(std::u32string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool before_vowel = i + 1 < word.size() && kVowels.find(word[i + 1]) != kVowels.npos;
    if ((word[i] == U'і' || word[i] == U'І') && !before_vowel) return true;
  }
  return false;
}

Language cyrillic_language(std::u32string_view word, const Reading& reading) {
  if (holds(word, kKazakhLetters)) return Language::kk;
  // Ѳ is often typed Ө in old Russian texts: Өедоръ.
  const bool old_russian = reading.language == Language::ru && reading.old_spelling;
  if (holds(word, kBarredO) && !old_russian) return Language::kk;
  const bool hard_end = kHardSigns.find(word.back()) != kHardSigns.npos;
  if (hard_end || holds(word, kRussianLetters)) return Language::ru;
  if (reading.language == Language::ru || reading.language == Language::kk) return reading.language;
  return holds_kazakh_i(word) ? Language::kk : Language::ru;
}

bool is_latin_kazakh(const Reading& reading) {
  return reading.language == Language::kk && reading.alphabet >= Alphabet::kk_latin_2021;
}

}  // namespace

const LanguageRow& row_of(Language language) {
  return **std::find_if(kRows.begin(), kRows.end(),
                        [language](const LanguageRow* row) { return row->language == language; });
}

Language language_of(std::string_view word, const Reading& reading) {
  switch (script_of(word)) {
    case Script::cyrillic:
      return cyrillic_language(letters_of(word), reading);
    case Script::arabic:
      return Language::kk;
    case Script::latin:
      return reading.language == Language::vi || is_latin_kazakh(reading) ? reading.language : Language::other;
    case Script::other:
      break;
  }
  return Language::other;
}

}  // namespace izde::analysis
