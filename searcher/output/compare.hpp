// Renderers of the answer to `izde-search compare`.
#pragma once

#include "searcher/engine/compare.hpp"
#include "searcher/output/outputs.hpp"

#include <iosfwd>

namespace izde::searcher {

/// Lines to read: the sources, numbered; then each question with its answers and who gives them in which words.
void render_comparison(const Comparison& comparison, const RenderOptions& options, std::ostream& out);
/// docs/JSON.md: one object on one line.
void render_comparison_json(const Comparison& comparison, std::ostream& out);

}  // namespace izde::searcher
