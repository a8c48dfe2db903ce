// Where a passage tells its main act: the noun that names it (постановление, қаулы, nghị quyết) or, where none does,
// the verb of deciding. A text that adopts one act names others: those it annuls, quotes or rests on.
#pragma once

#include <functional>

#include "indexer/kinds/facts.hpp"

namespace izde::indexer {

/// A noun or a verb of a sentence.
struct Telling {
  const FoundCue* cue = nullptr;  ///< null: no act is told
  const Sentence* sentence = nullptr;
  int points = 0;          ///< how well it is told
  bool is_told = false;    ///< well enough to be the passage's act
  bool is_issued = false;  ///< and a noun by which a verb of issuing stands
};

/// Whether a cue names an act: by its kind (act), as something decided (ruling), as a document (paper, reply).
bool is_act_noun(const FoundCue& cue);
/// Whether that noun leaves open what kind of act it is.
bool is_general_noun(const FoundCue& cue);

/// Says that a cue in a sentence is of somebody else's act.
using IsForeign = std::function<bool(const FoundCue&, const Sentence&)>;

/// Finds the main act of a passage.
class ActTeller {
 public:
  ActTeller(const PassageFacts& facts, analysis::Language language, IsForeign is_foreign);

  /// The first noun by which a verb of issuing stands, else the first noun or verb of deciding that is told well
  /// enough, else the best of all.
  Telling main_telling() const;
  /// The type of the act that a telling names: of its noun; of a general noun the next one that says more. "" if it
  /// does not say.
  std::string_view type_told(const Telling& telling) const;

 private:
  bool is_issued(const FoundCue& noun, const Sentence& sentence) const;
  bool is_annulled(const FoundCue& noun, const Sentence& sentence) const;
  bool is_denied(const FoundCue& noun) const;
  bool is_of_others(const FoundCue& cue, const Sentence& sentence) const;
  int points_of(const FoundCue& cue, const Sentence& sentence) const;
  const Sentence* sentence_of(const FoundCue& cue) const;

  const PassageFacts& facts_;
  analysis::Language language_;
  IsForeign is_foreign_;
  std::vector<std::string_view> foreign_types_;  ///< of acts that others issued: "по этому закону" is theirs as well
};

}  // namespace izde::indexer
