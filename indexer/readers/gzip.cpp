#include <zlib.h>

#include <array>
#include <string>

#include "indexer/readers/compression.hpp"
#include "indexer/readers/readers.hpp"

namespace izde::indexer {
namespace {

constexpr int kGzipOnly = 15 + 16;  // zlib: largest window, gzip header required

class GzipBytes : public Bytes {
 public:
  explicit GzipBytes(std::unique_ptr<Bytes> packed) : packed_(std::move(packed)) {
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) throw ReadError("gzip: zlib cannot start");
  }
  ~GzipBytes() override { inflateEnd(&stream_); }

  std::size_t read(char* buffer, std::size_t size) override {
    if (done_ || size == 0) return 0;
    stream_.next_out = reinterpret_cast<Bytef*>(buffer);
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30));
    const uInt wanted = stream_.avail_out;
    while (stream_.avail_out == wanted && !done_) step();
    return wanted - stream_.avail_out;
  }

 private:
  void step() {
    if (stream_.avail_in == 0) refill();
    if (stream_.avail_in == 0) {
      if (!between_members_) throw ReadError("gzip: cut off after byte " + std::to_string(taken_));
      done_ = true;
      return;
    }
    if (between_members_) {
      if (skip_padding()) return;
      between_members_ = false;
    }
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      between_members_ = true;
      inflateReset(&stream_);
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      const std::string why = stream_.msg != nullptr ? stream_.msg : "damaged data";
      throw ReadError("gzip: damaged at byte " + std::to_string(taken_ - stream_.avail_in) + " (" + why + ")");
    }
  }

  void refill() {
    const std::size_t got = packed_->read(input_.data(), input_.size());
    taken_ += got;
    stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
    stream_.avail_in = static_cast<uInt>(got);
  }

  /// Tapes and some writers fill up with zero bytes after the last member.
  bool skip_padding() {
    if (*stream_.next_in != 0) return false;
    ++stream_.next_in;
    --stream_.avail_in;
    return true;
  }

  std::unique_ptr<Bytes> packed_;
  z_stream stream_{};
  std::array<char, 1U << 16> input_{};
  std::uint64_t taken_ = 0;
  bool between_members_ = false;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<Bytes> unpack_gzip(std::unique_ptr<Bytes> packed) {
  return std::make_unique<GzipBytes>(std::move(packed));
}

}  // namespace izde::indexer
