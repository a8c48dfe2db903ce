#include "searcher/output/numbers.hpp"
#include "searcher/output/renderers.hpp"

#include <cmath>
#include <limits>
#include <ostream>

namespace izde::searcher {

// trec_eval sorts by score, in single precision, and breaks ties by id: an equal score would change our order.
void render_trec(const Response& response, const RenderOptions&, std::ostream& out) {
  constexpr float kLowest = std::numeric_limits<float>::lowest();
  float before = std::numeric_limits<float>::max();
  for (const Hit& hit : response.hits) {
    float score = std::isfinite(hit.score) ? static_cast<float>(hit.score) : 0.0F;
    if (!(score < before)) score = std::nextafter(before, kLowest);
    before = score;
    out << response.qid << " Q0 " << hit.id << ' ' << std::to_string(hit.rank) << ' ' << exact_digits(score)
        << " izde\n";
  }
}

}  // namespace izde::searcher
