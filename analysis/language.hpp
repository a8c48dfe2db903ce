// The languages Izde reads, and how a passage of one is written. A Reading is decided once per passage (detect.hpp),
// stored with it, and used again whenever the passage is analysed, so that the same bytes always give the same tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace izde::analysis {

enum class Language : std::uint8_t { other, vi, kk, ru };
enum class Script : std::uint8_t { other, latin, cyrillic, arabic };

/// The alphabet a Kazakh passage is spelt in; the same Latin letter has different values in different drafts, so this
/// is decided per passage, never per letter (tables/kk_scripts.tsv). `none` for other languages.
enum class Alphabet : std::uint8_t {
  none,
  kk_cyrillic,
  kk_arabic,
  kk_latin_2021,
  kk_latin_2019,
  kk_latin_2018,
  kk_latin_2017,
  kk_qazaqparat,
  kk_yanalif,
  kk_latin_mixed
};

/// How a passage or a query word is to be read.
struct Reading {
  Language language = Language::other;
  Script script = Script::other;
  Alphabet alphabet = Alphabet::none;
  bool old_spelling = false;  ///< Russian with evidence of the orthography before 1918 (ѣ і ѳ ѵ, final ъ)
  float confidence = 0;       ///< 0..1
  friend bool operator==(const Reading&, const Reading&) = default;
};

/// As printed today in the language's first script (`other`: Latin): for words of tables and lexicons.
Reading printed_reading(Language language);

/// "vi", "kk", "ru" or "other".
std::string_view code(Language language);
/// ISO 15924: "Latn", "Cyrl", "Arab" or "Zyyy".
std::string_view code(Script script);
/// The language of a BCP 47 tag ("kk", "kk-Arab", "ru-petr1708", "VI"); nothing for a tag of another language.
std::optional<Language> language_of_tag(std::string_view bcp47);

}  // namespace izde::analysis
