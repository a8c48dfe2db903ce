// The second step of ranking: candidates that Xapian brought by BM25 without lengths are scored again with lengths,
// with the document frequencies of each word's own language, with the share of the query they cover, and with signals.
// Every number here is explained in docs/RANKING.md with the figure it earns.
#pragma once

#include "searcher/engine/matches.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// What scoring knows of a passage, or of a document as the sum of its passages.
struct Candidate {
  const Matches* matches = nullptr;
  analysis::Language language = analysis::Language::other;
  double length = 0;       ///< words
  double mean_length = 1;  ///< of its kind
};

/// A row of the ranking: score = retrieval + Σ weight · value. Values lie in 0..1.
struct Signal {
  std::string_view name;
  double weight;
  double (*value)(const Candidate&, const Plan&);
};
std::span<const Signal> signals();

/// Score of a candidate, in units of the highest score the query could give (about 0..1, signals on top).
double score(const Candidate& candidate, const Plan& plan);

}  // namespace izde::searcher
