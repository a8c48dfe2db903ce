#include "schema/token_stream.hpp"

#include "schema/bytes.hpp"

#include <algorithm>
#include <cstring>

namespace izde::schema {
namespace {

// Forms are told by how far they lie behind the base, and as many more as these signs take.
constexpr std::uint64_t kBeside = 0;  // a width follows, and then the form
constexpr std::uint64_t kBefore = 1;  // a form before the base follows, as it is
constexpr std::uint64_t kSigns = 2;

}  // namespace

std::uint32_t TokenStream::length(Section section) const {
  std::uint32_t count = left_out[section];
  for (const StreamWord& word : sections[section]) count += word.width == 1;
  return count;
}

bool FormSearch::may_be_in(std::string_view stream) const {
  const auto base = static_cast<FormId>(BytesReader(stream).number());
  if (written_.empty() || base != base_) {
    base_ = base;
    written_.clear();
    for (const FormId form : forms_)
      append_number(written_.emplace_back(), form < base ? form : std::uint64_t{form} - base + kSigns);
  }
  return std::any_of(written_.begin(), written_.end(), [&](const std::string& form) {
    return ::memmem(stream.data(), stream.size(), form.data(), form.size()) != nullptr;
  });
}

std::string encode(const TokenStream& stream) {
  std::string out;
  append_number(out, stream.base);
  for (const auto& words : stream.sections) {
    append_number(out, words.size());
    for (const StreamWord& word : words) {
      if (word.width != 1) {
        append_number(out, kBeside);
        append_number(out, word.width);
      }
      if (word.form < stream.base) {
        append_number(out, kBefore);
        append_number(out, word.form);
      } else {
        append_number(out, std::uint64_t{word.form} - stream.base + kSigns);
      }
    }
  }
  return out;
}

namespace {

// BytesReader::number() for the innermost loop of a search.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  std::uint64_t next() {
    std::uint64_t value = byte();
    if (value < 0x80) return value;
    value &= 0x7F;
    for (unsigned shift = 7; shift < 64; shift += 7) {
      const std::uint64_t more = byte();
      value |= (more & 0x7F) << shift;
      if (more < 0x80) return value;
    }
    throw BytesError();
  }

 private:
  std::uint64_t byte() {
    if (at_ == end_) throw BytesError();
    return static_cast<unsigned char>(*at_++);
  }

  const char* at_;
  const char* end_;
};

}  // namespace

void decode(std::string_view bytes, TokenStream& stream, const FormSieve* only) {
  Numbers in(bytes);
  stream.base = static_cast<FormId>(in.next());
  for (std::size_t section = 0; section < kSections; ++section) {
    auto& words = stream.sections[section];
    words.clear();
    std::uint32_t left_out = 0;
    std::uint32_t next = 0;
    for (std::uint64_t left = in.next(); left > 0; --left) {
      std::uint64_t head = in.next();
      const bool beside = head == kBeside;
      const std::uint32_t width = beside ? static_cast<std::uint32_t>(in.next()) : 1;
      if (beside) head = in.next();
      const auto form = static_cast<FormId>(head == kBefore ? in.next() : head - kSigns + stream.base);
      const std::uint32_t position = beside ? (next == 0 ? 0 : next - 1) : next++;
      if (only == nullptr || only->may_hold(form))
        words.push_back({form, position, width});
      else
        left_out += width == 1 ? 1 : 0;
    }
    stream.left_out[section] = left_out;
  }
}

}  // namespace izde::schema
