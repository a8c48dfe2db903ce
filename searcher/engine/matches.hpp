// Where the words of a plan stand in a passage: the one mechanism behind phrases, nearness, exact forms, re-scoring and
// marks. Reads the token stream and the stored mentions, never the text.
#pragma once

#include "schema/record.hpp"
#include "schema/token_stream.hpp"
#include "searcher/engine/occurrence.hpp"
#include "searcher/engine/passage_terms.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/sequences.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

namespace izde::searcher {

/// A passage as it is judged beside its words: by its fields and dates.
struct Source {
  Xapian::docid id = 0;
  const schema::PassageView& passage;
  const PassageTerms& terms;
};

/// A passage with what was found in it.
struct Matched {
  const Matches& matches;
  const Source& source;
};
/// Whether a passage fulfils a part of the plan (`occur` of the node itself is not looked at).
bool fulfils(const PlanNode& node, const Plan& plan, const Matched& passage);

class Matcher {
 public:
  /// `plan` must outlive it.
  explicit Matcher(const Plan& plan);

  /// The forms of a shard that find() looks for: words of a stream that it does not hold may be left out.
  const schema::FormSieve& sieve(std::size_t shard) const { return sieves_[shard < sieves_.size() ? shard : 0]; }
  /// The forms without one of which no passage of a shard is accepted; null where there are too many to be looked for
  /// one by one, or something else may be found.
  const schema::FormSearch* one_of(std::size_t shard) const {
    return shard < searches_.size() ? &searches_[shard] : nullptr;
  }
  /// Whether find() looks at what a passage names.
  bool asks_mentions() const { return asks_mentions_; }

  /// Finds the plan's words; the result is valid until the next call.
  const Matches& find(std::size_t shard, const schema::PassageView& passage, const schema::TokenStream& stream);

  /// Whether the passage whose matches these are answers the query: boolean operators, phrases, nearness, and the
  /// fields and dates of its source.
  bool accepts(const Matches& matches, const Source& source) const;

  /// The occurrences that count: all of the wanted words, and of phrases and NEAR only those inside a match.
  Matches lit(const Matches& matches) const;

 private:
  struct Answer {  // what a form means to the plan
    schema::FormId form;
    std::uint32_t atom;
    Grade grade;
  };
  void prepare_searches();
  void find_words(std::size_t shard, const schema::TokenStream& stream);
  void find_mentions(const schema::PassageView& passage);
  void find_issuers(const schema::ActRecord& act);
  void drop_loose_names();
  void drop_parts();

  const Plan& plan_;
  std::vector<std::vector<Answer>> answers_;  // per shard, by form
  std::vector<schema::FormSieve> sieves_;     // per shard, at least one: forms with an answer or in a sequence
  std::vector<schema::FormSearch> searches_;  // per shard, or none
  SequenceFinder sequences_;
  bool asks_mentions_ = false;  // some alternative has a concept_id
  bool asks_issuers_ = false;   // some alternative has an issuer_id
  Matches matches_;
};

}  // namespace izde::searcher
