// Vietnamese spelling: where the tone mark stands, i/y, and the syllable without any mark.
#pragma once

#include <string>
#include <string_view>

namespace izde::analysis {

/// One spelling for a syllable (lower case, NFC): tone mark on the first vowel of oa, oe, uy at the end (khoá → khóa,
/// not after q), and i for y in an open syllable after a consonant (kỳ → kì; not quy, -uy, -ay).
std::string vietnamese_plain(std::string_view syllable);

/// The syllable without tones, vowel marks and the stroke of đ: đường → duong.
std::string vietnamese_unmarked(std::string_view syllable);

/// Whether any letter carries a mark that only Vietnamese typing would lose.
bool vietnamese_marked(std::string_view syllable);

}  // namespace izde::analysis
