// What a code point means for the finding of words: letters, digits, and the signs of tables/signs.tsv that stand
// inside words. And the notes that editors put among the words (tables/editor_notes.tsv).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace izde::analysis {

enum class Sign : std::uint8_t {
  other,  ///< whatever is not below: stands between words
  letter,
  digit,
  mark,
  // The kinds of tables/signs.tsv:
  invisible,
  vowel_sign,
  compatible,
  soft_hyphen,
  not_sign,
  hyphen,
  dash,
  apostrophe,
  open,
  close,
  round_open,
  round_close,
  quote_close,
  tab,
  space,
  group_space,
  line_break,
};

Sign sign_of(char32_t c);

/// A note at the beginning of a stretch of text.
struct EditorNote {
  std::size_t bytes = 0;  ///< of the note, brackets included; 0: there is none
  bool lacuna = false;    ///< words are missing, as against a remark on the word before
};

/// The note that `text` begins with, if any. Looks at no more bytes than the longest note of the table has.
EditorNote editor_note(std::string_view text);

}  // namespace izde::analysis
