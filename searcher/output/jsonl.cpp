#include "searcher/output/json.hpp"
#include "searcher/output/renderers.hpp"

#include <ostream>

namespace izde::searcher {

void render_jsonl(const Response& response, const RenderOptions& options, std::ostream& out) {
  for (const Hit& hit : response.hits) out << json_line(response, hit, options) << '\n';
}

}  // namespace izde::searcher
