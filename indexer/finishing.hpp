// A segment on its way from memory to the disk, by a thread of its own, while the next one is gathered.
#pragma once

#include "indexer/segment/segment.hpp"

#include <cstddef>
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <unordered_set>

namespace izde::indexer {

/// A segment that has all its passages and metadata, and the forms that came with it.
struct FullSegment {
  std::string name, folder;  ///< `folder`: its own
  std::unique_ptr<Segment> segment;
  std::string forms;             ///< a block, as of LexiconBuilder
  std::uint64_t first_form = 0;  ///< of the block
  std::size_t form_count = 0;
  std::unordered_set<std::uint64_t> documents;  ///< keys of what it holds, be it only in part
};

/// Goes away only when the work is done.
class Finishing {
 public:
  explicit Finishing(FullSegment full);

  const std::string& name() const { return name_; }
  bool holds(std::uint64_t document_key) const { return documents_.contains(document_key); }
  /// Returns when the segment is a database and permanent. Throws what went wrong; only once.
  void wait() { done_.get(); }

 private:
  std::string name_;
  std::unordered_set<std::uint64_t> documents_;
  std::future<void> done_;
};

}  // namespace izde::indexer
