// Whether a query asks for acts (декрет, қаулы, luật) or for happenings (когда, қашан, khi nào): passages of that kind
// are raised a little (rerank.cpp). The words stand in tables/intent.tsv.
#pragma once

#include <array>
#include <string_view>

#include "schema/kinds.hpp"

namespace izde::searcher {

/// By schema::PassageKind: whether it is asked for.
using Intent = std::array<bool, schema::kPassageKinds>;

/// `query` as typed, in any language and script. Safe for threads.
Intent intent_of(std::string_view query);

/// Whether words say what a meeting is (съезд, съезі, đại hội).
bool names_meeting(std::string_view words);

}  // namespace izde::searcher
