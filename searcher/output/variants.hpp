// Renderers of the answer to `izde-search variants`.
#pragma once

#include "searcher/engine/variants.hpp"

#include <iosfwd>

namespace izde::searcher {

/// A table with aligned columns: form, language, script, how it belongs, passages, decades.
void render_variants(const Variants& variants, std::ostream& out);
/// The same, tab-separated.
void render_variants_tsv(const Variants& variants, std::ostream& out);
/// docs/JSON.md: one object on one line.
void render_variants_json(const Variants& variants, std::ostream& out);

}  // namespace izde::searcher
