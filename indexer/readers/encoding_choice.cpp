#include <algorithm>
#include <array>
#include <optional>

#include "analysis/letters.hpp"
#include "indexer/characters.hpp"
#include "indexer/readers/encoding.hpp"
#include "indexer/readers/encoding_guess.hpp"
#include "indexer/readers/readers.hpp"

namespace izde::indexer {
namespace {

constexpr std::size_t kSample = 64U << 10;    // bytes looked at closely
constexpr std::size_t kFewestWide = 8;        // bytes; a word with a stray NUL is no UTF-16
constexpr std::size_t kLongestCharacter = 4;  // bytes of UTF-8
constexpr double kLikeEnough = 0.5;           // right decodings score .8 and more, wrong ones below .4

/// What a file is that is no text, by its first bytes.
struct Signature {
  std::string_view bytes, name;
};
constexpr std::array<Signature, 12> kSignatures{{
    {"%PDF-", "a PDF file"},
    {"PK\x03\x04", "a zip container (docx, odt, epub, zip)"},
    {"\xD0\xCF\x11\xE0", "an old Office file (doc, xls)"},
    {"\x7F"
     "ELF",
     "a program"},
    {"\x89PNG", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF89a", "a GIF picture"},
    {std::string_view("II*\0", 4), "a TIFF picture"},
    {"AT&TFORM", "a DjVu file"},
    {"BZh91AY", "packed with bzip2; only .gz and .zst are unpacked"},
    {"\xFD"
     "7zXZ",
     "packed with xz; only .gz and .zst are unpacked"},
    {std::string_view("SQLite format 3\0", 16), "an SQLite database"},
}};

const Encoding& row_of(std::string_view name) { return *find_encoding(name); }

void refuse_known_binary(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) throw ReadError("is no text but " + std::string(signature.name));
  }
}

const Encoding* by_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return &row_of("UTF-8");
  if (bytes.starts_with("\xFF\xFE")) return &row_of("UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return &row_of("UTF-16BE");
  return nullptr;
}

/// Whether nearly all characters are those of prose in the scripts we read.
bool is_prose(std::string_view utf8) {
  std::size_t all = 0;
  std::size_t known = 0;
  for (std::size_t at = 0; at < utf8.size(); ++all) {
    const analysis::Letter seen = analysis::letter_at(utf8, at);
    const char32_t c = seen.value;
    const bool letter = (c >= 0x20 && c <= 0x52F) || (c >= 0x600 && c <= 0x6FF) || (c >= 0x1E00 && c <= 0x1EFF);
    if (letter || (c >= 0x2000 && c <= 0x2122) || is_white_space(c)) ++known;
    at += seen.bytes;
  }
  return all > 0 && known * 20 >= all * 19;
}

/// UTF-16 without its mark: spaces, digits and line ends have a zero byte on one side, and only one order gives prose.
const Encoding* by_zero_bytes(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, std::min(bytes.size(), kSample) & ~std::size_t{1});
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < sample.size(); ++at) {
    if (sample[at] == '\0') ++zeros[at & 1U];
  }
  if (zeros[0] == zeros[1]) return nullptr;
  const Encoding& order = row_of(zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE");
  return sample.size() >= kFewestWide && is_prose(decode(sample, order).text) ? &order : nullptr;
}

/// Sequences of more than one byte that are UTF-8, and bytes that are not; a character cut off at the end counts as
/// neither, since the bytes may be only the beginning of a file.
struct Utf8Evidence {
  std::size_t good = 0;
  std::size_t bad = 0;
};

Utf8Evidence utf8_evidence(std::string_view bytes) {
  Utf8Evidence evidence;
  for (std::size_t at = 0; at < bytes.size();) {
    const analysis::Letter letter = analysis::letter_at(bytes, at);
    const bool bad = letter.value == 0xFFFD && letter.bytes == 1;
    const bool cut_off = at + kLongestCharacter > bytes.size() && bytes.size() >= kSample;
    if (bad && !cut_off) ++evidence.bad;
    if (letter.bytes > 1) ++evidence.good;
    at += letter.bytes;
  }
  return evidence;
}

/// The lines that have bytes above 7F, up to the size of a sample: only they can tell encodings apart.
std::string telling_lines(std::string_view bytes) {
  std::string sample;
  while (!bytes.empty() && sample.size() < kSample) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    const bool telling = std::any_of(line.begin(), line.end(), [](char c) { return static_cast<signed char>(c) < 0; });
    if (telling) sample.append(line.substr(0, kSample)).push_back('\n');
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
  }
  return sample;
}

Likeness likeness(const Encoding& encoding, std::string_view sample) {
  const std::string text = decode(sample, encoding, 1).text;
  return encoding.letters == "ru" ? russian_likeness(text) : vietnamese_likeness(text);
}

/// The likeliest 8-bit encoding, or UTF-8 (with replacements) where none is like anything. Signs alone (quotes, dashes)
/// are the same in the Windows code pages.
const Encoding& by_likeness(std::string_view bytes) {
  const std::string sample = telling_lines(bytes);
  const Encoding* best = &row_of("UTF-8");
  double best_share = kLikeEnough;
  for (const Encoding& candidate : encodings()) {
    if (candidate.letters == "-") continue;
    const Likeness found = likeness(candidate, sample);
    if (found.judged == 0 && candidate.name == "windows-1251") return candidate;
    if (found.share > best_share) {
      best = &candidate;
      best_share = found.share;
    }
  }
  return *best;
}

/// The row meant by a name; "UTF-16" is settled to one order by mark, zero bytes, or the commoner one.
const Encoding* by_name(std::string_view name, std::string_view bytes) {
  const Encoding* row = find_encoding(name);
  if (row == nullptr || row->reading != "utf16") return row;
  const Encoding* order = by_mark(bytes);
  if (order == nullptr || order->reading == "utf8") order = by_zero_bytes(bytes);
  return order != nullptr ? order : &row_of("UTF-16LE");
}

const Encoding& choose(std::string_view bytes, const EncodingWish& wish) {
  if (!wish.named.empty()) {
    if (const Encoding* named = by_name(wish.named, bytes)) return *named;
    throw ReadError("unknown encoding '" + std::string(wish.named) + "'; known are " + encoding_names());
  }
  if (const Encoding* marked = by_mark(bytes)) return *marked;
  if (const Encoding* wide = by_zero_bytes(bytes)) return *wide;
  const Utf8Evidence evidence = utf8_evidence(bytes);
  if (evidence.bad == 0 || evidence.good > evidence.bad) return row_of("UTF-8");
  const Encoding* hinted = wish.hinted.empty() ? nullptr : find_encoding(wish.hinted);
  if (hinted != nullptr && hinted->letters != "-") return *hinted;
  return by_likeness(bytes);
}

/// Text has hardly any control characters and, in the right encoding, hardly any bytes without meaning.
void refuse_rubbish(std::string_view bytes, const Encoding& encoding) {
  constexpr std::size_t kFew = 16;
  const Decoded sample = decode(bytes.substr(0, kSample), encoding);
  if (sample.controls > kFew && sample.controls * 20 > sample.characters) {
    throw ReadError("is no text: " + std::to_string(sample.controls) + " of its first " +
                    std::to_string(sample.characters) + " characters are control characters");
  }
  if (sample.replaced > kFew && sample.replaced * 4 > sample.characters) {
    throw ReadError("is no text in " + std::string(encoding.name) + ": " + std::to_string(sample.replaced) +
                    " of its first " + std::to_string(sample.characters) +
                    " characters cannot be read; name its encoding: " + encoding_names());
  }
}

}  // namespace

const Encoding& choose_encoding(std::string_view bytes, const EncodingWish& wish) {
  refuse_known_binary(bytes);
  const Encoding& chosen = choose(bytes, wish);
  refuse_rubbish(bytes, chosen);
  return chosen;
}

}  // namespace izde::indexer
