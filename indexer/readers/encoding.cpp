#include "indexer/readers/encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "indexer/characters.hpp"
#include "indexer/readers/byte_code.hpp"
#include "indexer_tables.hpp"

namespace izde::indexer {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr char32_t kByteOrderMark = 0xFEFF;

/// How names of encodings are compared: "Windows-1251", "windows_1251" and "WINDOWS1251" are one.
std::string folded(std::string_view name) {
  std::string folded = ascii_lower(name);
  std::erase_if(folded, [](char c) { return c == '-' || c == '_' || c == '.' || c == ' ' || c == ':'; });
  return folded;
}

std::vector<Encoding> load_encodings() {
  std::vector<Encoding> encodings;
  for (const analysis::Row& row : analysis::rows_of(tables::encodings)) {
    encodings.push_back({row[0], row[1], row[2], analysis::parts_of(row[3], ' ')});
  }
  return encodings;
}

std::string utf8_of(char32_t value) { return analysis::utf8_of({&value, 1}); }

ByteCode code_of_icu(std::string_view converter_name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
      ucnv_open(std::string(converter_name).c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) throw std::logic_error("ICU has no converter " + std::string(converter_name));
  ByteCode code;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const char in = static_cast<char>(byte);
    std::array<UChar, 4> out{};
    status = U_ZERO_ERROR;
    const int32_t length = ucnv_toUChars(converter.get(), out.data(), out.size(), &in, 1, &status);
    const bool mapped = U_SUCCESS(status) && length == 1 && out[0] != 0xFFFD && (byte < 0x80 || out[0] >= 0xA0);
    if (mapped) code.set(static_cast<unsigned char>(byte), utf8_of(out[0]));
  }
  return code;
}

/// Codes are made when first asked for, and kept.
const ByteCode& code_of(const Encoding& encoding) {
  static const std::map<std::string_view, ByteCode> codes = [] {
    std::map<std::string_view, ByteCode> made;
    for (const Encoding& row : encodings()) {
      if (row.reading.starts_with("utf")) continue;
      made.emplace(row.name, row.reading == "table" ? ByteCode(row.name == "VNI" ? tables::vni : tables::tcvn3)
                                                    : code_of_icu(row.reading));
    }
    return made;
  }();
  return codes.at(encoding.name);
}

bool is_control(std::string_view utf8) {
  if (utf8.size() != 1) return false;
  const auto c = static_cast<unsigned char>(utf8[0]);
  return c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f');
}

/// Text in the making, and the account of what was not taken as it stood.
class Writing {
 public:
  explicit Writing(std::size_t size) { out_.text.reserve(size); }

  void add(std::string_view utf8, std::uint64_t byte) {
    ++out_.characters;
    if (!is_control(utf8)) {
      out_.text += utf8;
      return;
    }
    out_.text += ' ';
    if (utf8[0] == '\0') {
      nul_.count(byte);
    } else {
      control_.count(byte);
    }
  }

  /// No control characters among them.
  void add_plain(std::string_view utf8, std::size_t characters) {
    out_.characters += characters;
    out_.text += utf8;
  }

  void replace(std::uint64_t byte) {
    ++out_.characters;
    out_.text += kReplacement;
    bad_.count(byte);
  }

  Decoded finished(const Encoding& encoding) {
    out_.encoding = encoding.name;
    out_.replaced = bad_.times;
    out_.controls = control_.times;
    note(bad_, "no character in " + out_.encoding + "; replaced by U+FFFD");
    note(nul_, "NUL; replaced by a space");
    note(control_, "a control character; replaced by a space");
    return std::move(out_);
  }

 private:
  struct Places {
    std::size_t times = 0;
    std::uint64_t first = 0;
    void count(std::uint64_t byte) {
      if (times++ == 0) first = byte;
    }
  };

  void note(const Places& places, const std::string& what) {
    if (places.times == 0) return;
    const std::string times = places.times == 1 ? "" : " (" + std::to_string(places.times) + " times in all)";
    out_.notes.push_back({"byte " + std::to_string(places.first), what + times});
  }

  Decoded out_;
  Places bad_, nul_, control_;
};

/// How many bytes a bad beginning at `at` takes with what follows of it: a character cut off is replaced once.
std::size_t bad_bytes_at(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  const std::size_t longest = lead < 0xC2 || lead > 0xF4 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
  std::size_t length = 1;
  while (length < longest && at + length < bytes.size() && continues(bytes[at + length])) ++length;
  return length;
}

/// A run of well-formed characters without control characters: nearly all bytes of nearly all files are one.
struct PlainRun {
  std::size_t end = 0;
  std::size_t characters = 0;
};

PlainRun plain_run(std::string_view bytes, std::size_t at) {
  PlainRun run{at, 0};
  while (run.end < bytes.size()) {
    const analysis::Letter letter = analysis::letter_at(bytes, run.end);
    const bool bad = letter.value == 0xFFFD && letter.bytes == 1;
    if (bad ||
        (letter.bytes == 1 && (letter.value < 0x20 || letter.value == 0x7F) && is_control(bytes.substr(run.end, 1))))
      break;
    run.end += letter.bytes;
    ++run.characters;
  }
  return run;
}

Decoded decode_utf8(std::string_view bytes, const Encoding& encoding, std::uint64_t first_byte) {
  Writing writing(bytes.size());
  std::size_t at = first_byte == 0 && bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
  while (at < bytes.size()) {
    const PlainRun run = plain_run(bytes, at);
    writing.add_plain(bytes.substr(at, run.end - at), run.characters);
    at = run.end;
    if (at == bytes.size()) break;
    const analysis::Letter letter = analysis::letter_at(bytes, at);
    if (letter.value == 0xFFFD && letter.bytes == 1) {
      writing.replace(first_byte + at);
      at += bad_bytes_at(bytes, at);
    } else {
      writing.add(bytes.substr(at, letter.bytes), first_byte + at);
      at += letter.bytes;
    }
  }
  return writing.finished(encoding);
}

char32_t unit_at(std::string_view bytes, std::size_t at, bool big_endian) {
  const auto low = static_cast<unsigned char>(bytes[big_endian ? at + 1 : at]);
  const auto high = static_cast<unsigned char>(bytes[big_endian ? at : at + 1]);
  return static_cast<char32_t>(high * 256U + low);
}

/// A scalar value, or nothing for half a surrogate pair, and the bytes taken.
struct Wide {
  std::optional<char32_t> value;
  std::size_t length = 2;
};

Wide wide_at(std::string_view bytes, std::size_t at, bool big_endian) {
  const char32_t unit = unit_at(bytes, at, big_endian);
  if (unit < 0xD800 || unit > 0xDFFF) return {unit, 2};
  if (unit > 0xDBFF || at + 3 >= bytes.size()) return {std::nullopt, 2};
  const char32_t next = unit_at(bytes, at + 2, big_endian);
  if (next < 0xDC00 || next > 0xDFFF) return {std::nullopt, 2};
  return {0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00), 4};
}

Decoded decode_utf16(std::string_view bytes, const Encoding& encoding, std::uint64_t first_byte) {
  const bool big_endian = encoding.reading == "utf16be";
  Writing writing(bytes.size());
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    const Wide wide = wide_at(bytes, at, big_endian);
    const bool mark = first_byte + at == 0 && wide.value == kByteOrderMark;
    if (!wide.value) {
      writing.replace(first_byte + at);
    } else if (!mark) {
      writing.add(utf8_of(*wide.value), first_byte + at);
    }
    at += wide.length;
  }
  if (at < bytes.size()) writing.replace(first_byte + at);
  return writing.finished(encoding);
}

Decoded decode_bytes(std::string_view bytes, const Encoding& encoding, std::uint64_t first_byte) {
  const ByteCode& code = code_of(encoding);
  Writing writing(bytes.size() * 2);
  for (std::size_t at = 0; at < bytes.size();) {
    const ByteCode::Character character = code.at(bytes, at);
    if (character.utf8.empty()) {
      writing.replace(first_byte + at);
    } else {
      writing.add(character.utf8, first_byte + at);
    }
    at += character.length;
  }
  Decoded decoded = writing.finished(encoding);
  if (encoding.letters == "vi")
    decoded.text = analysis::nfc(decoded.text);  // windows-1258 and TCVN3 have loose tone marks
  return decoded;
}

}  // namespace

std::span<const Encoding> encodings() {
  static const std::vector<Encoding> rows = load_encodings();
  return rows;
}

std::string encoding_names() {
  std::string names;
  for (const Encoding& row : encodings()) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

const Encoding* find_encoding(std::string_view name) {
  const std::string wanted = folded(name);
  const auto known = [&](const Encoding& row) {
    return std::find(row.aliases.begin(), row.aliases.end(), wanted) != row.aliases.end();
  };
  const auto row = std::find_if(encodings().begin(), encodings().end(), known);
  return row == encodings().end() ? nullptr : &*row;
}

Decoded decode(std::string_view bytes, const Encoding& encoding, std::uint64_t first_byte) {
  if (encoding.reading == "utf8") return decode_utf8(bytes, encoding, first_byte);
  if (encoding.reading.starts_with("utf16")) return decode_utf16(bytes, encoding, first_byte);
  return decode_bytes(bytes, encoding, first_byte);
}

}  // namespace izde::indexer
