#include "analysis/filters/name_key.hpp"
#include "analysis/filters/russian_spelling.hpp"
#include "analysis/filters/russian_stem.hpp"
#include "analysis/languages/languages.hpp"
#include "analysis/unicode.hpp"

namespace izde::analysis {
namespace {

std::string written(std::string_view word, const Reading&) { return lower_case(word); }

/// Съѣздовъ → съѣздовъ → съездов → съезд; с'ездов likewise. A single old word amid a text of today is rewritten too.
std::string plain(std::string_view written, const Reading& reading) {
  const std::string spelt = plain_russian(written);
  return reading.old_spelling || is_old_spelling(spelt) ? modern_russian(spelt) : spelt;
}

std::string stem(std::string_view plain, bool capitalised, const KazakhSupport&) {
  return russian_stem(plain, capitalised);
}

std::string key(std::string_view stem) { return name_key(stem, Language::ru, Script::cyrillic); }

}  // namespace

const LanguageRow kRussian{Language::ru, &written, &plain, &stem, &key};

}  // namespace izde::analysis
