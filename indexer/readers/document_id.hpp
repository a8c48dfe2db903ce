// Ids that stand in TREC runs, URLs and terms: without spaces and control characters.
#pragma once

#include <string>
#include <string_view>

namespace izde::indexer {

/// Escapes white space, control characters and bytes that are not UTF-8 as %XX ("a b" → "a%20b"), and a % that could
/// be taken for such an escape, so that different names stay different ("a%20b" → "a%2520b").
std::string escape_id(std::string_view name);

}  // namespace izde::indexer
