// Renderers of a Response: one row each. To add an output, write searcher/output/xx.cpp and a row in outputs.cpp.
#pragma once

#include "searcher/engine/response.hpp"
#include "searcher/output/citation.hpp"

#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

struct RenderOptions {
  bool color = false;                 ///< escape sequences for a terminal
  bool explain = false;               ///< show the tree, the expansions and the reason of each mark
  std::size_t width = 100;            ///< columns of the terminal (text, kwic)
  std::vector<Facet> facets;          ///< what to show instead of hits
  std::optional<CitationStyle> cite;  ///< a citation of each hit; formats that always have one take GOST
  std::string rerun;  ///< the command that gives this list again, without what it ran on (provenance.hpp)
};

struct OutputRow {
  std::string_view name;
  std::string_view media_type;
  std::string_view help;
  void (*render)(const Response&, const RenderOptions&, std::ostream&);
  /// The same of RenderOptions::facets; nullptr where they have no such form.
  void (*render_facets)(const Response&, const RenderOptions&, std::ostream&);
  bool cites = false;     ///< whether it shows citations (RenderOptions::cite)
  bool only_ids = false;  ///< it needs no more of a hit than its id and score
  bool is_file = false;   ///< it makes a whole file of one answer: lists of several queries cannot follow one another
};

std::span<const OutputRow> outputs();
/// The row of that name, or nullptr.
const OutputRow* find_output(std::string_view name);

}  // namespace izde::searcher
