// Whether a passage has a term: of its fields, language or kind. A segment keeps no list of terms by passage, so that
// it is asked the other way round; the places in the lists asked last are kept.
#pragma once

#include <string>
#include <unordered_map>

#include <xapian.h>

namespace izde::searcher {

/// Not for several threads.
class PassageTerms {
 public:
  explicit PassageTerms(const Xapian::Database& database) : database_(database) {}

  bool has(Xapian::docid passage, const std::string& term) const;

 private:
  const Xapian::Database database_;
  mutable std::unordered_map<std::string, Xapian::PostingIterator> places_;
};

}  // namespace izde::searcher
