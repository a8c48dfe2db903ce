#include "searcher/engine/passage_ids.hpp"

#include "schema/terms.hpp"

namespace izde::searcher {

std::optional<Xapian::docid> find_passage(const std::string& id, const Snapshot& snapshot) {
  return snapshot.first_with(schema::passage_term(id));
}

Xapian::docid passage_named(const std::string& id, const Snapshot& snapshot) {
  if (const auto found = find_passage(id, snapshot)) return *found;
  if (const std::size_t passages = passages_of(id, snapshot); passages > 0)
    throw UnknownPassage("“" + id + "” is a document; name one of its passages, " + id + "#p1 to " + id + "#p" +
                         std::to_string(passages));
  throw UnknownPassage("the index has no passage “" + id +
                       "”; izde-search --all --format tsv QUERY lists the ids of what a query finds, in its third "
                       "column");
}

std::size_t passages_of(const std::string& document, const Snapshot& snapshot) {
  return snapshot.all_with(schema::passages_of_document_term(document)).size();
}

}  // namespace izde::searcher
