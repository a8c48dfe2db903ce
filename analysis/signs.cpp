#include "analysis/signs.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

constexpr std::size_t kPlane = 0x10000;

/// Names of the kinds in the table, in the order of the enumerators from Sign::invisible on.
constexpr std::array<std::string_view, 17> kKinds{
    "invisible", "vowel_sign", "compatible",  "soft_hyphen", "not_sign", "hyphen", "dash",        "apostrophe", "open",
    "close",     "round_open", "round_close", "quote_close", "tab",      "space",  "group_space", "line_break"};

Sign kind_named(std::string_view name) {
  const auto* const kind = std::find(kKinds.begin(), kKinds.end(), name);
  if (kind == kKinds.end()) throw std::logic_error("signs.tsv: unknown kind " + std::string(name));
  return static_cast<Sign>(static_cast<std::size_t>(Sign::invisible) + static_cast<std::size_t>(kind - kKinds.begin()));
}

std::size_t hexadecimal(std::string_view cell) {
  std::size_t value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value, 16);
  return value;
}

Sign by_property(char32_t c) {
  if (is_letter(c)) return is_mark(c) ? Sign::mark : Sign::letter;
  if (is_digit(c)) return Sign::digit;
  return is_mark(c) ? Sign::mark : Sign::other;
}

/// The basic plane as an array: asked for every code point of every text.
std::vector<Sign> basic_plane() {
  std::vector<Sign> signs(kPlane);
  for (std::size_t c = 0; c < kPlane; ++c) signs[c] = by_property(static_cast<char32_t>(c));
  for (const Row& row : rows_of(tables::signs)) {
    const auto first = signs.begin() + static_cast<std::ptrdiff_t>(hexadecimal(row[0]));
    const auto last = signs.begin() + static_cast<std::ptrdiff_t>(hexadecimal(row[1]));
    std::fill(first, last + 1, kind_named(row[2]));
  }
  return signs;
}

struct NoteRow {
  std::u32string letters;
  bool lacuna;
};

struct NoteTable {
  std::vector<NoteRow> rows;
  std::u32string second_letters;  ///< most brackets are no notes, and this tells
};

NoteTable read_notes() {
  NoteTable table;
  std::vector<NoteRow>& notes = table.rows;
  for (const Row& row : rows_of(tables::editor_notes)) {
    const std::u32string letters = letters_of(row[0]);
    notes.push_back({letters, row[1] == "lacuna"});
    if (nfd(letters) != letters) notes.push_back({nfd(letters), row[1] == "lacuna"});
  }
  for (const NoteRow& note : notes) table.second_letters += note.letters.at(1);
  return table;
}

/// Bytes of `text` that read as `note`, capitals or not, with any space for a blank; 0 if it begins otherwise.
std::size_t bytes_of_note(std::string_view text, std::u32string_view note) {
  std::size_t at = 0;
  for (const char32_t expected : note) {
    if (at >= text.size()) return 0;
    const Letter letter = letter_at(text, at);
    const Sign sign = sign_of(letter.value);
    const bool blank = sign == Sign::space || sign == Sign::group_space;
    if ((blank ? U' ' : lower(letter.value)) != expected) return 0;
    at += letter.bytes;
  }
  return at;
}

}  // namespace

Sign sign_of(char32_t c) {
  static const std::vector<Sign> plane = basic_plane();
  return c < kPlane ? plane[c] : by_property(c);
}

EditorNote editor_note(std::string_view text) {
  static const NoteTable notes = read_notes();
  const std::size_t second = text.empty() ? 0 : letter_at(text, 0).bytes;
  if (second >= text.size()) return {};
  const char32_t letter = lower(letter_at(text, second).value);
  if (notes.second_letters.find(letter) == std::u32string::npos) return {};
  for (const NoteRow& note : notes.rows) {
    const std::size_t bytes = bytes_of_note(text, note.letters);
    if (bytes != 0) return {bytes, note.lacuna};
  }
  return {};
}

}  // namespace izde::analysis
