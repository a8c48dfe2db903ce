// Renderers of the answer to `izde-search why`.
#pragma once

#include "searcher/engine/why.hpp"

#include <iosfwd>

namespace izde::searcher {

/// Lines to read: the verdict, each word, the score taken apart.
void render_why(const Why& why, std::ostream& out);
/// docs/JSON.md: one object on one line.
void render_why_json(const Why& why, std::ostream& out);

}  // namespace izde::searcher
