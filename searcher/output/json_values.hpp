// What the JSON outputs share (docs/JSON.md).
#pragma once

#include "searcher/engine/response.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace izde::searcher {

using Json = nlohmann::ordered_json;

inline constexpr int kJsonVersion = 1;

/// On one line; bytes that are not UTF-8 as U+FFFD.
std::string dumped(const Json& value);
/// Six digits are more than two machines agree on; 0 for what is not finite.
double rounded(double score);

Json json_of(const std::vector<Suggestion>& suggestions);
Json json_of(const std::vector<Diagnostic>& diagnostics);
Json json_of(const Explanation::Line& line);
/// For each name a list of its values, since any field may be given more than once.
Json json_of(const schema::Metadata& fields);
/// What a passage tells of the act it states; null where it states none.
Json act_of(const Hit& hit);
/// An answer begun: version, query, understood.
Json begun(const Understanding& said);
/// And ended: suggestions, diagnostics.
void end_with(const Understanding& said, Json& answer);

}  // namespace izde::searcher
