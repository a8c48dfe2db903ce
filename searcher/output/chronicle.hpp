// Renderers of the answer to `izde-search timeline`.
#pragma once

#include "searcher/engine/chronicle.hpp"
#include "searcher/output/outputs.hpp"

#include <iosfwd>
#include <string>

namespace izde::searcher {

/// A few lines an entry: date and what, then names and the sources with their languages; at the end what is left out.
void render_chronicle(const Chronicle& chronicle, const RenderOptions& options, std::ostream& out);
/// A line an entry, with a header line (csv_line.hpp).
void render_chronicle_csv(const Chronicle& chronicle, const RenderOptions& options, std::ostream& out);
/// A list, dates in bold; the command that gives it again.
void render_chronicle_markdown(const Chronicle& chronicle, const RenderOptions& options, std::ostream& out);
/// docs/JSON.md: one object on one line.
void render_chronicle_json(const Chronicle& chronicle, const RenderOptions& options, std::ostream& out);

/// "1917-12-26 (O.S. 13)", "1918-01-08 (O.S. 1917-12-26)"; "1917-12-26 (O.S. 13?)" where the calendar is supposed.
std::string shown(const ToldDate& when);

}  // namespace izde::searcher
