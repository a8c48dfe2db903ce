#include "analysis/filters/function_words.hpp"

#include <array>
#include <set>
#include <string>

#include "analysis/filters/kazakh_scripts.hpp"
#include "analysis/filters/vietnamese.hpp"
#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

using Words = std::array<std::set<std::string, std::less<>>, 4>;  // by Language

std::string compared(std::string_view plain, Language language) {
  return language == Language::kk ? arabic_grade(plain) : std::string(plain);
}

Words load() {
  Words words;
  for (const Row& row : rows_of(tables::function_words)) {
    const Language language = language_of_tag(row[0]).value_or(Language::other);
    for (const std::string_view word : parts_of(row[1], ' ')) {
      words[static_cast<std::size_t>(language)].insert(
          compared(language == Language::vi ? vietnamese_plain(word) : std::string(word), language));
    }
  }
  return words;
}

}  // namespace

bool is_function_word(std::string_view plain, Language language) {
  static const Words words = load();
  return words[static_cast<std::size_t>(language)].contains(compared(plain, language));
}

}  // namespace izde::analysis
