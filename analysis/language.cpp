#include "analysis/language.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace izde::analysis {
namespace {
constexpr std::array<std::string_view, 4> kLanguages{"other", "vi", "kk", "ru"};
constexpr std::array<std::string_view, 4> kScripts{"Zyyy", "Latn", "Cyrl", "Arab"};
}  // namespace

Reading printed_reading(Language language) {
  const bool cyrillic = language == Language::kk || language == Language::ru;
  return {language, cyrillic ? Script::cyrillic : Script::latin,
          language == Language::kk ? Alphabet::kk_cyrillic : Alphabet::none, false, 1};
}

std::string_view code(Language language) { return kLanguages[static_cast<std::size_t>(language)]; }

std::string_view code(Script script) { return kScripts[static_cast<std::size_t>(script)]; }

std::optional<Language> language_of_tag(std::string_view bcp47) {
  std::string primary(bcp47.substr(0, bcp47.find_first_of("-_")));
  std::transform(primary.begin(), primary.end(), primary.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto row = std::find(kLanguages.begin() + 1, kLanguages.end(), primary);
  if (row == kLanguages.end()) return std::nullopt;
  return static_cast<Language>(row - kLanguages.begin());
}

}  // namespace izde::analysis
