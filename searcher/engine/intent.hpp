// Whether a query asks for acts (декрет, қаулы, luật) or for happenings (когда, қашан, khi nào): passages of that kind
// are raised a little (rerank.cpp). The words stand in tables/intent.tsv.
#pragma once

#include "schema/kinds.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// By schema::PassageKind: whether it is asked for.
using Intent = std::array<bool, schema::kPassageKinds>;

/// Words that ask for a kind: stems as the query's are made.
struct IntentRow {
  std::size_t kind = 0;  ///< index of a schema::PassageKind; one above the last: a meeting
  std::vector<std::string> words;
};

/// The rows of a table like tables/intent.tsv; throws std::logic_error on a kind that there is not and on words that
/// are none.
std::vector<IntentRow> intent_rows(std::string_view table);

/// `query` as typed, in any language and script. Safe for threads.
Intent intent_of(std::string_view query);

/// Whether words say what a meeting is (съезд, съезі, đại hội).
bool names_meeting(std::string_view words);

}  // namespace izde::searcher
