// A source that tells how much of it has been read, for the time left.
#pragma once

#include "indexer/readers/readers.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace izde::indexer {

/// Counts what is read of plain files, so that the time left can be told; compressed ones are counted when done.
class CountedSource : public Source {
 public:
  CountedSource(Source& source, std::uint64_t& bytes) : source_(source), bytes_(bytes) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t got = source_.read(buffer, size);
    bytes_ += got;
    return got;
  }
  const std::string& path() const override { return source_.path(); }
  const std::string& document_id() const override { return source_.document_id(); }

 private:
  Source& source_;
  std::uint64_t& bytes_;
};

}  // namespace izde::indexer
