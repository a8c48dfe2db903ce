#include "indexer/readers/encoding_guess.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "indexer_tables.hpp"

namespace izde::indexer {
namespace {

/// A run of letters in lower case, and what its case and scripts say of the decoding. A sign that no prose has (U+FFFD,
/// box drawings) stands as a word that is wrong.
struct Word {
  std::u32string letters;
  bool latin = false;
  bool cyrillic = false;
  bool outside_ascii = false;
  bool wrong = false;
};

using analysis::is_cyrillic;

bool is_latin(char32_t c) { return analysis::is_latin(c) || analysis::is_combining(c); }

bool is_rubbish(char32_t c) { return c == 0xFFFD || (c >= 0x2190 && c <= 0x2BFF); }

class WordScan {
 public:
  void take(char32_t c) {
    if (is_latin(c) || is_cyrillic(c)) {
      add_letter(c);
      return;
    }
    close();
    if (is_rubbish(c)) words_.push_back({{}, false, false, true, true});
  }

  std::vector<Word> finished() {
    close();
    return std::move(words_);
  }

 private:
  void add_letter(char32_t c) {
    const char32_t small = analysis::lower(c);
    const bool capital = small != c;
    if (capital && after_small_) word_.wrong = true;
    after_small_ = !capital;
    word_.letters.push_back(small);
    word_.latin = word_.latin || is_latin(c);
    word_.cyrillic = word_.cyrillic || is_cyrillic(c);
    word_.outside_ascii = word_.outside_ascii || c >= 0x80;
  }

  void close() {
    if (!word_.letters.empty()) words_.push_back(std::move(word_));
    word_ = Word{};
    after_small_ = false;
  }

  std::vector<Word> words_;
  Word word_;
  bool after_small_ = false;
};

std::vector<Word> words_of(std::string_view text) {
  WordScan scan;
  for (const char32_t c : analysis::letters_of(text)) scan.take(c);
  return scan.finished();
}

const std::set<std::u32string>& russian_pairs() {
  static const std::set<std::u32string> pairs = [] {
    std::set<std::u32string> made;
    for (const analysis::Row& row : analysis::rows_of(tables::ru_pairs)) made.insert(analysis::letters_of(row[0]));
    return made;
  }();
  return pairs;
}

struct SyllableParts {
  std::set<std::u32string> onsets{U""}, rimes;
  std::map<char32_t, char32_t> without_tone;
};

const SyllableParts& syllable_parts() {
  static const SyllableParts parts = [] {
    SyllableParts made;
    for (const analysis::Row& row : analysis::rows_of(tables::vi_syllables)) {
      (row[0] == "onset" ? made.onsets : made.rimes).insert(analysis::letters_of(row[1]));
    }
    for (const analysis::Row& row : analysis::rows_of(tables::vi_tones))
      made.without_tone.emplace(analysis::letters_of(row[0])[0], analysis::letters_of(row[1])[0]);
    return made;
  }();
  return parts;
}

/// thuế: ế → ê, then th + uê.
bool is_syllable(std::u32string letters) {
  const SyllableParts& parts = syllable_parts();
  for (char32_t& c : letters) {
    const auto plain = parts.without_tone.find(c);
    if (plain != parts.without_tone.end()) c = plain->second;
  }
  constexpr std::size_t kLongestOnset = 3;
  for (std::size_t cut = 0; cut <= std::min(kLongestOnset, letters.size()); ++cut) {
    if (parts.onsets.contains(letters.substr(0, cut)) && parts.rimes.contains(letters.substr(cut))) return true;
  }
  return false;
}

Likeness likeness_of(std::size_t right, std::size_t judged) {
  if (judged == 0) return {};
  return {static_cast<double>(right) / static_cast<double>(judged), judged};
}

}  // namespace

Likeness russian_likeness(std::string_view text) {
  std::size_t right = 0;
  std::size_t judged = 0;
  for (const Word& word : words_of(text)) {
    if (!word.outside_ascii) continue;
    const std::size_t pairs = std::max<std::size_t>(word.letters.size(), 2) - 1;
    judged += pairs;
    if (word.wrong || word.latin) continue;
    for (std::size_t i = 0; i + 1 < word.letters.size(); ++i) {
      if (russian_pairs().contains(word.letters.substr(i, 2))) ++right;
    }
    if (word.letters.size() == 1 && russian_pairs().contains(word.letters)) ++right;
  }
  return likeness_of(right, judged);
}

Likeness vietnamese_likeness(std::string_view text) {
  std::size_t right = 0;
  std::size_t judged = 0;
  for (const Word& word : words_of(text)) {
    if (!word.outside_ascii) continue;
    ++judged;
    if (!word.wrong && !word.cyrillic && is_syllable(word.letters)) ++right;
  }
  return likeness_of(right, judged);
}

}  // namespace izde::indexer
