// Which of a Kazakh word's candidates (kazakh_suffixes.hpp) is its stem: a sum of whole-number weights, one for each
// thing that is seen of a candidate (tables/kk_rank_weights.tsv, which scripts/train_kazakh makes).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/filters/kazakh_suffixes.hpp"
#include "analysis/filters/kazakh_support.hpp"

namespace izde::analysis {

/// The stem a word was found to have: үкіметінің → үкімет, nominal.
struct RankedStem {
  StemKey key;
  StemKind kind = StemKind::whole;
};

/// A candidate as training sees it: what is there of it, "removed 3" …, named as in the table of weights.
struct DescribedCandidate {
  RankedStem stem;
  std::vector<std::string> features;
};

/// Immutable and safe from any thread.
class KazakhRanker {
 public:
  /// With the weights that come with the library.
  static const KazakhRanker& shipped();

  /// With a table of weights: a header line, then feature, value, weight. Throws std::invalid_argument if a row names
  /// no feature or a value that it cannot have.
  explicit KazakhRanker(std::string_view weights);

  /// The candidate of the highest sum, the first of equals. The word must not be empty.
  RankedStem best(const KazakhWord& word, const KazakhSupport& support) const;

  /// All candidates, the whole word first.
  static std::vector<DescribedCandidate> describe(const KazakhWord& word, const KazakhSupport& support);

 private:
  static constexpr std::size_t kFeatures = 17;
  std::array<std::array<std::int32_t, kMaxClasses>, kFeatures> weights_{};
};

}  // namespace izde::analysis
