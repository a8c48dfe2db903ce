#include "thesaurus/dictionary.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <map>
#include <numeric>
#include <system_error>

#include "analysis/filters/english_stem.hpp"
#include "analysis/filters/kazakh_letters.hpp"
#include "analysis/filters/kazakh_scripts.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "thesaurus/endings.hpp"
#include "thesaurus/known_parts.hpp"

namespace izde::thesaurus {
namespace {

using analysis::Language;
using analysis::Script;
using analysis::Token;
using analysis::Tokens;

constexpr std::size_t kBuckets = std::size_t{1} << 16;
constexpr std::size_t kBeginning = 3;  // letters that decide a bucket
constexpr double kOtherForm = 0.3;     // of a headword that is another form of the word, where one is spelt like it
constexpr double kLeastWeight = 0.05;  // of an equivalent: LINGUISTICS 7.3

std::u32string first_letters(std::string_view word, std::size_t count) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size() && letters.size() < count;) {
    const analysis::Letter letter = analysis::letter_at(word, at);
    if (letter.value == U' ' || letter.value == U'-') break;
    letters += analysis::lower(letter.value);
    at += letter.bytes;
  }
  return letters;
}

/// Letters of Latin script without their marks; asked for at every headword, so known beforehand.
char32_t bare(char32_t c) {
  static const std::map<char32_t, char32_t> letters = [] {
    std::map<char32_t, char32_t> all{{U'đ', U'd'}};
    const auto add = [&all](char32_t first, char32_t last) {
      for (char32_t letter = first; letter <= last; ++letter) {
        const std::u32string plain = analysis::letters_of(analysis::without_accents(analysis::utf8_of({&letter, 1})));
        if (!plain.empty()) all.emplace(letter, plain[0]);
      }
    };
    add(0xE0, 0x1B0);
    add(0x1EA0, 0x1EF9);
    return all;
  }();
  if (c < 0x80) return c;
  const auto found = letters.find(c);
  return found == letters.end() ? c : found->second;
}

/// What all forms of a word begin with, in one spelling for all scripts of its language; at most `count` letters.
std::u32string beginning(std::string_view word, Tongue tongue, std::size_t count) {
  std::u32string first = first_letters(word, count);
  if (tongue == Tongue::vi) std::transform(first.begin(), first.end(), first.begin(), bare);
  if (tongue == Tongue::ru) std::replace(first.begin(), first.end(), U'ё', U'е');
  if (tongue != Tongue::kk) return first;
  // б and п, г and к, ғ and қ change within a word: кітап, кітабы.
  first = first_letters(analysis::arabic_grade(analysis::utf8_of(first)), count);
  for (char32_t& c : first) {
    if (c == U'б') c = U'п';
    if (c == U'г' || c == U'ғ' || c == U'қ') c = U'к';
  }
  return first;
}

std::size_t bucket_of(const std::u32string& beginning, Tongue tongue) {
  std::uint64_t hash = 1469598103934665603ULL + static_cast<std::uint64_t>(tongue);
  for (const char32_t c : beginning) hash = (hash ^ c) * 1099511628211ULL;
  return static_cast<std::size_t>((hash >> 20) % kBuckets);
}

bool is_arabic_word(std::string_view word) {
  const std::u32string letters = first_letters(word, 1);
  return !letters.empty() && analysis::is_arabic(letters[0]);
}

std::optional<Tongue> tongue_of(const Token& token) {
  switch (token->language) {
    case Language::vi:
      return Tongue::vi;
    case Language::kk:
      return Tongue::kk;
    case Language::ru:
      return Tongue::ru;
    case Language::other:
      break;
  }
  if (analysis::script_of(token->written) == Script::latin) return Tongue::en;
  return std::nullopt;
}

/// An equivalent with what speaks for it.
struct Candidate {
  Equivalent equivalent;
  double support = 0;
};

/// What comes later in a cell is less exact.
double decay(std::size_t place) { return 1 / (1 + static_cast<double>(place) / 2); }

/// Gathers the equivalents of all lines that a word stands in.
class Gathering {
 public:
  void add(const Equivalent& equivalent, double support) {
    const auto known = std::find_if(all_.begin(), all_.end(), [&](const Candidate& other) {
      return other.equivalent.tongue == equivalent.tongue && other.equivalent.text == equivalent.text;
    });
    if (known == all_.end()) return all_.push_back({equivalent, support});
    known->equivalent.weight = std::max(known->equivalent.weight, equivalent.weight);
    known->support += support;
  }

  /// Each once, what most lines agree on first; no more than the cap of each tongue.
  std::vector<Equivalent> ranked() {
    std::stable_sort(all_.begin(), all_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.support > b.support; });
    std::vector<Equivalent> kept;
    std::array<std::size_t, kTongues> counts{};
    for (const Candidate& one : all_) {
      std::size_t& count = counts[static_cast<std::size_t>(one.equivalent.tongue)];
      if (++count <= Dictionary::kMostEquivalents) kept.push_back(one.equivalent);
    }
    return kept;
  }

 private:
  std::vector<Candidate> all_;
};

}  // namespace

std::optional<Language> language_of(Tongue tongue) {
  constexpr std::array<Language, 3> kLanguages{Language::vi, Language::kk, Language::ru};
  if (tongue == Tongue::en) return std::nullopt;
  return kLanguages[static_cast<std::size_t>(tongue)];
}

void Dictionary::load(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) return load_file(path);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(path, error))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  if (error) throw LexiconError(path.string() + ": cannot be read (" + error.message() + ")");
  std::sort(files.begin(), files.end());
  for (const auto& file : files) load_file(file);
}

void Dictionary::load_file(const std::filesystem::path& path) {
  std::string text = read_lexicon(path);
  LexiconFile file;
  texts_.push_back(std::move(text));
  try {
    file = parse_lexicon(texts_.back(), path.string());
  } catch (const LexiconError&) {
    texts_.pop_back();
    throw;
  }
  lines_.insert(lines_.end(), file.lines.begin(), file.lines.end());
  faults_.insert(faults_.end(), file.faults.begin(), file.faults.end());
  fault_count_ += file.fault_count;
}

void Dictionary::add_terms(const Thesaurus& thesaurus) {
  constexpr std::array<std::string_view, kTongues> kTags{"vi", "kk-Cyrl", "ru", "en"};
  for (const Concept& term : thesaurus.concepts()) {
    if (!term.is_term()) continue;
    LexiconLine line;
    for (std::size_t i = 0; i < kTongues; ++i) {
      std::string cell;
      for (const LabelKind kind : {LabelKind::preferred, LabelKind::alternative})
        for (const Label& label : term.labels)
          if (label.kind == kind && label.tag == kTags[i] && label.text.find_first_of("|:") == std::string::npos)
            cell.append(cell.empty() ? "" : "|").append(label.text);
      texts_.push_back(std::move(cell));
      line[i] = texts_.back();
    }
    lines_.push_back(line);
  }
}

void Dictionary::build() {
  std::vector<Headword> all;
  std::vector<std::uint32_t> buckets;
  for (std::uint32_t line = 0; line < lines_.size(); ++line) {
    for (std::size_t i = 0; i < kTongues; ++i) {
      const auto tongue = static_cast<Tongue>(i);
      const auto words = words_of_cell(lines_[line][i]);
      for (std::size_t place = 0; place < words->size(); ++place) {
        const CellWord& word = (*words)[place];
        all.push_back({word.text, line, tongue, static_cast<std::uint16_t>(place), word.weight});
        buckets.push_back(static_cast<std::uint32_t>(bucket_of(beginning(word.text, tongue, kBeginning), tongue)));
      }
    }
  }
  first_.assign(kBuckets + 1, 0);
  for (const std::uint32_t bucket : buckets) ++first_[bucket + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  headwords_.resize(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) headwords_[next[buckets[i]]++] = all[i];
  static std::atomic<std::uint64_t> built{0};
  number_ = ++built;
}

std::span<const Dictionary::Headword> Dictionary::headwords_of(std::size_t bucket) const {
  return std::span(headwords_).subspan(first_[bucket], first_[bucket + 1] - first_[bucket]);
}

bool Dictionary::has_headword(std::string_view plain, Tongue tongue) const {
  const std::size_t bucket = bucket_of(beginning(plain, tongue, kBeginning), tongue);
  const auto from = headwords_.begin();
  return std::any_of(from + first_[bucket], from + first_[bucket + 1],
                     [&](const Headword& headword) { return headword.tongue == tongue && headword.text == plain; });
}

bool Dictionary::has_syllable(std::string_view plain) const {
  return std::any_of(headwords_.begin(), headwords_.end(), [&](const Headword& headword) {
    if (headword.tongue != Tongue::vi) return false;
    const auto syllables = analysis::parts_of(headword.text, ' ');
    return std::find(syllables.begin(), syllables.end(), plain) != syllables.end();
  });
}

/// One look-up of a query's words.
class Dictionary::Search {
 public:
  Search(const Dictionary& dictionary, const Tokens& tokens, const analysis::Analyzer& analyzer)
      : dictionary_(dictionary), words_(parts_of(tokens)), analyzer_(analyzer) {
    marks_typed_ =
        std::any_of(words_.begin(), words_.end(), [](const Token& word) { return word->plain != word->key; });
  }

  std::vector<Translated> run() {
    std::vector<Translated> found;
    for (std::size_t i = 0; i < words_.size();) {
      Translated longest = longest_at(i);
      i += longest.equivalents.empty() ? 1 : longest.width;
      if (!longest.equivalents.empty()) found.push_back(std::move(longest));
    }
    return found;
  }

 private:
  Translated longest_at(std::size_t i) const {
    Translated longest{words_[i].position, 0, {}};
    const auto tongue = tongue_of(words_[i]);
    if (!tongue) return longest;
    std::vector<Entry> entries;
    const WordMarks marks = marks_of(*words_[i], *tongue);
    std::u32string start = beginning(words_[i]->plain, *tongue, kBeginning);
    for (; !start.empty(); start.pop_back()) {
      const std::size_t bucket = bucket_of(start, *tongue);
      const std::span<const Headword> headwords = dictionary_.headwords_of(bucket);
      const KnownParts::Place place{dictionary_.number_, analyzer_.fingerprint(), bucket};
      const std::span<KnownHeadword> known =
          known_parts().of(place, headwords.size(), [&](std::size_t k) { return headwords[k].text; });
      for (std::size_t k = 0; k < headwords.size(); ++k) {
        if (headwords[k].tongue != *tongue || i + known[k].least_words > words_.size()) continue;
        analyse(known[k], headwords[k].text, *tongue, analyzer_);
        if (!known[k].first.may_be(marks) || !is_at(known[k].parts, i, *tongue)) continue;
        const auto width = static_cast<std::uint32_t>(known[k].parts.size());
        if (width < longest.width) continue;
        if (width > longest.width) entries.clear();
        longest.width = width;
        entries.push_back({&headwords[k], is_exact(known[k].parts, i)});
      }
      if (*tongue == Tongue::vi) break;  // syllables have no endings
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.headword->line < b.headword->line; });
    longest.equivalents = equivalents_of(weighed(entries));
    return longest;
  }

  struct Entry {
    const Headword* headword;
    bool is_exact;  ///< spelt as the query has it
  };
  struct Weighed {
    const Headword* headword;
    double weight;
  };

  /// Headwords spelt as the query has them count alone: парта is no партия, though they share a stem. In Kazakh a word
  /// with an ending may be spelt like another: жылы is “warm”, and of the year.
  static std::vector<Weighed> weighed(const std::vector<Entry>& entries) {
    std::vector<Weighed> all;
    bool any_exact = false;
    for (const auto& [entry, exact] : entries) {
      const double other = entry->tongue == Tongue::kk ? kOtherForm : 0;
      all.push_back({entry, exact ? 1 : other});
      any_exact = any_exact || exact;
    }
    for (Weighed& entry : all)
      if (!any_exact) entry.weight = 1;
    return all;
  }

  bool is_exact(const Tokens& parts, std::size_t first) const {
    for (std::size_t k = 0; k < parts.size(); ++k) {
      if (parts[k]->plain != words_[first + k]->plain) return false;
    }
    return true;
  }

  std::vector<Equivalent> equivalents_of(const std::vector<Weighed>& entries) const {
    Gathering gathering;
    for (const auto& [entry, form] : entries) {
      const LexiconLine& line = dictionary_.lines_[entry->line];
      for (std::size_t k = 0; k < kTongues; ++k) {
        if (static_cast<Tongue>(k) == entry->tongue) continue;
        const auto words = words_of_cell(line[k]);
        for (std::size_t place = 0; place < words->size(); ++place) {
          const CellWord& word = (*words)[place];
          const double weight = form * static_cast<double>(entry->weight) * static_cast<double>(word.weight);
          if (weight < kLeastWeight) continue;
          gathering.add({static_cast<Tongue>(k), word.text, weight}, weight * decay(entry->place) * decay(place));
        }
      }
    }
    return gathering.ranked();
  }

  /// Whether the words of a headword stand in the query from `first` on.
  bool is_at(const Tokens& parts, std::size_t first, Tongue tongue) const {
    if (parts.empty() || first + parts.size() > words_.size()) return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!is_same(parts[i], words_[first + i], tongue)) return false;
    }
    return true;
  }

  /// The stemmer may cut a noun made of a verb to the verb when an ending follows: құрылу, founding, құрылуы, of құр-.
  static bool is_case_form(const Token& entry, const Token& typed) {
    return typed->plain.size() > entry->plain.size() && typed->plain.starts_with(entry->plain) &&
           analysis::letters_of(entry->plain).size() >= kLongWord &&
           is_form_of(typed->plain, entry->plain, Language::kk);
  }

  bool is_same(const Token& entry, const Token& typed, Tongue tongue) const {
    switch (tongue) {
      case Tongue::vi:
        return marks_typed_ ? entry->plain == typed->plain : entry->key == typed->key;
      case Tongue::kk:
        return is_case_form(entry, typed) ||
               (entry->key == typed->key &&
                (is_arabic_word(typed->written) || !analysis::differ_in_vowels(entry->stem, typed->stem)));
      case Tongue::ru:
        return entry->stem == typed->stem || entry->plain == typed->plain;
      case Tongue::en:
        return entry->plain == typed->plain ||
               analysis::english_stem(entry->plain) == analysis::english_stem(typed->plain);
    }
    return false;
  }

  const Dictionary& dictionary_;
  const Tokens words_;
  const analysis::Analyzer& analyzer_;
  bool marks_typed_ = false;  ///< somewhere in the query: then words without marks are meant so
};

std::vector<Translated> Dictionary::find(const Tokens& tokens, const analysis::Analyzer& analyzer) const {
  return Search(*this, tokens, analyzer).run();
}

}  // namespace izde::thesaurus
