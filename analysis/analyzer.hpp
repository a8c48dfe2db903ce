// From text to words: the one word-breaker and the one place where faces are made. Indexing and querying both call it,
// so that they cannot disagree. Stands between the detector (detect.hpp) and the term-namer (schema/terms.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.hpp"
#include "analysis/token.hpp"

namespace izde::analysis {

/// Changes whenever any text could get other tokens than before; an index made under another value is refused.
std::string_view analysis_version();

/// Immutable once made, cheap to share between threads.
class Analyzer {
 public:
  /// Any bytes in, tokens out: invalid UTF-8 counts as a break between words. Spans are offsets into `text`.
  Tokens analyze(std::string_view text, const Reading& reading) const;

  /// The spelling of a fragment of a word (for wildcards and fuzzy search): folded as `plain`, never stemmed.
  std::string plain(std::string_view fragment, const Reading& reading) const;

  /// Every way in which a query text may be meant, likeliest first: each language that uses its script; for Latin
  /// letters every Kazakh alphabet that gives another key; for Cyrillic both Russian spellings and Kazakh.
  std::vector<Reading> readings(std::string_view query_text) const;
};

}  // namespace izde::analysis
