#include "searcher/engine/readings.hpp"

#include "analysis/analyzer.hpp"
#include "analysis/detect.hpp"
#include "analysis/filters/function_words.hpp"
#include "analysis/filters/kazakh_misreadings.hpp"
#include "analysis/filters/russian_stem.hpp"
#include "analysis/filters/vietnamese.hpp"
#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace izde::searcher {
namespace {

using analysis::Alphabet;
using analysis::Language;
using analysis::Reading;
using analysis::Token;
using analysis::Tokens;

constexpr std::array kLatinAlphabets{Alphabet::kk_latin_2021, Alphabet::kk_latin_2019, Alphabet::kk_latin_2018,
                                     Alphabet::kk_latin_2017, Alphabet::kk_qazaqparat, Alphabet::kk_yanalif,
                                     Alphabet::kk_latin_mixed};

constexpr float kSureOfLanguage = 0.9F;
constexpr float kLikelyLanguage = 0.6F;
constexpr double kForeignWeight = 0.6;
constexpr double kForeignWeightOfOneWord = 0.8;

// What Kazakh has borrowed it has in today's spelling: съѣздъ asks for съезд there.
void add_borrowed(Tokens& tokens, std::string_view modern, const analysis::Analyzer& analyzer) {
  for (const Reading& reading : analyzer.readings(modern)) {
    if (reading.language != Language::kk) continue;
    const Tokens words = analyzer.analyze(modern, reading);
    if (words.size() == 1) tokens.push_back(words[0]);
  }
}

void collect_text(const Node& node, std::string& text) {
  if (node.op == Operator::word || node.op == Operator::phrase) text.append(node.text).append(" ");
  if (node.op == Operator::field) return;
  for (const Node& child : node.children) collect_text(child, text);
}

// The spellings of a reading's language and script that no letter of the text need tell of.
std::vector<Reading> other_spellings(const Reading& reading) {
  std::vector<Reading> others;
  if (reading.language == Language::ru && !reading.old_spelling) {
    others.push_back(reading);
    others.back().old_spelling = true;
  }
  if (reading.language == Language::kk && reading.script == analysis::Script::latin)
    for (const Alphabet alphabet : kLatinAlphabets) {
      others.push_back(reading);
      others.back().alphabet = alphabet;
    }
  return others;
}

bool are_spelt_alike(const Tokens& a, const Tokens& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Token& one, const Token& other) {
    return one->language == other->language && one->written == other->written && one->plain == other->plain;
  });
}

// How a text is read in each way that makes other words of it, likeliest first.
std::vector<Tokens> read(std::string_view text, const analysis::Analyzer& analyzer, Spellings spellings) {
  std::vector<Tokens> found;
  const std::vector<Reading> likely = analyzer.readings(text);
  for (const Reading& reading : likely) found.push_back(analyzer.analyze(text, reading));
  if (spellings == Spellings::likely) return found;
  for (const Reading& reading : likely)
    for (const Reading& other : other_spellings(reading)) {
      Tokens tokens = analyzer.analyze(text, other);
      const auto is_known = [&](const Tokens& known) { return are_spelt_alike(known, tokens); };
      if (std::none_of(found.begin(), found.end(), is_known)) found.push_back(std::move(tokens));
    }
  return found;
}

// People type surnames in lower case and common words with a capital, so both stems are tried (букейханов).
std::optional<Token> with_other_stem(const Token& token) {
  if (token->language != Language::ru) return std::nullopt;
  analysis::Faces other = *token;
  const std::string stem = analysis::russian_stem(other.plain, !other.capitalised);
  if (stem == token->stem) return std::nullopt;
  other.stem = stem;
  Token changed = token;
  changed.faces = analysis::SharedFaces(other);
  return changed;
}

// The words of a text with the stems of the other case; none where all stems are the same.
std::optional<Tokens> with_other_stems(Tokens tokens) {
  bool is_other = false;
  for (Token& token : tokens)
    if (auto changed = with_other_stem(token)) {
      token = std::move(*changed);
      is_other = true;
    }
  return is_other ? std::optional(std::move(tokens)) : std::nullopt;
}

void add_readings(Tokens& tokens, std::string_view text, const analysis::Analyzer& analyzer, Spellings spellings) {
  for (const Tokens& words : read(text, analyzer, spellings)) {
    if (words.size() != 1) continue;
    tokens.push_back(words[0]);
    if (words[0]->language != Language::ru) continue;
    if (auto other = with_other_stem(words[0])) tokens.push_back(std::move(*other));
    if (words[0]->written != words[0]->plain) add_borrowed(tokens, words[0]->plain, analyzer);
  }
}

}  // namespace

// One word tells less about the language than several, so that others are set back less.
MainLanguage main_language(const Node& root) {
  std::string text;
  collect_text(root, text);
  const auto words = std::count(text.begin(), text.end(), ' ');
  const Reading reading = analysis::detect(text);
  const bool one_word = words <= 1;
  MainLanguage main;
  main.alone = one_word;
  main.has_marks = reading.language == Language::vi && analysis::vietnamese_marked(text);
  main.lacks_letters = !analysis::has_kazakh_letter(text);
  if (reading.confidence >= kLikelyLanguage) main.likeliest = reading.language;
  if (reading.confidence >= (one_word ? kLikelyLanguage : kSureOfLanguage)) {
    main.language = reading.language;
    main.foreign_weight = one_word ? kForeignWeightOfOneWord : kForeignWeight;
  }
  const Tokens tokens = analysis::Analyzer().analyze(text, reading);
  main.has_content = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return !analysis::is_function_word(token->plain, token->language);
  });
  return main;
}

std::optional<Tokens> function_word(const Node& word, const Tokens& readings, Language main) {
  Tokens words;
  std::copy_if(readings.begin(), readings.end(), std::back_inserter(words), [&](const Token& token) {
    return (main == Language::other || token->language == main) &&
           analysis::is_function_word(token->plain, token->language);
  });
  const bool english =
      main == Language::other && analysis::is_function_word(analysis::lower_case(word.text), Language::other);
  if (words.empty() && !english) return std::nullopt;
  return words;
}

Tokens content_readings(Tokens readings) {
  Tokens content;
  std::copy_if(readings.begin(), readings.end(), std::back_inserter(content),
               [](const Token& token) { return !analysis::is_function_word(token->plain, token->language); });
  return content.empty() ? readings : content;
}

std::vector<Node> without_initials(std::span<const Node> words) {
  std::vector<Node> kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept), [](const Node& word) {
    const std::u32string letters = analysis::letters_of(word.text);
    return letters.size() != 1 || !analysis::is_upper(letters[0]);
  });
  return kept.empty() ? std::vector<Node>(words.begin(), words.end()) : kept;
}

std::vector<Tokens> readings_of_text(std::string_view text, std::span<const analysis::Analyzer> analyzers,
                                     Spellings spellings) {
  std::vector<Tokens> readings;
  for (const analysis::Analyzer& analyzer : analyzers)
    for (Tokens& tokens : read(text, analyzer, spellings)) {
      auto other = spellings == Spellings::every ? with_other_stems(tokens) : std::nullopt;
      readings.push_back(std::move(tokens));
      if (other) readings.push_back(std::move(*other));
    }
  return readings;
}

std::map<std::size_t, std::vector<Tokens>> rows_of_words(std::string_view text,
                                                         std::span<const analysis::Analyzer> analyzers,
                                                         Spellings spellings, bool without_initials) {
  std::map<std::size_t, std::vector<Tokens>> by_length;
  for (Tokens& tokens : readings_of_text(text, analyzers, spellings)) {
    std::erase_if(tokens, [](const Token& token) { return token.width != 1; });
    if (without_initials && tokens.size() > 1)
      std::erase_if(tokens, [](const Token& token) {
        return token->capitalised && analysis::letters_of(token->written).size() == 1;
      });
    if (!tokens.empty()) by_length[tokens.size()].push_back(std::move(tokens));
  }
  return by_length;
}

Tokens words_of_language(std::span<const std::string> words, Language language,
                         std::span<const analysis::Analyzer> analyzers) {
  Tokens tokens;
  for (const analysis::Analyzer& analyzer : analyzers)
    for (const std::string& word : words) {
      const Tokens read = analyzer.analyze(word, analysis::printed_reading(language));
      if (read.size() == 1 && read[0]->language == language) tokens.push_back(read[0]);
    }
  return tokens;
}

Tokens readings_of_word(std::string_view text, std::span<const analysis::Analyzer> analyzers, Spellings spellings) {
  Tokens tokens;
  for (const analysis::Analyzer& analyzer : analyzers) add_readings(tokens, text, analyzer, spellings);
  return tokens;
}

}  // namespace izde::searcher
