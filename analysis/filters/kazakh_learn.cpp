#include "analysis/filters/kazakh_learn.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/filters/kazakh_stem.hpp"

namespace izde::analysis {
namespace {

/// Calls `take` with the part of each word that has suffixes, if all of it is in Kazakh letters.
template <class Take>
void each_part(std::span<const std::string> words, const Take& take) {
  constexpr std::size_t kLeast = 2;
  for (const std::string& plain : words) {
    const std::string_view part = stemmed_part(plain).part;
    const KazakhWord word = kazakh_word(part);
    const auto letters = word.first(word.size);
    if (word.size < kLeast || std::ranges::count(letters, 0) > 0 || !kazakh_pronoun(part).empty()) continue;
    take(part, word);
  }
}

class Counts {
 public:
  void add(const std::string& stem, StemKind kind) {
    std::uint16_t& forms = of(stem, kind);
    if (forms < std::numeric_limits<std::uint16_t>::max()) ++forms;
  }
  void raise(const CountedStem& to) {
    std::uint16_t& forms = of(to.stem, to.kind);
    forms = std::max(forms, to.forms);
  }
  KazakhSupport support() const {
    std::vector<CountedStem> counts;
    for (const auto& [stem, forms] : forms_) {
      if (forms.nominal > 0) counts.push_back({stem, StemKind::nominal, forms.nominal});
      if (forms.verbal > 0) counts.push_back({stem, StemKind::verbal, forms.verbal});
    }
    return KazakhSupport::from_counts(std::move(counts));
  }

 private:
  std::uint16_t& of(const std::string& stem, StemKind kind) {
    StemForms& forms = forms_[stem];
    return kind == StemKind::verbal ? forms.verbal : forms.nominal;
  }

  std::unordered_map<std::string, StemForms> forms_;
};

}  // namespace

KazakhSupport count_stems(std::span<const std::string> words, const KazakhSupport& support,
                          const KazakhRanker& ranker) {
  Counts counts;
  each_part(words, [&](std::string_view part, const KazakhWord& word) {
    const RankedStem stem = ranker.best(word, support);
    counts.add(key_letters(part, stem.key), stem.kind);
  });
  return counts.support();
}

KazakhSupport count_candidates(std::span<const std::string> words) {
  Counts counts;
  each_part(words, [&](std::string_view part, const KazakhWord& word) {
    std::vector<std::pair<std::string, bool>> seen;  // the same key may come of several candidates
    const StemCandidates candidates = stem_candidates(word);
    for (const StemCandidate& candidate : candidates.all()) {
      if (candidate.kind == StemKind::whole) continue;
      std::pair entry(key_letters(part, stem_key(word, candidate)), candidate.kind == StemKind::verbal);
      if (std::ranges::find(seen, entry) != seen.end()) continue;
      counts.add(entry.first, candidate.kind);
      seen.push_back(std::move(entry));
    }
  });
  return counts.support();
}

KazakhSupport learn_support(std::span<const std::string> words) {
  const KazakhSupport& shipped = KazakhSupport::shipped();
  KazakhSupport support = shipped;
  for (int pass = 0; pass < kSupportPasses; ++pass) {
    const KazakhSupport counted = count_stems(words, support, KazakhRanker::shipped());
    Counts joined;
    for (const CountedStem& stem : shipped.counts()) joined.raise(stem);
    for (const CountedStem& stem : counted.counts()) joined.raise(stem);
    support = joined.support();
  }
  return support;
}

}  // namespace izde::analysis
