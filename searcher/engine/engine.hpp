// The road out, whole: request → tree → plan → candidates → matches → scores → response. Safe to share by threads only
// if each has its own engine.
#pragma once

#include "searcher/engine/knowledge.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/snapshot.hpp"

#include <memory>
#include <string>
#include <vector>

namespace izde::searcher {

class Engine {
 public:
  /// The indexes are opened by the first search.
  Engine(std::vector<std::string> databases, const Knowledge& knowledge);

  /// Answers a request; when a writer has meanwhile replaced what is being read, reopens and starts again. Throws
  /// schema::IndexError when that does not help or the index fails.
  Response search(const Request& request);

 private:
  std::vector<std::string> databases_;
  Knowledge knowledge_;
  std::unique_ptr<Snapshot> snapshot_;
};

}  // namespace izde::searcher
