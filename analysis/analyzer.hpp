// From text to words: the one word-breaker and the one place where faces are made. Indexing and querying both call it,
// so that they cannot disagree. Stands between the detector (detect.hpp) and the term-namer (schema/terms.hpp).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.hpp"
#include "analysis/token.hpp"

namespace izde::analysis {

/// Changes whenever any text could get other tokens than before; an index made under another value is refused.
std::string_view analysis_version();

class KazakhSupport;

/// Immutable once made, cheap to copy and to share between threads.
class Analyzer {
 public:
  Analyzer() = default;  ///< stems Kazakh by the words that the library was trained on
  /// Stems Kazakh by the words of a collection (filters/kazakh_learn.hpp). Not null.
  explicit Analyzer(std::shared_ptr<const KazakhSupport> learned) : learned_(std::move(learned)) {}

  /// The same for analyzers that give the same tokens.
  std::uint64_t fingerprint() const;

  /// Any bytes in, tokens out: invalid UTF-8 counts as a break between words. Spans are offsets into `text`.
  Tokens analyze(std::string_view text, const Reading& reading) const;

  /// The spelling of a fragment of a word (for wildcards and fuzzy search): folded as `plain`, never stemmed.
  std::string plain(std::string_view fragment, const Reading& reading) const;

  /// Every way in which a query text may be meant, likeliest first: each language that uses its script; for Latin
  /// letters every Kazakh alphabet that gives another key; for Cyrillic both Russian spellings and Kazakh.
  std::vector<Reading> readings(std::string_view query_text) const;

 private:
  const KazakhSupport& support() const;

  std::shared_ptr<const KazakhSupport> learned_;  ///< null: what is shipped
};

}  // namespace izde::analysis
