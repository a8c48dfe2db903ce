#include "indexer/readers/lines.hpp"

#include <algorithm>

namespace izde::indexer {
namespace {

constexpr std::size_t kChunk = 64U << 10;  // even, so that a UTF-16 unit is never cut by a full chunk

/// Fills a whole chunk if the source has as much: encodings are chosen by the first, and UTF-16 needs pairs.
std::string read_chunk(Source& source) {
  std::string chunk(kChunk, '\0');
  std::size_t filled = 0;
  while (filled < kChunk) {
    const std::size_t got = source.read(chunk.data() + filled, kChunk - filled);
    if (got == 0) break;
    filled += got;
  }
  chunk.resize(filled);
  return chunk;
}

}  // namespace

Lines::Lines(Source& source, const ReadOptions& options) : source_(source), max_size_(options.max_size) {
  chunk_ = read_chunk(source_);
  encoding_ = &choose_encoding(chunk_, {options.encoding, ""});
}

std::optional<Line> Lines::next() {
  line_.clear();
  too_long_ = false;
  line_byte_ = chunk_byte_ + at_;
  bool any = false;
  while (at_ < chunk_.size() || refill()) {
    any = true;
    const std::size_t end = find_end();
    keep(std::min(end, chunk_.size()));
    const std::size_t width = encoding_->reading.starts_with("utf16") ? 2 : 1;
    at_ = std::min(end == std::string::npos ? chunk_.size() : end + width, chunk_.size());
    if (end != std::string::npos) break;
  }
  if (!any) return std::nullopt;
  Line line;
  line.number = ++number_;
  line.too_long = too_long_;
  if (too_long_) return line;
  line.decoded = decode(line_, *encoding_, line_byte_);
  if (line.decoded.text.ends_with('\r')) line.decoded.text.pop_back();
  return line;
}

bool Lines::refill() {
  chunk_byte_ += chunk_.size();
  chunk_ = read_chunk(source_);
  at_ = 0;
  return !chunk_.empty();
}

/// Where the line ends in the chunk, or npos. In UTF-16 a line feed is a unit of its own, never half of one.
std::size_t Lines::find_end() const {
  if (!encoding_->reading.starts_with("utf16")) return chunk_.find('\n', at_);
  const std::string_view line_feed =
      encoding_->reading == "utf16be" ? std::string_view("\0\n", 2) : std::string_view("\n\0", 2);
  std::size_t end = chunk_.find(line_feed, at_);
  while (end != std::string::npos && end % 2 != 0) end = chunk_.find(line_feed, end + 1);
  return end;
}

void Lines::keep(std::size_t end) {
  const std::size_t length = end - at_;
  if (line_.size() + length > max_size_) {
    too_long_ = true;
    line_.clear();
    line_.shrink_to_fit();
  }
  if (!too_long_) line_.append(chunk_, at_, length);
}

}  // namespace izde::indexer
