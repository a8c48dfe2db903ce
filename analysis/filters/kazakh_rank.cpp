#include "analysis/filters/kazakh_rank.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>
#include <optional>
#include <stdexcept>

#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

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

enum class Values : std::uint8_t { kinds, numbers, classes };

struct FeatureFacts {
  std::string_view name;
  Values values = Values::numbers;
  int least = 0;  ///< lesser numbers count as the least
  int most = 0;   ///< greater ones as the greatest
};

constexpr std::array<FeatureFacts, 17> kFacts = {{{"kind", Values::kinds},
                                                  {"length", Values::numbers, 0, 7},
                                                  {"length_whole", Values::numbers, 0, 5},
                                                  {"length_nominal", Values::numbers, 0, 5},
                                                  {"length_verbal", Values::numbers, 0, 5},
                                                  {"syllables", Values::numbers, 0, 4},
                                                  {"suffixes", Values::numbers, 0, 6},
                                                  {"removed", Values::numbers, 0, 10},
                                                  {"class", Values::classes},
                                                  {"innermost", Values::classes},
                                                  {"outermost", Values::classes},
                                                  {"one_letter", Values::classes},
                                                  {"breaks", Values::numbers, 0, 2},
                                                  {"break_at_stem", Values::numbers, 0, 1},
                                                  {"support", Values::numbers, 0, 12},
                                                  {"whole_support", Values::numbers, 0, 12},
                                                  {"relative", Values::numbers, -5, 5}}};

constexpr std::array<std::string_view, 3> kKinds = {"whole", "nominal", "verbal"};

/// Place of a value among the weights of its feature.
std::size_t place_of(Feature feature, int value) {
  const FeatureFacts& facts = kFacts[feature];
  if (facts.values != Values::numbers) return static_cast<std::size_t>(value);
  return static_cast<std::size_t>(std::clamp(value, facts.least, facts.most) - facts.least);
}

std::string name_of(Feature feature, int value) {
  const FeatureFacts& facts = kFacts[feature];
  const std::string name = std::string(facts.name) + ' ';
  const std::size_t place = place_of(feature, value);
  if (facts.values == Values::kinds) return name + std::string(kKinds[place]);
  if (facts.values == Values::classes) return name + std::string(suffix_class_names()[place]);
  return name + std::to_string(static_cast<int>(place) + facts.least);
}

/// The value that a cell names, if the feature can have it.
std::optional<int> value_of(const FeatureFacts& facts, std::string_view cell) {
  const auto place_in = [cell](std::span<const std::string_view> names) -> std::optional<int> {
    const auto found = std::ranges::find(names, cell);
    if (found == names.end()) return std::nullopt;
    return static_cast<int>(found - names.begin());
  };
  if (facts.values == Values::kinds) return place_in(kKinds);
  if (facts.values == Values::classes) return place_in(suffix_class_names());
  int value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  if (value < facts.least || value > facts.most) return std::nullopt;
  return value;
}

/// floor(log2(a / b)), towards zero.
int log2_ratio(int a, int b) {
  const auto floor_log2 = [](int n) { return static_cast<int>(std::bit_width(static_cast<unsigned>(n))) - 1; };
  return a >= b ? floor_log2(a / b) : -floor_log2(b / a);
}

/// A word's candidates with their keys and the forms that each key has.
struct Field {
  const KazakhWord& word;
  StemCandidates candidates;
  std::array<StemKey, 3 * kMaxWord> keys;
  std::array<int, 3 * kMaxWord> forms;        ///< of the candidate's own kind
  std::array<int, 3 * kMaxWord> other_forms;  ///< the most that a candidate with another stem has
  int whole_as_verb = 0;

  Field(const KazakhWord& of, const KazakhSupport& support) : word(of), candidates(stem_candidates(of)) {
    std::array<std::uint64_t, kMaxWord + 1> hashes;
    hashes[0] = kNoLetters;
    for (std::size_t i = 0; i < word.size; ++i) hashes[i + 1] = hash_with(hashes[i], word.letters[i]);
    for (std::size_t i = 0; i < candidates.size; ++i) {
      const StemCandidate& candidate = candidates.of[i];
      const StemKey key = stem_key(word, candidate);
      const StemForms found = support.of(key.added == 0 ? hashes[key.kept] : hash_with(hashes[key.kept], key.added));
      keys[i] = key;
      forms[i] = candidate.kind == StemKind::verbal ? found.verbal : found.nominal;
      if (i == 0) whole_as_verb = found.verbal;
    }
    for (std::size_t i = 0; i < candidates.size; ++i) {
      other_forms[i] = 0;
      for (std::size_t j = 0; j < candidates.size; ++j) {
        if (!same_stem(candidates.of[j], candidates.of[i])) other_forms[i] = std::max(other_forms[i], forms[j]);
      }
    }
  }

 private:
  static bool same_stem(const StemCandidate& a, const StemCandidate& b) {
    return a.length == b.length && a.restored == b.restored;
  }
};

/// Tells `see` each feature of a candidate and its value: the one place that both ranking and training look at.
template <class See>
void look_at(const Field& field, std::size_t which, const See& see) {
  constexpr std::array by_kind = {kLengthWhole, kLengthNominal, kLengthVerbal};
  const StemCandidate& candidate = field.candidates.of[which];
  const bool whole = candidate.kind == StemKind::whole;
  const int restored = candidate.restored != 0 ? 1 : 0;
  const int length = candidate.length + restored;
  int syllables = restored;
  for (const std::uint8_t letter : field.word.first(candidate.length)) syllables += is_kazakh_vowel(letter) ? 1 : 0;
  see(kKind, static_cast<int>(candidate.kind));
  see(kLength, length);
  see(by_kind[static_cast<std::size_t>(candidate.kind)], length);
  see(kSyllables, syllables);
  see(kSuffixes, candidate.suffixes);
  const int own = whole ? std::max(field.forms[which], field.whole_as_verb) : field.forms[which];
  const auto squared = static_cast<std::uint64_t>(1 + own) * static_cast<std::uint64_t>(1 + own);
  see(whole ? kWholeSupport : kSupport, static_cast<int>(std::bit_width(squared)) - 1);
  see(kRelative, log2_ratio(1 + own, 1 + field.other_forms[which]));
  if (candidate.suffixes == 0) return;
  see(kInnermost, candidate.innermost().suffix_class);
  see(kOutermost, candidate.outermost().suffix_class);
  see(kBreakAtStem, candidate.innermost().breaks_harmony ? 1 : 0);
  see(kRemoved, static_cast<int>(field.word.size) - length);
  int breaks = 0;
  for (std::size_t i = 0; i < candidate.suffixes; ++i) {
    const StemCandidate::Taken& taken = candidate.chain[i];
    see(kClass, taken.suffix_class);
    if (taken.one_letter) see(kOneLetter, taken.suffix_class);
    breaks += taken.breaks_harmony ? 1 : 0;
  }
  see(kBreaks, breaks);
}

}  // namespace

KazakhRanker::KazakhRanker(std::string_view weights) {
  static_assert(kFacts.size() == kFeatures && kRelative + 1 == kFeatures);
  for (const Row& row : rows_of(weights)) {
    const auto found = std::ranges::find(kFacts, row.at(0), &FeatureFacts::name);
    const auto value = found == kFacts.end() || row.size() < 3 ? std::nullopt : value_of(*found, row[1]);
    if (!value) throw std::invalid_argument("not a row of a table of weights: " + std::string(row[0]));
    const auto feature = static_cast<Feature>(found - kFacts.begin());
    weights_[feature].at(place_of(feature, *value)) = number_of(row[2]);
  }
}

const KazakhRanker& KazakhRanker::shipped() {
  static const KazakhRanker ranker(tables::kk_rank_weights);
  return ranker;
}

RankedStem KazakhRanker::best(const KazakhWord& word, const KazakhSupport& support) const {
  const Field field(word, support);
  std::size_t winner = 0;
  std::int32_t highest = std::numeric_limits<std::int32_t>::min();
  for (std::size_t i = 0; i < field.candidates.size; ++i) {
    std::int32_t sum = 0;
    look_at(field, i, [&](Feature feature, int value) { sum += weights_[feature][place_of(feature, value)]; });
    if (sum <= highest) continue;
    highest = sum;
    winner = i;
  }
  return {field.keys[winner], field.candidates.of[winner].kind};
}

std::vector<DescribedCandidate> KazakhRanker::describe(const KazakhWord& word, const KazakhSupport& support) {
  const Field field(word, support);
  std::vector<DescribedCandidate> described(field.candidates.size);
  for (std::size_t i = 0; i < described.size(); ++i) {
    described[i].stem = {field.keys[i], field.candidates.of[i].kind};
    look_at(field, i, [&](Feature feature, int value) { described[i].features.push_back(name_of(feature, value)); });
  }
  return described;
}

}  // namespace izde::analysis
