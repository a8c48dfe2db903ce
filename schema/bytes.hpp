// How values lie in an index: unsigned numbers as varints (7 bits a byte, low first), texts with their length before
// them. Readers of damaged bytes get a BytesError, never memory that is not theirs.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace izde::schema {

struct BytesError : std::runtime_error {
  BytesError() : std::runtime_error("a stored record is cut short or damaged") {}
};

inline void append_number(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>(value | 0x80));
  out.push_back(static_cast<char>(value));
}

/// Eight bytes, low first: for numbers that fill them, such as hashes.
inline void append_fixed(std::string& out, std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

inline void append_text(std::string& out, std::string_view text) {
  append_number(out, text.size());
  out.append(text);
}

/// Reads what the functions above wrote, front to back. Views point into the bytes given.
class BytesReader {
 public:
  explicit BytesReader(std::string_view bytes) : rest_(bytes) {}

  bool done() const { return rest_.empty(); }
  /// Bytes that were not read yet.
  std::size_t left() const { return rest_.size(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1)[0]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    throw BytesError();
  }

  std::uint64_t fixed() {
    const std::string_view bytes = take(8);
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i) value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return value;
  }

  std::uint32_t number32() { return static_cast<std::uint32_t>(number()); }

  std::string_view text() { return take(number()); }

  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) throw BytesError();
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

 private:
  std::string_view rest_;
};

/// FNV-1a, 64 bits: names contents in fingerprints and hashes forms; not for anything hostile input must not guess.
constexpr std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0xCBF29CE484222325u) {
  std::uint64_t hash = seed;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash ^ (hash >> 32);
}

/// 16 hexadecimal digits.
std::string hex(std::uint64_t value);

}  // namespace izde::schema
