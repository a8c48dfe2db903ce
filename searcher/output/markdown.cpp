#include "searcher/output/line.hpp"
#include "searcher/output/listing.hpp"
#include "searcher/output/markdown_text.hpp"
#include "searcher/output/provenance.hpp"
#include "searcher/output/renderers.hpp"

#include <ostream>

namespace izde::searcher {
namespace {

constexpr std::size_t kDates = 3;

void render(const Hit& hit, const RenderOptions& options, std::ostream& out) {
  const std::string number = std::to_string(hit.rank) + ". ";
  const std::string indent(number.size(), ' ');
  const schema::Passage& passage = hit.passage;
  out << number << markdown_text(passage.title.empty() ? hit.id : passage.title);
  if (!passage.heading.empty()) out << " › " << markdown_text(passage.heading);
  if (const std::string when = listed(first_of(hit.dates, kDates)); !when.empty())
    out << " (" << markdown_text(when) << ')';
  const std::string excerpt = isolated(markdown_excerpt(hit), is_right_to_left(passage));
  out << "\n\n" << indent << "> " << excerpt << "\n\n";
  const std::string citation = cite(options.cite.value_or(CitationStyle::gost), cited(hit));
  out << indent << markdown_text(citation) << ' ' << markdown_text("[" + hit.id + "]") << "\n\n";
}

}  // namespace

void render_markdown(const Response& response, const RenderOptions& options, std::ostream& out) {
  for (const Hit& hit : response.hits) render(hit, options, out);
  out << markdown_command(provenance(options.rerun, response.index));
}

}  // namespace izde::searcher
