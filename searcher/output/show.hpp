// Renderers of the answer to `izde-search show`.
#pragma once

#include "searcher/engine/show.hpp"
#include "searcher/output/outputs.hpp"

#include <iosfwd>

namespace izde::searcher {

/// Lines to read: the description of the document, then the passages; what is known of the one that was asked for.
void render_show(const Showing& showing, const RenderOptions& options, std::ostream& out);
/// docs/JSON.md: one object on one line, with all that is known of each passage.
void render_show_json(const Showing& showing, std::ostream& out);

}  // namespace izde::searcher
