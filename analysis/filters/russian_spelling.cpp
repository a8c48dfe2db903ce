#include "analysis/filters/russian_spelling.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/word_memo.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

using Letters = std::u32string;

constexpr std::u32string_view kVowels = U"аеёиоуыэюяіѣѵ";
constexpr std::u32string_view kSoftVowels = U"еёюяиѣ";
constexpr std::u32string_view kOldLetters = U"ѣѳѵѷ";

struct EndingRow {
  Letters old, modern, after;
};

struct PrefixRow {
  Letters old, modern, before;
  std::vector<Letters> outer;  ///< what may stand before the prefix; the first is nothing
};

using Replacements = std::unordered_map<Letters, Letters>;

/// The code points of a word as bytes.
std::string_view bytes_of(const Letters& word) {
  return {reinterpret_cast<const char*>(word.data()), word.size() * sizeof(char32_t)};
}

struct Tables {
  std::array<char32_t, 0x530> letters{};  ///< of old letters and all others below U+0530
  Replacements exceptions;
  WordSieve exception_sieve;  ///< of bytes_of() them
  Letters prefix_beginnings;  ///< first letters of words that may have one of the prefixes
  std::vector<EndingRow> endings;
  std::unordered_set<Letters> ago_words;
  Replacements ija_stems;
  std::vector<PrefixRow> prefixes;
  std::vector<std::pair<Letters, Letters>> stems;
};

Replacements replacements_of(std::string_view table) {
  Replacements replacements;
  for (const Row& row : rows_of(table)) replacements.emplace(letters_of(row[0]), letters_of(row[1]));
  return replacements;
}

Tables read_tables() {
  Tables read;
  for (char32_t c = 0; c < read.letters.size(); ++c) read.letters[c] = c;
  for (const Row& row : rows_of(tables::ru_letters)) {
    read.letters.at(letter_at(row[0], 0).value) = letter_at(row[1], 0).value;
  }
  read.exceptions = replacements_of(tables::ru_prereform_exceptions);
  for (const auto& [old, modern] : read.exceptions) read.exception_sieve.add(bytes_of(old));
  read.ija_stems = replacements_of(tables::ru_ija_stems);
  for (const Row& row : rows_of(tables::ru_endings)) {
    read.endings.push_back({letters_of(row[0]), letters_of(row[1]), letters_of(row[2])});
  }
  for (const Row& row : rows_of(tables::ru_ago_words)) read.ago_words.insert(letters_of(row[0]));
  for (const Row& row : rows_of(tables::ru_prefixes)) {
    PrefixRow prefix{letters_of(row[0]), letters_of(row[1]), letters_of(row[2]), {Letters()}};
    for (const std::string_view outer : parts_of(row[3], '|')) prefix.outer.push_back(letters_of(outer));
    for (const Letters& outer : prefix.outer) read.prefix_beginnings += (outer + prefix.old).front();
    read.prefixes.push_back(std::move(prefix));
  }
  for (const Row& row : rows_of(tables::ru_old_stems)) {
    read.stems.emplace_back(letters_of(row[0]), letters_of(row[1]));
  }
  return read;
}

const Tables& spelling() {
  static const Tables read = read_tables();
  return read;
}

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

bool is_consonant(char32_t c) {
  return ((c >= U'а' && c <= U'я') || c == U'ѳ') && !contains(kVowels, c) && c != U'ъ' && c != U'ь';
}

void modernise_letters(Letters& word) {
  const auto& letters = spelling().letters;
  for (char32_t& c : word)
    if (c < letters.size()) c = letters[c];
}

/// -ія is feminine in nouns and plural in adjectives: монархія → монархия, русскія → русские.
Letters ija_ending(const Letters& stem) {
  Letters modern = stem;
  modernise_letters(modern);
  const Letters anchored = U"^" + modern;
  for (std::size_t at = 0; at < anchored.size(); ++at) {
    const auto found = spelling().ija_stems.find(anchored.substr(at));
    if (found != spelling().ija_stems.end()) return found->second;
  }
  return U"ия";
}

const EndingRow* old_ending(const Letters& word) {
  for (const EndingRow& row : spelling().endings) {
    if (word.size() < row.old.size() + 2 || !word.ends_with(row.old)) continue;
    if (!row.after.empty() && !contains(row.after, word[word.size() - row.old.size() - 1])) continue;
    return spelling().ago_words.contains(word) ? nullptr : &row;
  }
  return nullptr;
}

void modernise_ending(Letters& word) {
  constexpr std::u32string_view kIja = U"ія";
  if (word.size() > 3 && word.ends_with(kIja)) {
    const Letters stem = word.substr(0, word.size() - kIja.size());
    word = stem + ija_ending(stem);
  } else if (const EndingRow* row = old_ending(word)) {
    word.replace(word.size() - row->old.size(), row->old.size(), row->modern);
  }
}

void modernise_prefix(Letters& word) {
  if (word.empty() || !contains(spelling().prefix_beginnings, word.front())) return;
  for (const PrefixRow& row : spelling().prefixes) {
    for (const Letters& outer : row.outer) {
      const std::size_t end = outer.size() + row.old.size();
      if (word.size() <= end || !word.starts_with(outer) || word.compare(outer.size(), row.old.size(), row.old) != 0 ||
          !contains(row.before, word[end])) {
        continue;
      }
      word.replace(outer.size(), row.old.size(), row.modern);
      return;
    }
  }
}

void modernise_stem(Letters& word) {
  for (const auto& [old, modern] : spelling().stems) {
    if (!word.starts_with(old)) continue;
    word.replace(0, old.size(), modern);
    return;
  }
}

/// Decree of 10 October 1918: і → и, ѣ → е, ѳ → ф, no ъ at the end, -ого for -аго, -ые for -ыя, prefixes in -с.
/// безпорядковъ → безпорядков → беспорядков; внутренняго → внутреннего
Letters modern_part(Letters word) {
  for (char32_t& c : word) {
    if (c == U'i' || c == U'ï' || c == U'ї') c = U'і';
  }
  if (spelling().exception_sieve.may_hold(bytes_of(word))) {
    const auto exception = spelling().exceptions.find(word);
    if (exception != spelling().exceptions.end()) return exception->second;
  }
  modernise_ending(word);
  modernise_letters(word);
  modernise_prefix(word);
  modernise_stem(word);
  if (word.size() > 1 && word.back() == U'ъ') word.pop_back();
  return word;
}

/// What one word says about the orthography of its passage.
struct Evidence {
  bool cyrillic = false;
  bool old = false;
};

Evidence evidence_of(const Letters& word) {
  Evidence evidence;
  for (std::size_t i = 0; i < word.size(); ++i) {
    evidence.cyrillic = evidence.cyrillic || is_cyrillic(word[i]);
    const bool last = i + 1 == word.size();
    const bool old_i = (word[i] == U'і' || word[i] == U'i') && !last && contains(kVowels, word[i + 1]);
    const bool final_hard = word[i] == U'ъ' && last && i > 0 && is_consonant(word[i - 1]);
    evidence.old = evidence.old || contains(kOldLetters, word[i]) || old_i || final_hard;
  }
  evidence.old = evidence.old && evidence.cyrillic;
  return evidence;
}

}  // namespace

bool shows_old_spelling(std::string_view text) {
  std::size_t words = 0;
  std::size_t old_words = 0;
  Letters word;
  const auto end_word = [&] {
    const Evidence evidence = evidence_of(word);
    if (evidence.cyrillic) ++words;
    if (evidence.old) ++old_words;
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    at += letter.bytes;
    if (is_cyrillic(letter.value) || is_latin(letter.value)) {
      word += lower(letter.value);
    } else if (!is_combining(letter.value)) {
      end_word();
    }
  }
  end_word();
  return old_words > 0 && old_words * 10 >= words;
}

bool is_old_spelling(std::string_view word) {
  Letters letters;
  for (const char32_t c : letters_of(word)) letters += lower(c);
  const auto has = [&letters](char32_t c) { return letters.find(c) != letters.npos; };
  if (has(U'і') || has(U'ї')) return true;
  if (evidence_of(letters).old) return true;
  const EndingRow* ending = old_ending(letters);
  return ending != nullptr && ending->old.starts_with(ending->old[0] == U'а' ? U"аго" : U"яго");
}

std::string modern_russian(std::string_view word) {
  const Letters letters = letters_of(word);
  if (letters.find(U'-') == letters.npos) return utf8_of(modern_part(letters));
  Letters modern;
  std::size_t begin = 0;
  while (true) {
    const std::size_t hyphen = letters.find(U'-', begin);
    modern += modern_part(letters.substr(begin, hyphen - begin));
    if (hyphen == letters.npos) return utf8_of(modern);
    modern += U'-';
    begin = hyphen + 1;
  }
}

std::string plain_russian(std::string_view word) {
  const Letters letters = letters_of(word);
  Letters plain;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] == U'\'') {
      const bool hard =
          i > 0 && is_consonant(letters[i - 1]) && i + 1 < letters.size() && contains(kSoftVowels, letters[i + 1]);
      if (hard) plain += U'ъ';
    } else {
      plain += letters[i] == U'ё' ? U'е' : letters[i];
    }
  }
  return utf8_of(plain);
}

}  // namespace izde::analysis
