// Passage → passage with language, mentions and kinds, and its words: the step between splitting and writing. Runs on
// many threads at once.
#pragma once

#include "analysis/analyzer.hpp"
#include "analysis/date.hpp"
#include "indexer/dating.hpp"
#include "indexer/kinds/cues.hpp"
#include "schema/passage.hpp"
#include "schema/token_stream.hpp"
#include "thesaurus/thesaurus.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace izde::indexer {

/// A passage with the words of its title, heading and text (schema::Section), ready to be written.
struct EnrichedPassage {
  schema::Passage passage;
  std::array<analysis::Tokens, schema::kSections> tokens;
  std::string beside_words;  ///< what its texts hold beside them, as it will be stored
};

/// A passage as split, and what stands around it.
struct SplitPassage {
  schema::Passage passage;
  analysis::Language hint = analysis::Language::other;  ///< that the document or the user claims
  bool under_new_heading = false;  ///< the first one under its heading, so that the heading's names count as named here
  std::optional<analysis::DayRange> written = {};  ///< the document's own date
};

/// When a passage may have been written, as far as that decides what a name meant: the document's own date, and the
/// years that its text names (1000 to 2099); but in old spelling at the latest 1918, whatever the date of the edition.
/// Empty: nobody knows.
std::vector<analysis::DayRange> times_of(const schema::Passage& passage,
                                         const std::optional<analysis::DayRange>& written);

/// What passages are read with. Must outlive its use; shared by threads.
struct EnrichTools {
  const thesaurus::Thesaurus& thesaurus;  ///< built
  const analysis::Analyzer& analyzer;
  const Cues& cues;  ///< made with the same analyzer
};

/// `dating` is that of the passage's document, whose passages come in their order.
EnrichedPassage enrich(SplitPassage split, const EnrichTools& tools, Dating& dating);

}  // namespace izde::indexer
