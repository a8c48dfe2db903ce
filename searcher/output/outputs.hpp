// Renderers of a Response: one row each. To add an output, write searcher/output/xx.cpp and a row in outputs.cpp.
#pragma once

#include "searcher/engine/response.hpp"

#include <iosfwd>
#include <span>
#include <string_view>
#include <vector>

namespace izde::searcher {

struct RenderOptions {
  bool color = false;         ///< escape sequences for a terminal
  bool explain = false;       ///< show the tree, the expansions and the reason of each mark
  std::size_t width = 100;    ///< columns of the terminal (text, kwic)
  std::vector<Facet> facets;  ///< what to show instead of hits
};

struct OutputRow {
  std::string_view name;
  std::string_view media_type;
  std::string_view help;
  void (*render)(const Response&, const RenderOptions&, std::ostream&);
  /// The same of RenderOptions::facets; nullptr where they have no such form.
  void (*render_facets)(const Response&, const RenderOptions&, std::ostream&);
};

std::span<const OutputRow> outputs();
/// The row of that name, or nullptr.
const OutputRow* find_output(std::string_view name);

}  // namespace izde::searcher
