// Query text → tree. Total: every text gives a tree, and what was not understood is said beside it.
#pragma once

#include "searcher/query/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

struct ParsedQuery {
  Node root;
  std::vector<Diagnostic> diagnostics;
};

/// Grammar in docs/QUERY.md. Never throws on any bytes; nesting deeper than 64 and words past the 1,024th are dropped
/// with a diagnostic. `fields` are the names that may stand before a colon; another name makes the colon part of a
/// plain word, with a diagnostic that lists the known ones.
ParsedQuery parse(std::string_view text, const std::vector<std::string>& fields);

/// The tree in query syntax: parse(print(q)) gives q again.
std::string print(const Node& node);

}  // namespace izde::searcher
