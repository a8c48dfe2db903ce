#include "analysis/analyzer.hpp"

#include "analysis/boundaries.hpp"
#include "analysis/filters/homoglyphs.hpp"
#include "analysis/filters/name_key.hpp"
#include "analysis/languages/languages.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"

namespace izde::analysis {
namespace {

/// A number is the same in every language; it goes with its passage.
Token number(const Word& word, const Reading& reading) {
  Token token;
  token.written = token.plain = token.stem = token.key = word.text;
  token.language = reading.language;
  return token;
}

bool may_be_name(const Word& word, const Token& token) {
  if (token.language == Language::other && is_roman_numeral(letters_of(word.text))) return false;
  return token.capitalised || script_of(token.written) == Script::arabic;
}

/// The word in one script, its hyphens kept. Yañalif borrows letters that would pass for Cyrillic.
std::string letters_of_parts(const Word& word, const Reading& reading) {
  if (reading.alphabet == Alphabet::kk_yanalif) return word.text;
  std::string letters;
  for (const std::string_view part : parts_of(word.text, '-')) {
    if (!letters.empty()) letters += '-';
    letters += one_script(part);
  }
  return letters;
}

/// The faces of a word. A joined word is spelt part by part and inflected in its last part only:
/// Қарым-қатынасы → қарымқатынасы → қарым + қатынас.
Token faces(const Word& word, const Reading& reading) {
  if (is_digit(letter_at(word.text, 0).value)) return number(word, reading);
  const std::string letters = letters_of_parts(word, reading);
  const LanguageRow& row = row_of(language_of(letters, reading));
  Token token;
  token.language = row.language;
  token.capitalised = is_upper(letter_at(letters, 0).value);
  std::string last;
  for (const std::string_view part : parts_of(letters, '-')) {
    const std::string written = row.written(part, reading);
    last = row.plain(written, reading);
    token.written += written;
    token.plain += last;
  }
  if (word.width > 1) token.plain = row.plain(token.plain, reading);  // as if it were typed in one
  const std::size_t head = token.plain.ends_with(last) ? token.plain.size() - last.size() : 0;
  const std::string_view plain = token.plain;
  token.stem = std::string(plain.substr(0, head)).append(row.stem(plain.substr(head), token.capitalised));
  token.key = row.key(token.stem);
  if (may_be_name(word, token)) token.name = name_key(token.stem, token.language, script_of(token.plain));
  return token;
}

}  // namespace

std::string_view analysis_version() { return "1"; }

Tokens Analyzer::analyze(std::string_view text, const Reading& reading) const {
  Tokens tokens;
  for (const Word& word : words(text, apostrophe_letters(reading))) {
    Token token = faces(word, reading);
    token.span = word.span;
    token.position = word.position;
    token.width = word.width;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

std::string Analyzer::plain(std::string_view fragment, const Reading& reading) const {
  std::string plain;
  for (const Word& word : words(fragment, apostrophe_letters(reading))) {
    if (word.width == 1) plain += faces(word, reading).plain;
  }
  return plain;
}

}  // namespace izde::analysis
