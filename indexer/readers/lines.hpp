// Lines of a source of any length, one at a time, decoded: for formats of one document a line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/readers/encoding.hpp"
#include "indexer/readers/readers.hpp"

namespace izde::indexer {

struct Line {
  std::uint64_t number = 0;  ///< from 1
  bool too_long = false;     ///< longer than allowed: its text was not kept
  Decoded decoded;           ///< without its line end
};

/// Reads lines ended by \n, \r\n, or the end of the source. The encoding is chosen by the first 64 KiB; the memory
/// taken is that of one line, and of a line that is too long only `max_size` bytes.
class Lines {
 public:
  /// Throws ReadError where the beginning is no text, or the encoding named is unknown.
  Lines(Source& source, const ReadOptions& options);

  /// The next line, or nothing at the end. Throws ReadError (damaged compression, I/O).
  std::optional<Line> next();

 private:
  bool refill();
  std::size_t find_end() const;
  void keep(std::size_t end);

  Source& source_;
  std::uint64_t max_size_;
  const Encoding* encoding_ = nullptr;
  std::string chunk_;  // bytes read; those before at_ are used up
  std::size_t at_ = 0;
  std::uint64_t chunk_byte_ = 0;  // where chunk_ begins in the source
  std::string line_;              // bytes of the line so far
  std::uint64_t line_byte_ = 0;
  std::uint64_t number_ = 0;
  bool too_long_ = false;
};

}  // namespace izde::indexer
