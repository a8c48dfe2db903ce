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
#include <iterator>
#include <string>

namespace izde::searcher {
namespace {

using analysis::Language;
using analysis::Reading;
using analysis::Token;
using analysis::Tokens;

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

void add_readings(Tokens& tokens, std::string_view text, const analysis::Analyzer& analyzer) {
  for (const Reading& reading : analyzer.readings(text)) {
    const Tokens words = analyzer.analyze(text, reading);
    if (words.size() != 1) continue;
    tokens.push_back(words[0]);
    if (words[0]->language != Language::ru) continue;
    // People type surnames in lower case and common words with a capital, so both stems are tried (букейханов).
    analysis::Faces other = *words[0];
    const std::string stem = analysis::russian_stem(other.plain, !other.capitalised);
    other.stem = stem;
    if (stem != words[0]->stem) {
      tokens.push_back(words[0]);
      tokens.back().faces = analysis::SharedFaces(other);
    }
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

std::vector<Tokens> readings_of_text(std::string_view text, std::span<const analysis::Analyzer> analyzers) {
  std::vector<Tokens> readings;
  for (const analysis::Analyzer& analyzer : analyzers)
    for (const Reading& reading : analyzer.readings(text)) readings.push_back(analyzer.analyze(text, reading));
  return readings;
}

std::map<std::size_t, std::vector<Tokens>> rows_of_words(std::string_view text,
                                                         std::span<const analysis::Analyzer> analyzers,
                                                         bool without_initials) {
  std::map<std::size_t, std::vector<Tokens>> by_length;
  for (Tokens& tokens : readings_of_text(text, analyzers)) {
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

Tokens readings_of_word(std::string_view text, std::span<const analysis::Analyzer> analyzers) {
  Tokens tokens;
  for (const analysis::Analyzer& analyzer : analyzers) add_readings(tokens, text, analyzer);
  return tokens;
}

}  // namespace izde::searcher
