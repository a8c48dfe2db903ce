#include "searcher/output/provenance.hpp"

namespace izde::searcher {

std::string provenance(const std::string& rerun, const std::string& index) {
  return rerun.empty() ? "" : rerun + "  # izde " IZDE_VERSION ", index " + index;
}

}  // namespace izde::searcher
