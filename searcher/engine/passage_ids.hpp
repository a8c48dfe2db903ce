// Passages and documents by their ids, as people copy them from an answer.
#pragma once

#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <xapian.h>

namespace izde::searcher {

/// There is no passage of that id; says what there is instead.
struct UnknownPassage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An id taken apart.
struct PassageName {
  std::string document;
  std::uint32_t number = 1;
};
/// Nothing where it is no passage's id.
std::optional<PassageName> parse_passage_id(std::string_view id);

/// A plan's node for that one passage.
PlanNode only(const PassageName& name);

/// The passage of an id (<document>#p<number>); nothing if the index has none.
std::optional<Xapian::docid> find_passage(const std::string& id, const Snapshot& snapshot);

/// The passage of an id. Throws UnknownPassage.
Xapian::docid passage_named(const std::string& id, const Snapshot& snapshot);

/// How many passages a document has; 0 where the index has no document of that id.
std::size_t passages_of(const std::string& document, const Snapshot& snapshot);

}  // namespace izde::searcher
