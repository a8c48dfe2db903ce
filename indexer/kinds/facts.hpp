// What can be seen in a passage that tells what kind of passage it is: cues, dates, names and structure, sentence by
// sentence. kinds.hpp weighs it, act.hpp reads the act from it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dates/find_dates.hpp"
#include "analysis/token.hpp"
#include "indexer/kinds/cues.hpp"
#include "schema/passage.hpp"
#include "schema/token_stream.hpp"
#include "thesaurus/thesaurus.hpp"

namespace izde::indexer {

/// A set of facts, a bit each.
using FactSet = std::uint64_t;

/// The bit of a fact: a class of cues (tables/kind_cues.tsv), or one of: date; day, month, year, period (what it
/// tells); person, place, office (an institution or a meeting of the thesaurus); number (№ 253), item (numbered point),
/// quote; vi, kk, ru; of a text told, issued (that an act is, act_telling.hpp). 0 if there is none of that name.
FactSet fact(std::string_view name);
/// The names of a set's facts, "+" between.
std::string names_of(FactSet facts);

struct Sentence {
  std::size_t first = 0, end = 0;  ///< of PassageFacts::words
  std::size_t begin_byte = 0, end_byte = 0;
  FactSet facts = 0;
};

struct PassageFacts {
  analysis::Tokens words;      ///< of the text, single ones
  std::vector<FoundCue> cues;  ///< in them, by place
  std::vector<Sentence> sentences;
  std::vector<analysis::FoundDate> dates;  ///< of the text
  analysis::Tokens title_words, heading_words;
  std::vector<FoundCue> title_cues, heading_cues;
  std::vector<analysis::FoundDate> title_dates, heading_dates;
  std::optional<int> year_before;  ///< of the act told last in the document, if its date is known
  FactSet title = 0, heading = 0;
  FactSet text = 0;  ///< of all sentences

  /// Bytes of the text, of a cue in it.
  analysis::Span span_of(const FoundCue& cue) const {
    return {words[cue.token].span.begin, words[cue.token + cue.width - 1].span.end};
  }
};

/// What a passage and its words are read with.
struct FactTools {
  const Cues& cues;
  const thesaurus::Thesaurus& thesaurus;
};

/// `tokens` are those of the passage's title, heading and text; its dates must be known.
PassageFacts facts_of(const schema::Passage& passage, const std::array<analysis::Tokens, schema::kSections>& tokens,
                      const FactTools& tools);

}  // namespace izde::indexer
