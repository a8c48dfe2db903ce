#include "analysis/filters/latin_marks.hpp"
#include "analysis/languages/languages.hpp"
#include "analysis/unicode.hpp"

namespace izde::analysis {
namespace {

std::string written(std::string_view word, const Reading&) { return lower_case(word); }

/// What is not of our languages is only folded: Bökeikhanov → bökeikhanov, to be met as bokeikhanov.
std::string plain(std::string_view written, const Reading&) { return std::string(written); }

std::string stem(std::string_view plain, bool, const KazakhSupport&) { return std::string(plain); }

std::string key(std::string_view stem) { return unmarked(stem); }

}  // namespace

const LanguageRow kOther{Language::other, &written, &plain, &stem, &key};

}  // namespace izde::analysis
