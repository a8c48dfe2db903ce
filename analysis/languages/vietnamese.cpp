#include "analysis/filters/vietnamese.hpp"
#include "analysis/languages/languages.hpp"
#include "analysis/unicode.hpp"

namespace izde::analysis {
namespace {

std::string written(std::string_view word, const Reading&) { return lower_case(word); }

/// Syllables do not inflect: Hoà → hoà → hòa, and without marks hoa. Words that are no syllables go the same way.
std::string plain(std::string_view written, const Reading&) { return vietnamese_plain(written); }

std::string stem(std::string_view plain, bool, const KazakhSupport&) { return std::string(plain); }

std::string key(std::string_view stem) { return vietnamese_unmarked(stem); }

}  // namespace

const LanguageRow kVietnamese{Language::vi, &written, &plain, &stem, &key};

}  // namespace izde::analysis
