// What one typed word may be matched by: its inflections, spellings, scripts and names, with weights and reasons. The
// steps of expansion below the thesaurus, in the order of Reason.
#pragma once

#include "analysis/analyzer.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/readings.hpp"
#include "searcher/engine/snapshot.hpp"
#include "thesaurus/dictionary.hpp"

#include <string>
#include <string_view>

namespace izde::searcher {

/// How far a word is expanded.
enum class Depth : std::uint8_t {
  written,  ///< =word: letter for letter (case aside)
  plain,    ///< inside a phrase and with --exact: one spelling, not inflected
  forms,    ///< a function word: its forms, but nothing that only resembles it
  full      ///< a bare word
};

/// What is meant letter by letter is found however the passage that has it was read.
inline Spellings spellings_of(Depth depth) { return depth < Depth::forms ? Spellings::every : Spellings::likely; }

class WordExpander {
 public:
  /// `names`: whether words that may be names are looked for by their sound too.
  WordExpander(const Snapshot& snapshot, const thesaurus::Dictionary& dictionary, MainLanguage main, bool names)
      : snapshot_(snapshot), dictionary_(dictionary), main_(main), names_(names) {}

  /// Adds to `atom` all that the word's tokens (one for each reading) may be matched by.
  void expand(Atom& atom, const analysis::Tokens& readings, Depth depth) const;

  /// The words of an entry of the lexicon written as one (темір жол, теміржол); not in Vietnamese, where none are.
  void add_joined(Atom& atom, const analysis::Tokens& words) const;
  /// A concept of the thesaurus the word (or words) names.
  void add_concept(Atom& atom, const std::string& concept_id) const;
  /// The typed name itself, so that passages that spell it like the query can rank higher.
  void add_typed_name(Atom& atom, const analysis::Tokens& readings) const;
  /// Names that sound alike in any language.
  void add_name(Atom& atom, const analysis::Token& token) const;

  /// Adds the given forms of a shard, one alternative for each stem they have.
  struct FormMatch {
    schema::FormId form;
    double weight;
  };
  void add_forms(Atom& atom, std::size_t shard, const std::vector<FormMatch>& forms, Reason reason) const;

  /// Fills in frequency and idf from the index.
  void weigh(Alternative& alternative) const;

 private:
  struct Spelling {
    bool typed = false;     ///< the marks, or that there are none, are meant
    bool fallback = false;  ///< other marks are better than nothing
  };
  struct Wanted;
  bool is_written(std::string_view plain, const analysis::Token& token) const;
  Spelling spelling_of(const analysis::Token& token) const;
  void add_stem(Atom& atom, const analysis::Token& token, Depth depth) const;
  void add_name_key(Atom& atom, std::string_view key, double weight) const;
  void add_beginning(Atom& atom, const analysis::Token& token) const;
  void add_damaged(Atom& atom, const analysis::Token& token) const;
  void add_damaged_term(Atom& atom, std::string term, schema::Face face, double weight) const;
  bool may_lack_letters(const Atom& atom) const;

  const Snapshot& snapshot_;
  const thesaurus::Dictionary& dictionary_;
  MainLanguage main_;
  bool names_;
};

/// The term that stands for a form, as schema::stem_term for a token.
std::string stem_term(const schema::Form& form);
/// The forms of a lexicon that post the same stem term as a token.
std::vector<schema::FormId> forms_of_stem(const schema::Lexicon& lexicon, const analysis::Token& token);

}  // namespace izde::searcher
