#include "analysis/filters/kazakh_stem.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analysis/filters/kazakh_letters.hpp"
#include "analysis/filters/kazakh_suffixes.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

constexpr std::array<std::string_view, 17> kFeatureNames = {
    "kind",     "length",        "length_whole", "length_nominal", "length_verbal", "syllables",
    "suffixes", "removed",       "class",        "innermost",      "outermost",     "one_letter",
    "breaks",   "break_at_stem", "support",      "whole_support",  "relative"};
enum Feature : std::uint8_t {
  kKind,
  kLength,
  kLengthWhole,
  kLengthNominal,
  kLengthVerbal,
  kSyllables,
  kSuffixes,
  kRemoved,
  kClass,
  kInnermost,
  kOutermost,
  kOneLetter,
  kBreaks,
  kBreakAtStem,
  kSupport,
  kWholeSupport,
  kRelative
};
constexpr int kRelativeZero = 5;  // relative support is from -5 to 5
constexpr int kGazetteerSupport = 25;

/// Values above the greatest in the table count as the greatest.
constexpr std::size_t kMostLength = 7, kMostLengthByKind = 5, kMostSyllables = 4, kMostSuffixes = 6, kMostRemoved = 10,
                      kMostBreaks = 2, kMostSupport = 12;

class Weights {
 public:
  Weights() {
    for (const Row& row : rows_of(tables::kk_rank_weights)) {
      const auto feature = std::ranges::find(kFeatureNames, row[0]) - kFeatureNames.begin();
      if (feature < std::ssize(kFeatureNames))
        weights_[static_cast<std::size_t>(feature)].at(value_of(row[0], row[1])) = number_of(row[2]);
    }
  }
  int of(Feature feature, std::size_t value) const { return weights_[feature][value]; }

 private:
  static std::size_t value_of(std::string_view feature, std::string_view cell) {
    if (feature == "kind") {
      constexpr std::array<std::string_view, 3> kinds = {"whole", "nominal", "verbal"};
      return static_cast<std::size_t>(std::ranges::find(kinds, cell) - kinds.begin());
    }
    if (const std::size_t suffix = suffix_class(cell); suffix < kMaxClasses) return suffix;
    const int value = number_of(cell) + (feature == "relative" ? kRelativeZero : 0);
    return static_cast<std::size_t>(value);
  }

  std::array<std::array<int, kMaxClasses>, kFeatureNames.size()> weights_{};
};

/// A stem as it is counted and given back. Compared by hash alone: of 18 thousand stems no two share 64 bits.
struct StemKey {
  std::array<std::uint8_t, kMaxWord + 1> letters{};
  std::size_t size = 0;

  std::uint8_t& last() { return letters[size - 1]; }
  std::uint64_t hash() const {
    std::uint64_t value = 0xCBF29CE484222325U;
    for (std::size_t i = 0; i < size; ++i) value = (value ^ letters[i]) * 0x100000001B3U;
    return value;
  }
};

struct LetterFacts {
  std::array<std::uint8_t, 64> final{};
  std::array<bool, 64> vowel{};
  std::array<char32_t, 64> letter{};
  std::uint8_t high_back = kazakh_letter(U'ы').index;
  std::uint8_t high_front = kazakh_letter(U'і').index;
  std::uint8_t rounded = kazakh_letter(U'у').index;
  std::uint8_t labial = kazakh_letter(U'п').index;

  LetterFacts() {
    for (const Row& row : rows_of(tables::kk_letters)) {
      const char32_t c = letter_at(row[0], 0).value;
      const KazakhLetter& facts = kazakh_letter(c);
      letter[facts.index] = c;
      final[facts.index] = facts.final == 0 ? facts.index : kazakh_letter(facts.final).index;
      vowel[facts.index] = facts.vowel != Vowel::none;
    }
  }
};

const LetterFacts& letter_facts() {
  static const LetterFacts facts;
  return facts;
}

/// How a stem is written as a key: кітаб(ы) → кітап; тау(ып) → тап, since п between vowels became у; оқы(ды) and оқ(у)
/// → оқ.
StemKey key_of(const KazakhWord& word, const StemCandidate& candidate) {
  constexpr std::size_t kShortVerb = 4;
  const LetterFacts& facts = letter_facts();
  StemKey key;
  std::copy_n(word.letters.begin(), candidate.length, key.letters.begin());
  key.size = candidate.length;
  if (candidate.restored != 0) key.letters[key.size++] = candidate.restored;
  if (key.size == 0) return key;
  if (key.size > 2 && key.last() != 0) key.last() = facts.final[key.last()];
  if (candidate.kind == StemKind::verbal && key.last() == facts.rounded && key.size <= kShortVerb) {
    static const std::array softening = {suffix_class("CVP"), suffix_class("PASS")};
    const auto& inner = candidate.innermost();
    if (inner.opens_high && std::ranges::count(softening, inner.suffix_class) > 0) key.last() = facts.labial;
  }
  if (key.size >= 3 && (key.last() == facts.high_back || key.last() == facts.high_front)) --key.size;
  return key;
}

/// In how many forms of a word list a stem was seen, by kind.
struct Forms {
  int nominal = 0;
  int verbal = 0;
};

class Support {
 public:
  Support() {
    const auto rows = rows_of(tables::kk_stem_support);
    forms_.reserve(rows.size() * 2);
    for (const Row& row : rows) {
      Forms& forms = forms_[plain_key(row[0]).hash()];
      (row[1] == "v" ? forms.verbal : forms.nominal) = number_of(row[2]);
    }
    for (const Row& row : rows_of(tables::kk_gazetteer)) {
      const KazakhWord name = kazakh_word(letters_of(row[0]));
      Forms& forms = forms_[key_of(name, {.length = static_cast<std::uint8_t>(name.size)}).hash()];
      forms.nominal = std::max(forms.nominal, kGazetteerSupport);
    }
  }

  Forms of(const StemKey& key) const {
    const auto found = forms_.find(key.hash());
    return found == forms_.end() ? Forms{} : found->second;
  }

 private:
  static StemKey plain_key(std::string_view stem) {
    const KazakhWord word = kazakh_word(letters_of(stem));
    StemKey key;
    std::ranges::copy(word.first(word.size), key.letters.begin());
    key.size = word.size;
    return key;
  }

  std::unordered_map<std::uint64_t, Forms> forms_;
};

/// floor(log2(a / b)), towards zero.
int log2_ratio(int a, int b) {
  const auto floor_log2 = [](int n) { return static_cast<int>(std::bit_width(static_cast<unsigned>(n))) - 1; };
  return a >= b ? floor_log2(a / b) : -floor_log2(b / a);
}

class Ranker {
 public:
  /// The best candidate's key.
  StemKey best(const KazakhWord& word) const {
    const StemCandidates candidates = stem_candidates(word);
    std::array<StemKey, 3 * kMaxWord> keys;
    std::array<int, 3 * kMaxWord> counts{};
    for (std::size_t i = 0; i < candidates.size; ++i) {
      const StemCandidate& candidate = candidates.of[i];
      keys[i] = key_of(word, candidate);
      const Forms forms = support_.of(keys[i]);
      counts[i] = candidate.kind == StemKind::verbal ? forms.verbal : forms.nominal;
    }
    std::size_t winner = 0;
    int highest = std::numeric_limits<int>::min();
    for (std::size_t i = 0; i < candidates.size; ++i) {
      const StemCandidate& candidate = candidates.of[i];
      int own = counts[i];
      if (candidate.kind == StemKind::whole) own = std::max(own, support_.of(keys[i]).verbal);
      int other = 0;
      for (std::size_t j = 0; j < candidates.size; ++j) {
        if (!same_stem(candidates.of[j], candidate)) other = std::max(other, counts[j]);
      }
      const int score = shape(word, candidate) + chain(candidate, word.size) + standing(candidate, own, other);
      if (score > highest) {
        highest = score;
        winner = i;
      }
    }
    return keys[winner];
  }

 private:
  static bool same_stem(const StemCandidate& a, const StemCandidate& b) {
    return a.length == b.length && a.restored == b.restored;
  }

  int shape(const KazakhWord& word, const StemCandidate& candidate) const {
    constexpr std::array by_kind = {kLengthWhole, kLengthNominal, kLengthVerbal};
    const LetterFacts& facts = letter_facts();
    const std::size_t length = candidate.length + (candidate.restored != 0 ? 1U : 0U);
    std::size_t syllables = candidate.restored != 0 ? 1 : 0;
    for (const std::uint8_t letter : word.first(candidate.length)) syllables += facts.vowel[letter] ? 1U : 0U;
    const auto kind = static_cast<std::size_t>(candidate.kind);
    return weights_.of(kKind, kind) + weights_.of(kLength, std::min(length, kMostLength)) +
           weights_.of(by_kind[kind], std::min(length, kMostLengthByKind)) +
           weights_.of(kSyllables, std::min(syllables, kMostSyllables)) +
           weights_.of(kSuffixes, std::min<std::size_t>(candidate.suffixes, kMostSuffixes));
  }

  int chain(const StemCandidate& candidate, std::size_t word_length) const {
    if (candidate.suffixes == 0) return 0;
    const std::size_t length = candidate.length + (candidate.restored != 0 ? 1U : 0U);
    int score = weights_.of(kInnermost, candidate.innermost().suffix_class) +
                weights_.of(kOutermost, candidate.outermost().suffix_class) +
                weights_.of(kBreakAtStem, candidate.innermost().breaks_harmony ? 1 : 0) +
                weights_.of(kRemoved, std::min(word_length - length, kMostRemoved));
    std::size_t breaks = 0;
    for (std::size_t i = 0; i < candidate.suffixes; ++i) {
      const auto& taken = candidate.chain[i];
      score += weights_.of(kClass, taken.suffix_class);
      if (taken.one_letter) score += weights_.of(kOneLetter, taken.suffix_class);
      breaks += taken.breaks_harmony ? 1U : 0U;
    }
    return score + weights_.of(kBreaks, std::min(breaks, kMostBreaks));
  }

  int standing(const StemCandidate& candidate, int own, int other) const {
    const auto squared = static_cast<unsigned>((1 + own) * (1 + own));
    const auto level = std::min<std::size_t>(static_cast<std::size_t>(std::bit_width(squared)) - 1, kMostSupport);
    const int relative = kRelativeZero + std::clamp(log2_ratio(1 + own, 1 + other), -kRelativeZero, kRelativeZero);
    return weights_.of(candidate.kind == StemKind::whole ? kWholeSupport : kSupport, level) +
           weights_.of(kRelative, static_cast<std::size_t>(relative));
  }

  Weights weights_;
  Support support_;
};

using Replacements = std::unordered_map<std::string_view, std::string_view>;

Replacements replacements(std::string_view table) {
  Replacements map;
  for (const Row& row : rows_of(table)) map.emplace(row[0], row[1]);
  return map;
}

std::string written(const StemKey& key, std::u32string_view word) {
  std::u32string letters;
  for (std::size_t i = 0; i < key.size; ++i) {
    const std::uint8_t letter = key.letters[i];
    letters += letter == 0 ? word[i] : letter_facts().letter[letter];
  }
  return utf8_of(letters);
}

/// The name of the gazetteer that a stem is derived from, or the stem itself: алашордаш(ы) → алашорда.
class Names {
 public:
  Names() {
    for (const Row& row : rows_of(tables::kk_gazetteer)) names_.insert(row[0]);
    for (const Row& row : rows_of(tables::kk_derivations)) endings_.push_back(row[0]);
  }

  std::string_view underived(std::string_view stem) const {
    for (const std::string_view ending : endings_) {
      if (!stem.ends_with(ending)) continue;
      const std::string_view name = stem.substr(0, stem.size() - ending.size());
      if (names_.contains(name)) return name;
    }
    return stem;
  }

 private:
  std::unordered_set<std::string_view> names_;
  std::vector<std::string_view> endings_;
};

std::string stem_of_part(std::string_view word) {
  static const Replacements pronouns = replacements(tables::kk_pronouns);
  static const Replacements elisions = replacements(tables::kk_elisions);
  static const Names names;
  static const Ranker ranker;
  if (const auto pronoun = pronouns.find(word); pronoun != pronouns.end()) return std::string(pronoun->second);
  const std::u32string letters = letters_of(word);
  const KazakhWord indices = kazakh_word(letters);
  if (indices.size == 0) return std::string(word);
  const std::string stem = written(ranker.best(indices), letters);
  if (const auto full = elisions.find(stem); full != elisions.end()) return std::string(full->second);
  return std::string(names.underived(stem));
}

/// The words of a text come back often; a direct-mapped cache for each thread answers most of them.
struct Remembered {
  std::string word;
  std::string stem;
};

}  // namespace

std::string kazakh_stem(std::string_view plain) {
  constexpr std::size_t kSlots = 2048;
  thread_local std::array<Remembered, kSlots> cache;
  Remembered& slot = cache[std::hash<std::string_view>{}(plain) % kSlots];
  if (slot.word == plain && !plain.empty()) return slot.stem;
  // Of a hyphenated word only the last part has suffixes.
  const std::size_t hyphen = plain.rfind('-');
  const bool parts = hyphen != std::string_view::npos && letters_of(plain.substr(hyphen + 1)).size() > 2;
  const std::string_view head = parts ? plain.substr(0, hyphen + 1) : std::string_view();
  std::string stem = std::string(head) + stem_of_part(plain.substr(head.size()));
  slot = {std::string(plain), stem};
  return stem;
}

}  // namespace izde::analysis
