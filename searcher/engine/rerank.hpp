// The second step of ranking: candidates that Xapian brought by BM25 without lengths are scored again with lengths,
// with the document frequencies of each word's own language, with the share of the query they cover, and with signals.
// Every number here is explained in docs/RANKING.md with the figure it earns.
#pragma once

#include "searcher/engine/matches.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// What scoring knows of a passage, or of a document as the sum of its passages.
struct Candidate {
  const Matches* matches = nullptr;
  analysis::Language language = analysis::Language::other;
  double length = 0;       ///< words
  double mean_length = 1;  ///< of its kind
  const std::vector<schema::DatedDays>* dates = nullptr;
  std::array<float, schema::kPassageKinds> kinds{};  ///< how sure each is; of a document none
  std::string_view act = {};  ///< bytes of its record (schema::act_from); "" where it states none
  bool of_document = false;   ///< scored as a document or for a list of them: the title is theirs
};

/// By kind; 0 of those that it is not.
std::array<float, schema::kPassageKinds> confidences(const std::vector<schema::KindMark>& kinds);

/// What an alternative of a word adds to a score.
struct AlternativePart {
  double frequency = 0;  ///< occurrences by their weight and section
  double worth = 0;
  bool counts = false;  ///< it is the best of its word, or the best of those that only add
};

/// A word of the query: its worth is that of its alternatives that count.
struct WordPart {
  std::size_t first = 0;  ///< of its alternatives in ScoreParts::alternatives; as many as the atom has
  double worth = 0;
  double most = 0;  ///< it could have in a passage of this language
};

/// Two neighbours of the query that have a term of their own.
struct PairPart {
  std::uint32_t first = 0, second = 0;  ///< atoms
  double count = 0;                     ///< how often they stand side by side
  double worth = 0, most = 0;
};

/// A signal and what it is multiplied by.
struct SignalPart {
  Weighed row = Weighed::exact;
  double value = 0, weight = 0;
};

/// A score taken apart.
struct ScoreParts {
  std::vector<AlternativePart> alternatives;
  std::vector<WordPart> words;  ///< one an atom
  std::vector<PairPart> pairs;
  double worth = 0, most = 0;  ///< sums of words and pairs
  double coverage = 0;         ///< share of the query of which anything was found, 0..1
  double coverage_factor = 1;  ///< what the words' share is multiplied by
  std::vector<SignalPart> signals;
  double words_share() const;  ///< of the most that this query could give
  /// The score, in units of the highest that the query could give (about 0..1, signals on top).
  double total() const;
};

/// Scores candidates of one plan, one after the other: what depends on the plan alone is found once.
class Scorer {
 public:
  /// `plan` must outlive it.
  explicit Scorer(const Plan& plan);

  /// Valid until the next call.
  const ScoreParts& parts(const Candidate& candidate);
  /// parts().total().
  double score(const Candidate& candidate) { return parts(candidate).total(); }

  const Plan& plan() const { return plan_; }
  /// Atom::best_idf of each atom for passages of a language, and their sum.
  struct Idfs {
    std::vector<double> of_atoms;
    double sum = 0;
  };
  const Idfs& idfs(analysis::Language language) const { return idfs_[static_cast<std::size_t>(language)]; }
  /// Room for a mark on each atom, all 0.
  std::vector<char>& unmarked() const;

 private:
  const Plan& plan_;
  std::array<Idfs, 4> idfs_;
  ScoreParts parts_;
  mutable std::vector<char> marks_;
};

}  // namespace izde::searcher
