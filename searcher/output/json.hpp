// A hit as JSON, shared by the two JSON outputs.
#pragma once

#include "searcher/engine/response.hpp"
#include "searcher/output/outputs.hpp"

#include <string>

namespace izde::searcher {

/// The hit as one object on one line, led by the query's id.
std::string json_line(const Response& response, const Hit& hit, const RenderOptions& options);

}  // namespace izde::searcher
