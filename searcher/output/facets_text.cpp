#include "searcher/output/line.hpp"
#include "searcher/output/notes.hpp"
#include "searcher/output/numbers.hpp"
#include "searcher/output/renderers.hpp"

#include <algorithm>
#include <cctype>
#include <ostream>

namespace izde::searcher {
namespace {

constexpr std::string_view kIndent = "  ";

void render_facet(Facet facet, const std::vector<FacetRow>& rows, const RenderOptions& options, std::ostream& out) {
  std::string heading(describe(facet));
  heading[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(heading[0])));
  out << (options.color ? bold(heading) : heading) << '\n';
  if (rows.empty()) out << kIndent << "none\n";
  const std::size_t width = rows.empty() ? 0 : columns(std::to_string(rows.front().count));  // the largest is first
  for (const FacetRow& row : rows) {
    const std::string count = std::to_string(row.count);
    out << kIndent << filling(count, width) << count << kIndent << one_line(row.name) << '\n';
  }
  out << '\n';
}

}  // namespace

void render_facets_text(const Response& response, const RenderOptions& options, std::ostream& out) {
  if (options.explain) render_understanding(response, out);
  const std::size_t hits = response.total.count;
  if (response.facets && hits > 0)
    for (const Facet facet : options.facets)
      render_facet(facet, (*response.facets)[static_cast<std::size_t>(facet)], options, out);
  out << (hits == 0   ? "Nothing found"
          : hits == 1 ? "Counted over 1 hit"
                      : "Counted over " + std::to_string(hits) + " hits")
      << " (" << fixed(response.seconds, 3) << " s)\n";
  render_notes(response, out);
}

}  // namespace izde::searcher
