#include "analysis/unicode.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <new>
#include <string>

#include "analysis/letters.hpp"

namespace izde::analysis {
namespace {

/// ICU's data is part of its library; that a form is missing can only mean that memory is.
const icu::Normalizer2& form(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = instance(status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  return *normalizer;
}

const icu::Normalizer2& composed() {
  static const icu::Normalizer2& normalizer = form(&icu::Normalizer2::getNFCInstance);
  return normalizer;
}

const icu::Normalizer2& decomposed() {
  static const icu::Normalizer2& normalizer = form(&icu::Normalizer2::getNFDInstance);
  return normalizer;
}

const icu::Normalizer2& compatible() {
  static const icu::Normalizer2& normalizer = form(&icu::Normalizer2::getNFKCInstance);
  return normalizer;
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

icu::UnicodeString normalized(const icu::UnicodeString& text, const icu::Normalizer2& normalizer) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = normalizer.normalize(text, status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  return result;
}

std::u32string normalized(std::u32string_view text, const icu::Normalizer2& normalizer) {
  icu::UnicodeString units;
  for (const char32_t c : text) units.append(static_cast<UChar32>(c));
  const icu::UnicodeString result = normalized(units, normalizer);
  std::u32string letters;
  for (std::int32_t at = 0; at < result.length(); at = result.moveIndex32(at, 1)) {
    letters += static_cast<char32_t>(result.char32At(at));
  }
  return letters;
}

UChar32 code(char32_t c) { return static_cast<UChar32>(c); }

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    if (letter.value == 0xFFFD && letter.bytes == 1) return false;
    at += letter.bytes;
  }
  return true;
}

std::string nfc(std::string_view text) { return utf8(normalized(utf16(text), composed())); }

std::u32string nfc(std::u32string_view text) { return normalized(text, composed()); }

std::u32string nfd(std::u32string_view text) { return normalized(text, decomposed()); }

bool is_composed(char32_t c) {
  const bool known = c < 0x340 || (c >= 0x400 && c < 0x900) || (c >= 0x1EA0 && c < 0x1F00);
  return known || u_getIntPropertyValue(code(c), UCHAR_NFC_QUICK_CHECK) == UNORM_YES;
}

std::u32string nfkc(std::u32string_view text) { return normalized(text, compatible()); }

namespace {

/// Of Cyrillic alone, which is most words: two bytes for two, and nothing to compose. Empty for any other word.
std::string lower_cyrillic(std::string_view text) {
  std::string small(text);
  for (std::size_t at = 0; at < text.size(); at += 2) {
    const Letter letter = letter_at(text, at);
    if (!is_cyrillic(letter.value) || is_mark(letter.value)) return {};
    const char32_t c = lower(letter.value);
    small[at] = static_cast<char>(0xC0U | c >> 6);
    small[at + 1] = static_cast<char>(0x80U | (c & 0x3FU));
  }
  return small;
}

}  // namespace

std::string lower_case(std::string_view text, DottedI dotted_i) {
  if (std::string small = lower_cyrillic(text); !small.empty()) return small;
  std::u32string letters = letters_of(text);
  bool marked = false;
  for (char32_t& c : letters) {
    // One code point for one, without context or locale: the simple mapping of İ is i, not i with a combining dot.
    c = c == U'I' && dotted_i == DottedI::turkic ? U'ı' : static_cast<char32_t>(u_tolower(code(c)));
    marked = marked || is_mark(c);
  }
  return utf8_of(marked ? nfc(letters) : letters);
}

std::string without_accents(std::string_view text) {
  const icu::UnicodeString units = normalized(utf16(text), decomposed());
  icu::UnicodeString bare;
  for (std::int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1)) {
    const UChar32 c = units.char32At(at);
    if (u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
  }
  return utf8(normalized(bare, composed()));
}

Script script_of(char32_t c) {
  if (c >= 0x430 && c <= 0x481) return Script::cyrillic;
  if (c >= U'a' && c <= U'z') return Script::latin;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(code(c), &status)) {
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    case USCRIPT_ARABIC:
      return Script::arabic;
    default:
      return Script::other;
  }
}

Script script_of(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const Letter letter = letter_at(word, at);
    const Script script = script_of(letter.value);
    if (script != Script::other) return script;
    at += letter.bytes;
  }
  return Script::other;
}

bool is_letter(char32_t c) { return u_isalpha(code(c)) != 0; }

char32_t to_upper(char32_t c) { return static_cast<char32_t>(u_toupper(code(c))); }

bool is_upper(char32_t c) { return u_isupper(code(c)) != 0 || u_istitle(code(c)) != 0; }

bool is_lower(char32_t c) { return u_islower(code(c)) != 0; }

bool is_digit(char32_t c) { return u_isdigit(code(c)) != 0; }

bool is_mark(char32_t c) { return (U_MASK(u_charType(code(c))) & U_GC_M_MASK) != 0; }

int digit_value(char32_t c) { return u_charDigitValue(code(c)); }

}  // namespace izde::analysis
