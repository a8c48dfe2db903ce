// A query expanded for an index: every word with all it may be matched by, each with a weight and a reason. compile()
// makes candidates of it, Matcher finds its words in token streams, rerank() scores by it; so all three agree.
#pragma once

#include "analysis/date.hpp"
#include "analysis/token.hpp"
#include "schema/lexicon.hpp"
#include "schema/token_stream.hpp"
#include "searcher/engine/intent.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/weights.hpp"
#include "searcher/query/node.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace izde::searcher {

/// Something that Xapian can be asked for: a stem, a name key, a concept, …, with the statistics of its language.
struct Alternative {
  Reason reason = Reason::exact;                            ///< of the farthest form it brings
  analysis::Language language = analysis::Language::other;  ///< whose passages its frequency is measured against
  std::string term;                              ///< empty where there is none of its own or any_of holds several
  std::vector<std::vector<std::string>> any_of;  ///< of translations: terms of each, all of which its passages have
  std::string shown;                             ///< of translations: their words
  double weight = 1;                             ///< 0..1, against a word found as typed
  std::size_t frequency = 0;                     ///< passages
  double idf = 0;                                ///< own-language inverse document frequency
  bool adds = false;                             ///< scored beside the best alternative instead of competing with it
  bool weak = false;                             ///< better than nothing: supports if the word is known otherwise
  bool supports = false;        ///< counts where the word, or another one, is found; brings no passage by itself
  bool part = false;            ///< brings a passage only together with the other words of the atom's entry
  std::string concept_id;       ///< for concepts
  std::string issuer_id;        ///< for acts: the concept that issued them
  bool inside_mention = false;  ///< its words count only where the word's concept is named, never by themselves
};

/// How a lexicon form answers a word.
struct Grade {
  std::uint32_t alternative = 0;  ///< index into Atom::alternatives
  Reason reason = Reason::exact;
  float weight = 1;  ///< of one occurrence, within the alternative
};

/// Several words, a translation or an entry of the lexicon, which must stand in a row.
struct Sequence {
  std::uint32_t alternative = 0;
  float weight = 1;
  std::vector<std::vector<std::vector<schema::FormId>>> words;  ///< by shard, then word: the forms it may have
};

/// One word (or multi-word name) of the query.
struct Atom {
  std::string word;     ///< as typed
  analysis::Span span;  ///< in the query
  std::vector<Alternative> alternatives;
  std::vector<std::vector<std::pair<schema::FormId, Grade>>> forms;  ///< per shard, in no order
  analysis::Tokens tokens;  ///< of a single word: one for each reading it was expanded by
  std::vector<Sequence> sequences;
  std::vector<std::uint32_t> entry;  ///< atoms, itself among them, that make one word of the lexicon; empty: none
  std::uint8_t sections = 7;         ///< bit per schema::Section it may stand in
  bool names_nothing = false;        ///< a function word: has no translation, so other languages are not held to it
  bool as_written = false;           ///< an abbreviation of the word is another word
  bool in_text_only = false;         ///< phrases, forms, patterns: a title stands by every passage of its document
  bool precise = true;               ///< the terms bring exactly its passages; false: matches must be verified
  /// The most an occurrence is worth in the query's own language; if it has none there, in translation.
  double best_idf() const;
  /// The same in passages of a language: if the word is translated there, what its translation would be worth if it
  /// were as good as the word itself. So that languages can be compared: all that a passage of a language can have.
  double best_idf(analysis::Language language) const;
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
  std::string typed;               ///< of fields, dates, phrases and NEAR: the part of the query they stand for
  std::vector<std::string> terms;  ///< of Kind::term: any of these boolean terms
  std::int32_t first_day = 0, last_day = 0;  ///< of Kind::dates
  double weight = 0;                         ///< of dates that rank and do not filter
  bool only_exact = false;  ///< of those: dates no wider than what is asked bring passages, months and years do not
  bool undated = false;     ///< of those that filter: passages without any date pass
};

/// A date that is asked for: the days it means and those by which texts may name them, with what these are worth.
struct AskedDate {
  struct Days {
    analysis::DayRange days;
    double weight = 1;
  };
  std::vector<Days> days;
  std::string typed;
  analysis::Span span;  ///< in the query; empty where a filter asks
  bool ranks = true;    ///< false: a filter over so long a time that agreement says nothing
};

struct Plan {
  PlanNode root;
  std::vector<Atom> atoms;
  std::vector<Pair> pairs;
  std::vector<AskedDate> dates;
  Intent intent{};
  Weights weights = usual_weights();
  std::vector<Diagnostic> diagnostics;
  std::vector<Suggestion> suggestions;
};

/// Fields and dates narrow what the words find; they do not make the words optional, as an explicit + would: takes them
/// out of a ranked list and beside it.
PlanNode filters_apart(PlanNode best);

/// Lets what is better than nothing support only, where the word is known otherwise.
void let_weak_support(Atom& atom);

/// Lets what only supports bring passages too; false if there is nothing of the kind.
bool relax(Plan& plan);

/// Whether every passage that the compiled query brings is a hit, so that counting needs no look at the streams.
bool is_precise(const Plan& plan);

}  // namespace izde::searcher
