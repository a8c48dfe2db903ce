// What Unicode says about text: composition, case, script and kind of a code point. With boundaries.cpp the only place
// that knows ICU; nothing of ICU shows in these signatures. Reading code points out of UTF-8 is letters.hpp's affair.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analysis/language.hpp"

namespace izde::analysis {

/// Whether every byte belongs to a well-formed sequence.
bool is_valid_utf8(std::string_view text);

/// Canonical composition (NFC), so that и + ◌̆ and й are the same letter. Bad bytes come back as U+FFFD.
std::string nfc(std::string_view text);

/// Compatibility composition (NFKC), for presentation forms: ﻗ → ق, ﬁ → fi, Ⅷ → VIII.
std::u32string nfkc(std::u32string_view text);
/// Canonical composition and decomposition of a few code points.
std::u32string nfc(std::u32string_view text);
std::u32string nfd(std::u32string_view text);
/// Whether a code point stands in composed text as it is: not so the sign K (Kelvin), which NFC makes a letter.
bool is_composed(char32_t c);

/// How the Latin letter I is made small.
enum class DottedI { plain, turkic };

/// Lower case, NFC, the same under every locale. İ becomes one letter, i. `turkic`, for Kazakh alphabets with the pair
/// İ i / I ı, makes I into ı: ISLAM → ıslam.
std::string lower_case(std::string_view text, DottedI dotted_i = DottedI::plain);

/// Letters without their accents, by canonical decomposition: Bökeihan → Bokeihan, ế → e. The stroke of đ is no accent.
std::string without_accents(std::string_view text);

/// The script a letter belongs to; `other` for signs that scripts share.
Script script_of(char32_t c);
/// The script of a word's first letter that has one.
Script script_of(std::string_view word);

bool is_letter(char32_t c);  ///< alphabetic, modifier letters such as ʼ included
bool is_upper(char32_t c);   ///< upper or title case
bool is_lower(char32_t c);   ///< lower case; a letter of a script without case is neither
/// The one large letter of a small one; anything else comes back as it is.
char32_t to_upper(char32_t c);
bool is_digit(char32_t c);  ///< decimal digit of any script
bool is_mark(char32_t c);   ///< combining mark
/// Value of a decimal digit, 0..9. Requires is_digit(c).
int digit_value(char32_t c);

}  // namespace izde::analysis
