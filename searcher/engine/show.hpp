// A passage to read, with its neighbours and all that the index knows of it; or a document from its first passage on.
// Values only; searcher/output shows them.
#pragma once

#include "searcher/engine/knowledge.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/snapshot.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

namespace izde::searcher {

struct ShowRequest {
  std::string id;           ///< of a passage, or of a document
  std::size_t context = 1;  ///< passages before and after a passage, of its document
  std::size_t count = 10;   ///< passages of a document, from the first on
};

/// A concept of the thesaurus that a passage names, and the words that name it.
struct NamedMention {
  struct Words {
    schema::Section section = schema::section_text;
    std::string text;                         ///< as the text has them; of titles and headings in lower case
    std::optional<analysis::Span> span = {};  ///< in the text; nothing for titles and headings
  };
  std::string id;
  std::string name;  ///< in the language of the passage
  std::vector<Words> words;
};

struct ShownPassage {
  Hit hit;             ///< its rank, score and marks say nothing
  bool asked = false;  ///< it is the one that was asked for, not a neighbour
  std::vector<NamedMention> people, places, institutions, peoples;  ///< in the order of the text
};

struct Showing {
  std::string id;        ///< as asked for
  std::string document;  ///< id
  schema::Metadata metadata;
  std::size_t passages = 0;         ///< that the document has
  std::vector<ShownPassage> shown;  ///< by number
};

/// A passage of the index with whom and what it names.
ShownPassage shown_passage(Xapian::docid passage, const Snapshot& snapshot, const Knowledge& knowledge);

/// Throws UnknownPassage.
Showing show(const ShowRequest& request, const Snapshot& snapshot, const Knowledge& knowledge);

}  // namespace izde::searcher
