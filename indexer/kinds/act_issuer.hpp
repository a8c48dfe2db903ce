// Who issued an act: of the concepts that issue acts (issuers.hpp) the one named where the act is told, or the one that
// the heading or the title names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/kinds/act_telling.hpp"
#include "indexer/kinds/facts.hpp"
#include "indexer/kinds/issuers.hpp"

namespace izde::indexer {

/// The concepts that a passage names, with the words where each stands.
class Named {
 public:
  Named(const schema::Passage& passage, const PassageFacts& facts, const thesaurus::Thesaurus& thesaurus);

  /// The issuer told with a cue in its sentence.
  struct Told {
    std::string issuer;    ///< empty where none is named
    bool by_word = false;  ///< by a word that means it at its time only (ревком), not by its name
    /// A body is told that is no concept (съезд, Семипалатинский Совет), nearer than any that is one.
    enum class Body : std::uint8_t { none, meeting, local } body = Body::none;
  };
  Told told_with(const FoundCue& cue, const Sentence& sentence) const;

  bool names(std::string_view issuer) const;
  /// The one issuer that a passage names; empty if it names none or more.
  std::string only_issuer() const;
  /// The issuer named last before a word that may have been there at a date.
  std::string last_before(std::size_t word, const analysis::FoundDate* date) const;
  /// The body for which those sign who are named in a sentence, if it was there at that date; empty if nobody does.
  std::string signed_for(const Sentence& sentence, const analysis::FoundDate* date) const;
  /// Whether a meeting may have been held where a sentence says: it names no place, or one that the thesaurus relates
  /// to the meeting.
  bool may_be_there(std::string_view meeting, const Sentence& sentence) const;
  std::vector<std::string> persons(const Sentence& sentence) const;

 private:
  struct Row {
    std::size_t begin = 0, end = 0;  // words
    std::string id;
    bool by_word = false;  // by a cue
  };
  bool is_of(const Row& row, std::string_view scheme) const;
  bool covers(std::size_t word) const;
  bool is_inflected(const Row& row) const;
  bool is_beside_place(const FoundCue& cue) const;
  bool is_local(const FoundCue& issuer) const;
  bool is_clause_closed(std::size_t word, std::size_t later) const;
  Told::Body body_of(const FoundCue& cue) const;

  const PassageFacts& facts_;
  analysis::Language language_;
  const thesaurus::Thesaurus& thesaurus_;
  std::vector<Row> rows_;
};

/// The issuer that a heading or title names with the noun of an act: постановления Алаш-Орды.
std::string issuer_by_noun(const FoundCue& noun, const analysis::Tokens& words, analysis::Language language,
                           const thesaurus::Thesaurus& thesaurus);

/// The first issuer of a heading's or title's words, empty if there is none; only a meeting if `meeting`.
std::string issuer_in(const analysis::Tokens& words, const std::vector<FoundCue>& cues,
                      const thesaurus::Thesaurus& thesaurus, bool meeting);

}  // namespace izde::indexer
