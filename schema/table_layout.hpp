// How a table of forms lies in bytes, for what makes it (table_maker) and what looks up in it (lexicon_table): seven
// numbers, then arrays of numbers — where each form's letters lie, its shape, the buckets of the hash table, the forms
// in them, the forms with a new name key — and the letters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "schema/bytes.hpp"
#include "schema/lexicon_table.hpp"
#include "schema/terms.hpp"

namespace izde::schema::table {

// How a shape is packed: letters, script of the first one, whether the written spelling is not the plain one, length.
inline constexpr std::uint32_t kLetterBits = 24;
inline constexpr std::uint32_t kLetters = (1U << kLetterBits) - 1;
inline constexpr std::uint32_t kScripts = 3U << kLetterBits;
inline constexpr std::uint32_t kOtherWritten = 1U << (kLetterBits + 2);
inline constexpr std::uint32_t kLengthAt = kLetterBits + 3;
inline constexpr std::uint8_t kMostLength = 31;
inline constexpr std::size_t kRowsOfBucket = 4;  ///< about

/// The first of the seven numbers says that these are a table of this form, of this byte order.
inline constexpr std::size_t kHeadNumbers = 7;
inline constexpr std::uint32_t kForm = 0x015A4C32;

inline std::uint32_t packed(const Shape& shape) {
  return shape.letters | static_cast<std::uint32_t>(shape.length) << kLengthAt;
}

inline std::string_view posted(const Form& form) {
  return form.language == analysis::Language::ru ? form.stem : form.key;
}

inline std::string beginning(const Form& form) { return beginning_of(form.language, form.plain); }

/// Plain and posted spellings that are alike have one row: whoever looks up sees which face it is.
inline std::uint64_t hash_of(Face face, analysis::Language language, std::string_view value) {
  const auto kind = static_cast<std::uint64_t>(face == Face::posted ? Face::plain : face);
  return hash64(value, kind << 8 | static_cast<std::uint64_t>(language) | 0x10000);
}

}  // namespace izde::schema::table
