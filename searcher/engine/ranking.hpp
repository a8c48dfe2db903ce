// Candidates → ranked list: fetches them from Xapian in blocks of fixed depth, verifies and re-scores each block, and
// goes on until the page is full or nothing is left, so that pages never repeat or skip a hit.
#pragma once

#include "schema/record.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/rerank.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/snapshot.hpp"

#include <functional>
#include <string>
#include <vector>

#include <xapian.h>

namespace izde::searcher {

struct RankedPassage {
  Xapian::docid passage = 0;  ///< with unit document: the best passage of it
  double score = 0;
  std::string document;
  std::uint32_t number = 1;  ///< of the passage in it
  std::int32_t day = 0;      ///< the first it names that the request asks for; undated ones come last
  std::size_t more = 0;      ///< further passages of the document among those ranked, when folded
};

struct Ranking {
  std::vector<RankedPassage> ranked;  ///< from rank 1 on, at least to the end of the page if there are so many
  Total total;
};

/// Ranks passages (folded by document if the request says so) or, with Unit::document, documents: a BM25 over the
/// document's summed frequencies and whole length plus half its best passage.
Ranking rank(const Plan& plan, const Request& request, const Snapshot& snapshot);

/// The same; where that finds nothing, once more with what only supports, for which the plan is relax()ed.
Ranking rank_or_relax(Plan& plan, const Request& request, const Snapshot& snapshot);

/// What scoring knows of a passage: `matches` and the words of its text. Its dates are the caller's to add.
Candidate passage_candidate(const Matches& matches, analysis::Language language, const schema::TokenStream& stream,
                            const Snapshot& snapshot);

/// Hands over every hit, unranked: each passage, whatever the request's unit, folding or page. A view is valid during
/// its call.
void for_each_hit(const Plan& plan, const Request& request, const Snapshot& snapshot,
                  const std::function<void(const schema::PassageView&)>& take);

/// The record of a document; empty if the index has none of that id.
schema::Metadata metadata_of(const Snapshot& snapshot, const std::string& document);

}  // namespace izde::searcher
