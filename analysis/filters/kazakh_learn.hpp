// Learns the support of Kazakh stems from the words of a collection: hard expectation-maximisation, each pass of which
// gives every word to one stem under the counts of the pass before.
#pragma once

#include <span>
#include <string>

#include "analysis/filters/kazakh_rank.hpp"
#include "analysis/filters/kazakh_support.hpp"

namespace izde::analysis {

/// Passes after which hardly a word changes its stem.
constexpr int kSupportPasses = 2;

/// The support for a collection with those distinct words (plain forms, lower case, any order; words that are not in
/// Kazakh letters alone and pronouns are passed over): kSupportPasses, the first of them under the shipped support;
/// after each a stem has the greater of the shipped and the counted forms. So a small collection loses nothing, and
/// what is spelt as it was in 1917 has the support of its own kind. About 2 µs a word and pass.
KazakhSupport learn_support(std::span<const std::string> words);

/// One pass: the stems that `ranker` finds in those words under `support`.
KazakhSupport count_stems(std::span<const std::string> words, const KazakhSupport& support, const KazakhRanker& ranker);

/// What to begin with where there are no counts yet: of how many words a stem is a candidate.
KazakhSupport count_candidates(std::span<const std::string> words);

}  // namespace izde::analysis
