// Retrieval measures over ranked lists and judgments: nDCG@10 (gain 2^rel - 1, log2 discount), MRR@10, Recall@100, MAP.
// A query that has judgments but no list counts 0; negative judgments count as 0. Definitions as in trec_eval, save for
// the exponential gain (Burges et al. 2005).
#pragma once

#include "searcher/eval/judgments.hpp"

#include <map>
#include <string>
#include <vector>

namespace izde::searcher {

using RankedLists = std::map<std::string, std::vector<std::string>>;  ///< qid → ids, best first

struct Measures {
  double ndcg10 = 0, mrr10 = 0, recall100 = 0, map = 0;
};

/// Measures of one list. `relevant` must hold at least one grade > 0, or all is 0. An id that comes again in the list
/// counts once, at its first place; its other places are as if not judged.
Measures measure(const std::vector<std::string>& ranked, const std::map<std::string, int>& relevant);

struct Evaluation {
  Measures mean;                            ///< over `queries`
  std::map<std::string, Measures> queries;  ///< by qid, those that have a relevant document
};

/// An id in the list matches a judgment by itself; a judgment of "doc#anchor" is also met by the document id "doc" when
/// `by_document`, taking the highest grade.
Evaluation evaluate(const RankedLists& lists, const Judgments& judgments, bool by_document);

}  // namespace izde::searcher
