// What the engine has to say about a query, in lines to read.
#pragma once

#include "searcher/engine/response.hpp"

#include <iosfwd>

namespace izde::searcher {

/// “Did you mean …” and notes, a line each.
void render_notes(const Understanding& said, std::ostream& out);
/// The same of the query of an answer.
void render_notes(const Response& response, std::ostream& out);

}  // namespace izde::searcher
