// What a passage that was found tells, date by date: a hit → tellings.
#pragma once

#include "analysis/analyzer.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/telling.hpp"
#include "thesaurus/thesaurus.hpp"

#include <vector>

namespace izde::searcher {

struct TellingTools {
  const thesaurus::Thesaurus& thesaurus;
  const analysis::Analyzer& analyzer;  ///< that the passage was indexed with
  bool all_dates = false;              ///< every date it names, whatever kind of passage it is
};

/// A decree tells its act, by the date of its record. An event tells what stands at the dates nearest to the words that
/// were found, in their sentence or, where none has any, in the one before; in the heading, where the text has no date;
/// where no word was found in the text, at its finest date. Other passages tell nothing. One that names no date tells
/// by its document's, if that is a single day. Centuries, decades, “before” and “after” date nothing. Rising by date,
/// none twice.
std::vector<Telling> tellings_of(const Hit& hit, const TellingTools& tools);

}  // namespace izde::searcher
