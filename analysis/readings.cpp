#include <algorithm>
#include <array>
#include <span>

#include "analysis/analyzer.hpp"
#include "analysis/detect.hpp"
#include "analysis/filters/russian_spelling.hpp"
#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"

namespace izde::analysis {
namespace {

constexpr Reading kVi{Language::vi, Script::latin, Alphabet::none, false, 0};
constexpr Reading kRu{Language::ru, Script::cyrillic, Alphabet::none, false, 0};
constexpr Reading kOldRu{Language::ru, Script::cyrillic, Alphabet::none, true, 0};
constexpr Reading kKk{Language::kk, Script::cyrillic, Alphabet::kk_cyrillic, false, 0};
constexpr Reading kArabicKk{Language::kk, Script::arabic, Alphabet::kk_arabic, false, 0};
constexpr Reading kOther{Language::other, Script::latin, Alphabet::none, false, 0};

/// Alphabets of Kazakh with Latin letters, those in use today first.
constexpr std::array kLatinAlphabets{Alphabet::kk_latin_2021, Alphabet::kk_latin_2018, Alphabet::kk_qazaqparat,
                                     Alphabet::kk_latin_2019, Alphabet::kk_latin_2017, Alphabet::kk_latin_mixed,
                                     Alphabet::kk_yanalif};

constexpr Reading latin_kazakh(Alphabet alphabet) { return {Language::kk, Script::latin, alphabet, false, 0}; }

bool holds_script(std::string_view text, Script script) {
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    if (script_of(letter.value) == script) return true;
    at += letter.bytes;
  }
  return false;
}

bool holds_old_spelling(const Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return is_old_spelling(token->written); });
}

/// As far as the texts that it can find go, a reading is its language, alphabet and spelling.
bool same(const Reading& a, const Reading& b) {
  return a.language == b.language && a.alphabet == b.alphabet && a.old_spelling == b.old_spelling;
}

std::vector<std::string> keys_of(const Tokens& tokens) {
  std::vector<std::string> keys;
  for (const Token& token : tokens) keys.emplace_back(token->key);
  return keys;
}

/// Alphabets under which the text has other keys than under those before.
std::vector<Alphabet> distinct_alphabets(const Analyzer& analyzer, std::string_view text, const Reading& likeliest) {
  std::vector<Alphabet> order(kLatinAlphabets.begin(), kLatinAlphabets.end());
  const auto first = std::find(order.begin(), order.end(), likeliest.alphabet);
  if (first != order.end()) std::rotate(order.begin(), first, first + 1);
  std::vector<Alphabet> distinct;
  std::vector<std::vector<std::string>> seen;
  for (const Alphabet alphabet : order) {
    std::vector<std::string> keys = keys_of(analyzer.analyze(text, latin_kazakh(alphabet)));
    if (std::find(seen.begin(), seen.end(), keys) != seen.end()) continue;
    seen.push_back(std::move(keys));
    distinct.push_back(alphabet);
  }
  return distinct;
}

}  // namespace

std::vector<Reading> Analyzer::readings(std::string_view query_text) const {
  const Reading likeliest = detect(query_text);
  std::vector<Reading> readings;
  if (holds_script(query_text, Script::cyrillic)) {
    readings.push_back(kRu);
    if (holds_old_spelling(analyze(query_text, kRu))) readings.push_back(kOldRu);
    readings.push_back(kKk);
  }
  if (holds_script(query_text, Script::arabic)) readings.push_back(kArabicKk);
  if (holds_script(query_text, Script::latin)) {
    readings.push_back(kVi);
    for (const Alphabet alphabet : distinct_alphabets(*this, query_text, likeliest)) {
      readings.push_back(latin_kazakh(alphabet));
    }
    readings.push_back(kOther);
  }
  if (readings.empty()) readings = {kVi, kKk, kRu};
  const auto found = std::find_if(readings.begin(), readings.end(),
                                  [&likeliest](const Reading& reading) { return same(reading, likeliest); });
  if (found != readings.end()) {
    found->confidence = likeliest.confidence;
    std::rotate(readings.begin(), found, found + 1);
  }
  return readings;
}

}  // namespace izde::analysis
