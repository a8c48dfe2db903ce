// The languages as a table: for each, how a word comes by its faces. A new language is a file beside this one, with a
// paragraph that reads downwards, and its row in languages.cpp.
#pragma once

#include <string>
#include <string_view>

#include "analysis/language.hpp"

namespace izde::analysis {

class KazakhSupport;

/// Faces (token.hpp says what they are) depend on nothing but the word, the reading
/// and the capital, so that a query word gets those of the text.
struct LanguageRow {
  Language language;
  /// Lower case of a word of the text, NFC.
  std::string (*written)(std::string_view word, const Reading& reading);
  /// One spelling of a written word without hyphens.
  std::string (*plain)(std::string_view written, const Reading& reading);
  /// `support`: the words that Kazakh is stemmed by.
  std::string (*stem)(std::string_view plain, bool capitalised, const KazakhSupport& support);
  std::string (*key)(std::string_view stem);
};

extern const LanguageRow kOther;
extern const LanguageRow kVietnamese;
extern const LanguageRow kKazakh;
extern const LanguageRow kRussian;

const LanguageRow& row_of(Language language);

/// Whose chain reads a word of a passage: the passage's own where the word is in its script, else the language that the
/// word's letters speak for. Cyrillic with a letter that only Kazakh has is Kazakh anywhere, with ѣ, ѵ or ъ at the end
/// Russian; between languages of other scripts і before a consonant or at the end is Kazakh too, any other word
/// Russian. Arabic letters are Kazakh; Latin ones amid Cyrillic or Arabic are `other`. Requires a word, not empty.
Language language_of(std::string_view word, const Reading& reading);

/// Letters that may end a word with an apostrophe in the alphabet of this reading (boundaries.hpp); often none.
std::u32string_view apostrophe_letters(const Reading& reading);

}  // namespace izde::analysis
