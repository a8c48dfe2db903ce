#include "schema/token_stream.hpp"

#include "schema/bytes.hpp"

namespace izde::schema {
namespace {

constexpr std::uint64_t kBeside = 0;  // a width follows, and then the form; else forms stand alone, one more each

}  // namespace

std::uint32_t TokenStream::length(Section section) const {
  std::uint32_t count = 0;
  for (const StreamWord& word : sections[section]) count += word.width == 1;
  return count;
}

std::string encode(const TokenStream& stream) {
  std::string out;
  for (const auto& words : stream.sections) {
    append_number(out, words.size());
    for (const StreamWord& word : words) {
      if (word.width != 1) {
        append_number(out, kBeside);
        append_number(out, word.width);
      }
      append_number(out, std::uint64_t{word.form} + 1);
    }
  }
  return out;
}

void decode(std::string_view bytes, TokenStream& stream) {
  BytesReader in(bytes);
  for (auto& words : stream.sections) {
    words.clear();
    std::uint32_t next = 0;
    for (std::uint64_t left = in.number(); left > 0; --left) {
      std::uint64_t head = in.number();
      const bool beside = head == kBeside;
      const std::uint32_t width = beside ? in.number32() : 1;
      if (beside) head = in.number();
      const std::uint32_t position = beside ? (next == 0 ? 0 : next - 1) : next++;
      words.push_back({static_cast<FormId>(head - 1), position, width});
    }
  }
}

}  // namespace izde::schema
