#include "searcher/engine/passage_terms.hpp"

namespace izde::searcher {

bool PassageTerms::has(Xapian::docid passage, const std::string& term) const {
  const auto [row, is_new] = places_.try_emplace(term);
  Xapian::PostingIterator& place = row->second;
  const Xapian::PostingIterator end;
  if (is_new || place == end || *place > passage) place = database_.postlist_begin(term);
  if (place != end && *place < passage) place.skip_to(passage);
  return place != end && *place == passage;
}

}  // namespace izde::searcher
