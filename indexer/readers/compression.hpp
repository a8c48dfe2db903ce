// Streams of bytes under a Source: a file or memory as it is, or unpacked on the way. Nothing here holds more than a
// buffer, so that a bomb costs its reader only what it asks for.
#pragma once

#include <cstddef>
#include <memory>

namespace izde::indexer {

class Bytes {
 public:
  Bytes() = default;
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;
  virtual ~Bytes() = default;
  /// Up to `size` bytes (size > 0) into `buffer`; 0 at the end. Throws ReadError.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
};

/// Unpacks gzip, all members of it. Throws ReadError where it is damaged or ends early, naming the byte.
std::unique_ptr<Bytes> unpack_gzip(std::unique_ptr<Bytes> packed);
/// Unpacks Zstandard, all frames of it. Throws ReadError where it is damaged or ends early, naming the byte.
std::unique_ptr<Bytes> unpack_zstd(std::unique_ptr<Bytes> packed);

}  // namespace izde::indexer
