#include <zstd.h>

#include <array>
#include <string>

#include "indexer/readers/compression.hpp"
#include "indexer/readers/readers.hpp"

namespace izde::indexer {
namespace {

struct FreeStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

class ZstdBytes : public Bytes {
 public:
  explicit ZstdBytes(std::unique_ptr<Bytes> packed) : packed_(std::move(packed)), stream_(ZSTD_createDStream()) {
    if (!stream_) throw ReadError("zstd: the library cannot start");
  }

  std::size_t read(char* buffer, std::size_t size) override {
    ZSTD_outBuffer output{buffer, size, 0};
    while (output.pos == 0 && size > 0) {
      if (!output_waits_ && input_.pos == input_.size && !refill()) return 0;
      const std::size_t result = ZSTD_decompressStream(stream_.get(), &output, &input_);
      if (ZSTD_isError(result) != 0) {
        throw ReadError("zstd: damaged near byte " + std::to_string(taken_ - (input_.size - input_.pos)) + " (" +
                        ZSTD_getErrorName(result) + ")");
      }
      inside_frame_ = result != 0;
      output_waits_ = output.pos == output.size;
    }
    return output.pos;
  }

 private:
  /// Whether there is more.
  bool refill() {
    const std::size_t got = packed_->read(chunk_.data(), chunk_.size());
    taken_ += got;
    input_ = {chunk_.data(), got, 0};
    if (got == 0 && inside_frame_) throw ReadError("zstd: cut off after byte " + std::to_string(taken_));
    return got > 0;
  }

  std::unique_ptr<Bytes> packed_;
  std::unique_ptr<ZSTD_DStream, FreeStream> stream_;
  std::array<char, 1U << 16> chunk_{};
  ZSTD_inBuffer input_{nullptr, 0, 0};
  std::uint64_t taken_ = 0;
  bool inside_frame_ = false;
  bool output_waits_ = false;  // the last buffer came back full: the decoder may hold more without more input
};

}  // namespace

std::unique_ptr<Bytes> unpack_zstd(std::unique_ptr<Bytes> packed) {
  return std::make_unique<ZstdBytes>(std::move(packed));
}

}  // namespace izde::indexer
