// The road out, whole: request → tree → plan → candidates → matches → scores → response. Safe to share by threads only
// if each has its own engine.
#pragma once

#include "searcher/engine/chronicle.hpp"
#include "searcher/engine/compare.hpp"
#include "searcher/engine/knowledge.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/show.hpp"
#include "searcher/engine/snapshot.hpp"
#include "searcher/engine/variants.hpp"
#include "searcher/engine/why.hpp"

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
  /// The tellings of what the passage request.like tells. Throws as search() does, and UnknownPassage.
  Comparison compare(const Request& request);
  /// A passage or a document to read. Throws as search() does, and UnknownPassage.
  Showing show(const ShowRequest& request);
  /// Why a passage is a hit or none, whatever page of the list the request asks for. Throws as search() does, and
  /// UnknownPassage.
  Why why(const std::string& passage, const Request& request);
  /// The forms in which the index has the words of the query. Throws as search() does.
  Variants variants(const Request& request);
  /// What was found in order of time. Throws as search() does.
  Chronicle chronicle(const Request& request);

 private:
  template <class Ask>
  auto asked(Ask ask);
  [[noreturn]] void refuse_damaged(const std::string& reason) const;

  std::vector<std::string> databases_;
  Knowledge knowledge_;
  std::vector<std::vector<std::string>> lists_;  // segments of the indexes before they were opened
  std::unique_ptr<Snapshot> snapshot_;
};

}  // namespace izde::searcher
