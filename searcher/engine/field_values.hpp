// The values that a keyword field has in an index: for wildcards in them, and to say when one is asked for that no
// passage has.
#pragma once

#include "schema/fields.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// As the writer stored it: case folded, but for an id, which keeps its capitals.
std::string field_value(std::string_view text, const schema::Field& field);

/// Terms of the field whose value fits a pattern with * and ?.
std::vector<std::string> terms_like(std::string_view pattern, const schema::Field& field, const Snapshot& snapshot);

/// What to tell people where no passage has any of the terms that `text` stands for, with some values there are.
std::optional<Diagnostic> told_missing(const Node& value, const std::vector<std::string>& terms,
                                       const schema::Field& field, const Snapshot& snapshot);

/// The same of the kinds asked for beside the query (--kind).
std::vector<Diagnostic> told_missing_kinds(const std::vector<std::string>& kinds, const Snapshot& snapshot);

}  // namespace izde::searcher
