#include "searcher/engine/counted.hpp"

#include "analysis/filters/function_words.hpp"
#include "analysis/numbers.hpp"
#include "schema/terms.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace izde::searcher {
namespace {

using analysis::Language;
using analysis::Token;
using analysis::Tokens;

constexpr double kFarthestTimes = 3;
constexpr std::size_t kFarthest = 3;  // words between a number and what it counts: 20 to 35 years

bool is_large(const CountedThing& thing) { return analysis::is_large_number(thing.value); }

// 13,500 and 26,500 may be two answers, 25 and 13,500 are not.
bool are_of_one_order(const std::string& one, const std::string& other) {
  const double first = analysis::magnitude(one);
  const double second = analysis::magnitude(other);
  return std::max(first, second) <= kFarthestTimes * std::min(first, second);
}

// Words of a noun in which its forms are one: stems, in Vietnamese the syllables with their marks.
std::string key_of(const std::vector<const Token*>& words) {
  std::string key;
  for (const Token* word : words) {
    const analysis::Faces& faces = **word;
    key.append(key.empty() ? "" : " ");
    key.append(faces.language == Language::vi ? "V" + std::string(faces.plain) : schema::stem_term(faces));
  }
  return key;
}

std::vector<const Token*> single_words(const Tokens& tokens) {
  std::vector<const Token*> words;
  for (const Token& token : tokens)
    if (token.width == 1) words.push_back(&token);
  return words;
}

class Counter {
 public:
  Counter(const schema::Passage& passage, const analysis::Analyzer& analyzer, const thesaurus::Dictionary& dictionary)
      : passage_(passage),
        analyzer_(analyzer),
        tokens_(analyzer.analyze(passage.text, passage.reading)),
        words_(single_words(tokens_)),
        entries_(dictionary.find(tokens_, analyzer)) {}

  std::vector<CountedThing> things() const {
    std::vector<CountedThing> things;
    for (const analysis::FoundNumber& number : analysis::find_numbers(tokens_)) {
      if (is_dated(number.span)) continue;
      CountedThing thing = thing_of(number);
      if (thing.noun.empty() && !is_large(thing)) continue;
      if (thing.noun.empty() && !things.empty() && is_large(things.back())) {
        thing.known = things.back().known;
        thing.key = things.back().key;
        thing.keys = things.back().keys;
      }
      things.push_back(std::move(thing));
    }
    return things;
  }

 private:
  bool is_dated(const analysis::Span& span) const {
    return std::any_of(passage_.dates.begin(), passage_.dates.end(), [&](const analysis::FoundDate& date) {
      return date.span.begin <= span.begin && span.end <= date.span.end;
    });
  }

  bool is_number(const Token& word) const {
    return !word->plain.empty() && word->plain.front() >= '0' && word->plain.front() <= '9';
  }

  std::string printed(std::uint32_t begin, std::uint32_t end) const { return passage_.text.substr(begin, end - begin); }

  // Whether nothing but blanks parts two words: a sentence or a bracket that ends tells of something else.
  bool stand_together(const Token& one, const Token& other) const {
    const std::string_view between =
        std::string_view(passage_.text).substr(one.span.end, other.span.begin - one.span.end);
    return between.find_first_not_of(" \n\t\xC2\xA0\xE2\x80\xAF") == std::string_view::npos ||
           (is_number(one) && is_number(other));
  }

  // The first word after the number that is neither another number nor a function word between the two.
  std::optional<std::size_t> noun_after(std::size_t number) const {
    for (std::size_t i = number + 1; i < std::min(words_.size(), number + 1 + kFarthest); ++i) {
      if (!stand_together(*words_[i - 1], *words_[i])) return std::nullopt;
      const Token& word = *words_[i];
      const bool joins =
          i + 1 < words_.size() && is_number(*words_[i + 1]) && analysis::is_function_word(word->plain, word->language);
      if (is_number(word) || joins) continue;
      if (analysis::is_function_word(word->plain, word->language) || is_dated(word.span)) return std::nullopt;
      return i;
    }
    return std::nullopt;
  }

  CountedThing thing_of(const analysis::FoundNumber& number) const {
    const auto at = std::find_if(words_.begin(), words_.end(),
                                 [&](const Token* word) { return word->span.begin >= number.span.begin; });
    const auto noun = noun_after(static_cast<std::size_t>(at - words_.begin()));
    CountedThing thing;
    thing.value = number.value;
    thing.words = printed(number.span.begin, number.span.end);
    if (!noun) return thing;
    const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const thesaurus::Translated& one) { return one.position == *noun; });
    const std::size_t width = entry == entries_.end() ? 1 : entry->width;
    const std::vector<const Token*> words(
        words_.begin() + static_cast<std::ptrdiff_t>(*noun),
        words_.begin() + static_cast<std::ptrdiff_t>(std::min(*noun + width, words_.size())));
    thing.words = printed(number.span.begin, words.back()->span.end);
    thing.noun = printed(words.front()->span.begin, words.back()->span.end);
    thing.key = key_of(words);
    thing.keys.insert(thing.key);
    thing.known = entry != entries_.end();
    if (entry != entries_.end())
      for (const thesaurus::Equivalent& equivalent : entry->equivalents) add_key(equivalent, thing.keys);
    return thing;
  }

  void add_key(const thesaurus::Equivalent& equivalent, std::set<std::string>& keys) const {
    const auto language = thesaurus::language_of(equivalent.tongue);
    if (!language) return;
    const Tokens tokens = analyzer_.analyze(equivalent.text, analysis::printed_reading(*language));
    if (std::string key = key_of(single_words(tokens)); !key.empty()) keys.insert(std::move(key));
  }

  const schema::Passage& passage_;
  const analysis::Analyzer& analyzer_;
  const Tokens tokens_;
  const std::vector<const Token*> words_;
  const std::vector<thesaurus::Translated> entries_;
};

}  // namespace

std::vector<CountedThing> counted_things(const schema::Passage& passage, const analysis::Analyzer& analyzer,
                                         const thesaurus::Dictionary& dictionary) {
  return Counter(passage, analyzer, dictionary).things();
}

bool answer_alike(const CountedThing& one, const CountedThing& other) {
  if (one.value == other.value && is_large(one)) return true;
  if (one.key.empty() || other.key.empty() || !are_of_one_order(one.value, other.value)) return false;
  return one.keys.contains(other.key) || other.keys.contains(one.key);
}

}  // namespace izde::searcher
