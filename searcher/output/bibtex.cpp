#include "searcher/output/provenance.hpp"
#include "searcher/output/renderers.hpp"

#include <ostream>
#include <set>
#include <string>

namespace izde::searcher {

// Outside of entries BibTeX heeds nothing but an @, which command_line() avoids; % is for people.
void render_bibtex(const Response& response, const RenderOptions& options, std::ostream& out) {
  if (const std::string rerun = provenance(options.rerun, response.index); !rerun.empty()) out << "% " << rerun << '\n';
  std::set<std::string> cited_already;
  for (const Hit& hit : response.hits)
    if (cited_already.insert(hit.passage.document).second)
      out << '\n' << cite(CitationStyle::bibtex, cited(hit)) << '\n';
}

}  // namespace izde::searcher
