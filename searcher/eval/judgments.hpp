// What people judged relevant, and the queries of a batch: the two small files that a search is measured with.
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace izde::searcher {

using Judgments = std::map<std::string, std::map<std::string, int>>;  ///< qid → document id → grade

/// Reads "qid iter id grade" lines (white space; '#' lines and blank lines skipped). Throws std::runtime_error with
/// file and line on a malformed one, and on a second grade for the same id that differs from the first.
Judgments read_judgments(std::istream& in, const std::string& name);

struct BatchQuery {
  std::string qid;   ///< not empty, without white space
  std::string text;  ///< not empty
};

/// Queries in their order, and what is wrong with the lines that are none ("queries.tsv, line 3: …").
struct Batch {
  std::vector<BatchQuery> queries;
  std::vector<std::string> faults;
};

/// Reads "qid<TAB>query" lines ('#' lines and blank lines skipped; a byte order mark and CRLF are taken as they come).
/// A malformed line, or one whose qid came before, is a fault and left out.
Batch read_queries(std::istream& in, const std::string& name);

}  // namespace izde::searcher
