#include "searcher/engine/titles.hpp"

#include "analysis/filters/russian_spelling.hpp"
#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

namespace izde::searcher {
namespace {

constexpr std::size_t kBeginning = 5;  // letters of a word that its endings leave alone
constexpr std::size_t kShortest = 3;   // letters of a word that says something

using Words = std::set<std::u32string>;

Words words_of(std::string_view title) {
  Words words;
  std::u32string word;
  const auto end_word = [&] {
    const std::u32string today = analysis::letters_of(analysis::modern_russian(analysis::utf8_of(word)));
    if (today.size() >= kShortest) words.insert(today.substr(0, kBeginning));
    word.clear();
  };
  for (const char32_t letter : analysis::letters_of(analysis::lower_case(title))) {
    if (analysis::is_letter(letter) || analysis::is_mark(letter)) {
      word += letter;
    } else if (!word.empty()) {
      end_word();
    }
  }
  if (!word.empty()) end_word();
  return words;
}

bool are_one(const Words& a, const Words& b) {
  const auto shared =
      static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const auto& word) { return b.contains(word); }));
  return 2 * shared > std::min(a.size(), b.size());
}

}  // namespace

std::vector<std::string> other_titles(std::string_view what, const std::vector<std::string>& titles) {
  std::vector<Words> known{words_of(what)};
  std::vector<std::string> others;
  for (const std::string& title : titles) {
    Words words = words_of(title);
    const bool is_new = !words.empty() && std::none_of(known.begin(), known.end(),
                                                       [&](const Words& other) { return are_one(words, other); });
    if (!is_new) continue;
    others.push_back(title);
    known.push_back(std::move(words));
  }
  return others;
}

}  // namespace izde::searcher
