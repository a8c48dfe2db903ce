// A query expanded for an index: every word with all it may be matched by, each with a weight and a reason. compile()
// makes candidates of it, Matcher finds its words in token streams, rerank() scores by it; so all three agree.
#pragma once

#include "analysis/token.hpp"
#include "schema/lexicon.hpp"
#include "schema/token_stream.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/query/node.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace izde::searcher {

/// Something that Xapian can be asked for: a stem, a name key, a concept, …, with the statistics of its language.
struct Alternative {
  Reason reason = Reason::exact;                            ///< of the farthest form it brings
  analysis::Language language = analysis::Language::other;  ///< whose passages its frequency is measured against
  std::string term;
  double weight = 1;            ///< 0..1, against a word found as typed
  std::size_t frequency = 0;    ///< passages
  double idf = 0;               ///< own-language inverse document frequency
  bool adds = false;            ///< scored beside the best alternative instead of competing with it
  std::string concept_id;       ///< for concepts
  bool inside_mention = false;  ///< its words count only where the word's concept is named, never by themselves
};

/// How a lexicon form answers a word.
struct Grade {
  std::uint32_t alternative = 0;  ///< index into Atom::alternatives
  Reason reason = Reason::exact;
  float weight = 1;  ///< of one occurrence, within the alternative
};

/// One word (or multi-word name) of the query.
struct Atom {
  std::string word;     ///< as typed
  analysis::Span span;  ///< in the query
  std::vector<Alternative> alternatives;
  std::vector<std::unordered_map<schema::FormId, std::vector<Grade>>> forms;  ///< per shard
  analysis::Tokens tokens;    ///< of a single word: one for each reading it was expanded by
  std::uint8_t sections = 7;  ///< bit per schema::Section it may stand in
  bool as_written = false;    ///< an abbreviation of the word is another word
  bool precise = true;        ///< the terms bring exactly its passages; false: matches must be verified
  double best_idf() const;
};

/// Two neighbouring words of a ranked list, for nearness and, in Vietnamese, their common term.
struct Pair {
  std::uint32_t first = 0, second = 0;  ///< atoms
  std::vector<Alternative> terms;       ///< the bigram, where the language has one
};

struct PlanNode {
  enum class Kind : std::uint8_t { nothing, atom, phrase, near, all, any, best, except, term, dates };
  Kind kind = Kind::nothing;
  Occur occur = Occur::may;
  bool is_filter = false;      ///< typed as field:value or a date
  std::uint32_t atom = 0;      ///< of Kind::atom
  std::uint32_t distance = 0;  ///< of near
  std::vector<PlanNode> children;
  std::vector<std::string> terms;            ///< of Kind::term: any of these boolean terms
  std::int32_t first_day = 0, last_day = 0;  ///< of Kind::dates
};

struct Plan {
  PlanNode root;
  std::vector<Atom> atoms;
  std::vector<Pair> pairs;
  std::vector<Diagnostic> diagnostics;
  std::vector<Suggestion> suggestions;
};

/// Fields and dates narrow what the words find; they do not make the words optional, as an explicit + would: takes them
/// out of a ranked list and beside it.
PlanNode filters_apart(PlanNode best);

/// Whether every passage that the compiled query brings is a hit, so that counting needs no look at the streams.
bool is_precise(const Plan& plan);

}  // namespace izde::searcher
