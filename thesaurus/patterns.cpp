#include "thesaurus/patterns.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "analysis/filters/latin_marks.hpp"
#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"

namespace izde::thesaurus {
namespace {

using analysis::Alphabet;
using analysis::Language;
using analysis::Reading;
using analysis::Script;

constexpr std::size_t kMostJoinedParts = 2;  ///< spaced names of so many words are sought joined as well

/// Subtags of a Kazakh label's tag that name its alphabet. Latin without one is the alphabet of 2021.
struct AlphabetRow {
  std::string_view subtag;
  Alphabet alphabet;
};
constexpr std::array<AlphabetRow, 4> kAlphabets{{{"acute18", Alphabet::kk_latin_2018},
                                                 {"apos17", Alphabet::kk_latin_2017},
                                                 {"2019", Alphabet::kk_latin_2019},
                                                 {"baku1926", Alphabet::kk_yanalif}}};

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

Alphabet alphabet_of(std::string_view tag, Script script) {
  if (script == Script::cyrillic) return Alphabet::kk_cyrillic;
  if (script == Script::arabic) return Alphabet::kk_arabic;
  const auto names_it = [&](const AlphabetRow& row) { return tag.find(row.subtag) != std::string_view::npos; };
  const auto* row = std::find_if(kAlphabets.begin(), kAlphabets.end(), names_it);
  return row == kAlphabets.end() ? Alphabet::kk_latin_2021 : row->alphabet;
}

/// The ways to read a label: the one its tag says, where tag and letters go together, else whatever its letters allow.
std::vector<Reading> readings_of(const Label& label, const analysis::Analyzer& analyzer) {
  const std::string tag = lower_ascii(label.tag);
  const Script script = analysis::script_of(std::string_view(label.text));
  const std::optional<Language> language = analysis::language_of_tag(tag);
  if (language == Language::kk) return {{Language::kk, script, alphabet_of(tag, script), false, 1}};
  if (language == Language::ru && script == Script::cyrillic) {
    return {{Language::ru, script, Alphabet::none, tag.find("petr1708") != std::string::npos, 1}};
  }
  if (language == Language::vi && script == Script::latin) return {{Language::vi, script, Alphabet::none, false, 1}};
  if (script == Script::latin && !tag.empty()) return {{Language::other, script, Alphabet::none, false, 1}};
  return analyzer.readings(label.text);
}

PatternWord word_of(const analysis::Token& token, Comparison comparison) {
  PatternWord word{std::string(token->written), std::string(token->plain), {}, token->capitalised};
  if (analysis::script_of(token->written) == Script::arabic) word.capitalised = true;
  if (comparison == Comparison::kazakh) word.root = token->key;
  if (comparison == Comparison::latin) word.root = latin_root(token->written);
  return word;
}

std::vector<Comparison> comparisons_of(const Label& label, const Reading& reading) {
  if (label.kind == LabelKind::exact) return {Comparison::exact};
  std::vector<Comparison> comparisons;
  if (reading.language == Language::ru) comparisons.push_back(Comparison::russian);
  if (reading.language == Language::kk) comparisons.push_back(Comparison::kazakh);
  if (reading.script == Script::latin) comparisons.push_back(Comparison::latin);
  return comparisons;
}

bool is_hyphen(char32_t c) { return c == U'-' || c == U'\u2010' || c == U'\u2011'; }

/// The label with the hyphens between its words as spaces: its words, however they are joined in a text. 1-й stays.
std::string parted(std::string_view text) {
  std::u32string letters = analysis::letters_of(text);
  for (std::size_t i = 1; i < letters.size(); ++i) {
    if (is_hyphen(letters[i]) && !analysis::is_digit(letters[i - 1])) letters[i] = U' ';
  }
  return analysis::utf8_of(letters);
}

/// The label as one word, or "" where nobody would write it so: only letters, hyphens and spaces; with spaces, short
/// and every word capitalised.
std::string joined(std::string_view text) {
  std::u32string together;
  std::size_t parts = 1, spaces = 0, capitals = 0;
  bool starts_word = true;
  for (const char32_t c : analysis::letters_of(text)) {
    const bool space = c == U' ';
    if (space || is_hyphen(c)) {
      ++parts;
      if (space) ++spaces;
      starts_word = true;
      continue;
    }
    if (!analysis::is_letter(c) && !analysis::is_mark(c)) return {};
    if (starts_word && analysis::is_upper(c)) ++capitals;
    starts_word = false;
    together.push_back(c);
  }
  const bool caseless = analysis::script_of(text) == Script::arabic;
  if (parts == 1 || (spaces > 0 && (parts > kMostJoinedParts || (capitals < parts && !caseless)))) return {};
  return analysis::utf8_of(together);
}

void add_pattern(std::vector<Pattern>& patterns, Pattern pattern) {
  if (pattern.words.empty() || std::find(patterns.begin(), patterns.end(), pattern) != patterns.end()) return;
  patterns.push_back(std::move(pattern));
}

bool has_exact_twin(const Concept& named, const Label& label) {
  return label.kind != LabelKind::exact &&
         std::any_of(named.labels.begin(), named.labels.end(), [&](const Label& other) {
           return other.kind == LabelKind::exact && other.text == label.text &&
                  analysis::language_of_tag(other.tag) == analysis::language_of_tag(label.tag);
         });
}

}  // namespace

std::string latin_root(std::string_view written) {
  const bool bare = std::all_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return bare ? std::string(written) : analysis::unmarked(written);
}

std::vector<Pattern> patterns_of(const Concept& named, std::uint32_t concept_index,
                                 const analysis::Analyzer& analyzer) {
  std::vector<Pattern> patterns;
  if (named.is_term()) return patterns;
  for (const Label& label : named.labels) {
    if (has_exact_twin(named, label)) continue;
    for (const Reading& reading : readings_of(label, analyzer)) {
      for (const std::string& text : {parted(label.text), joined(label.text)}) {
        const analysis::Tokens tokens = analyzer.analyze(text, reading);
        for (const Comparison comparison : comparisons_of(label, reading)) {
          Pattern pattern{concept_index, comparison, {}, label.valid};
          for (const analysis::Token& token : tokens) {
            if (token.width == 1) pattern.words.push_back(word_of(token, comparison));
          }
          add_pattern(patterns, std::move(pattern));
        }
      }
    }
  }
  return patterns;
}

}  // namespace izde::thesaurus
