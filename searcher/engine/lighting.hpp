// Matches → marks in the text: the few hits that are shown are analysed again, as they were when indexed, to get the
// places of their words.
#pragma once

#include "analysis/analyzer.hpp"
#include "searcher/engine/matches.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/response.hpp"

#include <optional>
#include <vector>

namespace izde::searcher {

/// The mark of each match, in their order, whether or not they overlap; nothing for those in titles and headings.
std::vector<std::optional<Mark>> mark_each(const schema::Passage& passage, const Matches& matches, const Plan& plan,
                                           const analysis::Analyzer& analyzer);

/// Marks of the matches in the passage's text, rising, not overlapping; of overlapping ones the longer stays, with the
/// closest reason; `analyzer` is that of the passage's index. Matches in titles and headings are left out.
std::vector<Mark> marks_of(const schema::Passage& passage, const Matches& matches, const Plan& plan,
                           const analysis::Analyzer& analyzer);

}  // namespace izde::searcher
