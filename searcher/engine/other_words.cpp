#include "searcher/engine/other_words.hpp"

#include "analysis/filters/kazakh_letters.hpp"
#include "analysis/filters/kazakh_stem.hpp"
#include "analysis/letters.hpp"

#include <algorithm>

namespace izde::searcher {
namespace {

using analysis::Language;
using analysis::StemUse;
using analysis::Token;

bool is_arabic(std::string_view utf8) {
  return !utf8.empty() && analysis::is_arabic(analysis::letter_at(utf8, 0).value);
}

bool is_vowel(char32_t letter) {
  return std::u32string_view(U"аеёиоуыэюяіѣѵй").find(letter) != std::u32string_view::npos;
}

// Whether the old spelling has other letters at a place, for which today has the same one.
bool differ_at(const std::u32string& one, const std::u32string& other, std::size_t i) {
  const auto pair = [&](char32_t a, char32_t b) {
    return (one[i] == a && other[i] == b) || (one[i] == b && other[i] == a);
  };
  if (pair(U'ѣ', U'е')) return true;
  return pair(U'і', U'и') && i + 1 < one.size() && i + 1 < other.size() && !is_vowel(one[i + 1]) &&
         !is_vowel(other[i + 1]);
}

}  // namespace

bool is_other_word(const Token& word, const schema::Form& form) {
  return word->language == Language::kk && !is_arabic(word->written) && !is_arabic(form.written) &&
         analysis::differ_in_vowels(word->stem, form.stem);
}

bool are_told_apart(std::string_view written, std::string_view other) {
  const std::u32string one = analysis::letters_of(written);
  const std::u32string two = analysis::letters_of(other);
  for (std::size_t i = 0; i < std::min(one.size(), two.size()); ++i) {
    if (one[i] == two[i]) continue;
    return differ_at(one, two, i);
  }
  return false;
}

ListedWord::ListedWord(const Token& word, const thesaurus::Dictionary& dictionary) {
  if (word->language == Language::kk && dictionary.has_headword(word->plain, thesaurus::Tongue::kk))
    *this = ListedWord(word);
}

ListedWord::ListedWord(const Token& word) {
  if (word->language != Language::kk) return;
  const StemUse use = analysis::stem_use(word->plain, word->stem);
  if (use != StemUse::nominal && use != StemUse::verbal) return;
  stem_ = word->stem;
  is_verb_ = use == StemUse::verbal;
}

bool ListedWord::is_other(const schema::Form& form) const {
  if (stem_.empty() || form.stem != stem_) return false;
  return analysis::stem_use(form.plain, form.stem) == (is_verb_ ? StemUse::nominal : StemUse::verbal);
}

void set_back_unlisted(Atom& atom, const analysis::Tokens& readings, const thesaurus::Dictionary& dictionary) {
  const auto listed = [&](Language language, thesaurus::Tongue tongue) {
    return std::any_of(readings.begin(), readings.end(), [&](const Token& token) {
      return token->language == language && dictionary.has_headword(token->plain, tongue);
    });
  };
  if (!listed(Language::kk, thesaurus::Tongue::kk) || listed(Language::ru, thesaurus::Tongue::ru)) return;
  for (Alternative& alternative : atom.alternatives)
    if (alternative.language == Language::ru && alternative.reason < Reason::prefix) alternative.weak = true;
}

}  // namespace izde::searcher
