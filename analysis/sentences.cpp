#include "analysis/sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f\v";

/// Small letters, as the table of abbreviations has them.
std::string folded(std::string_view word) {
  std::u32string letters = letters_of(word);
  std::transform(letters.begin(), letters.end(), letters.begin(), lower);
  return utf8_of(letters);
}

std::string_view last_word(std::string_view text) {
  const std::size_t blank = text.find_last_of(kBlanks);
  std::string_view word = text.substr(blank + 1);  // npos + 1 is 0
  for (const std::string_view no_break : {"\u00A0", "\u202F"}) {
    const std::size_t at = word.rfind(no_break);
    if (at != std::string_view::npos) word.remove_prefix(at + no_break.size());
  }
  while (!word.empty() && std::string_view("([{\"'").find(word.front()) != std::string_view::npos)
    word.remove_prefix(1);
  return word;
}

/// Every word with a full stop in the first column: "т. е." gives "т." and "е.".
std::set<std::string, std::less<>> load_abbreviations() {
  std::set<std::string, std::less<>> words;
  for (const Row& row : rows_of(tables::abbreviations)) {
    for (const std::string_view word : parts_of(row[0], ' ')) {
      if (word.ends_with('.')) words.insert(folded(word));
    }
  }
  return words;
}

bool is_abbreviation(std::string_view word) {
  static const std::set<std::string, std::less<>> abbreviations = load_abbreviations();
  return abbreviations.contains(folded(word));
}

/// Whether a word is made of single letters, each with a full stop: "А.", "т.е.", "А.Н." (not "1.").
bool is_letters_with_stops(std::string_view word) {
  const std::u32string letters = letters_of(word);
  if (letters.empty() || letters.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < letters.size(); i += 2) {
    if (!is_letter(letters[i]) || letters[i + 1] != U'.') return false;
  }
  return true;
}

bool begins_small(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  return begin != std::string_view::npos && is_lower(letter_at(text, begin).value);
}

/// Whether a text ends in a full stop or another end of a sentence, closing quotes and brackets passed over.
bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;  // back to the lead byte
    const auto c = static_cast<UChar32>(letter_at(text, at).value);
    const int32_t kind = u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK);
    if (kind != U_SB_CLOSE) return kind == U_SB_STERM || kind == U_SB_ATERM;
    text = text.substr(0, at);
  }
  return false;
}

/// Whether a break that Unicode finds between `before` and `after` is none. Unicode breaks at every line end.
bool is_no_end(std::string_view before, std::string_view after) {
  const std::size_t last = before.find_last_not_of(kBlanks);
  if (last == std::string_view::npos) return true;
  const std::string_view blanks = before.substr(last + 1);
  const std::string_view said = before.substr(0, last + 1);
  const auto line_ends = std::count(blanks.begin(), blanks.end(), '\n');
  if (after.starts_with('\n')) return true;  // the break after the blank line is the one
  if (line_ends > 1) return false;
  if (line_ends == 1 && (!ends_sentence(said) || begins_small(after))) return true;
  const std::string_view word = last_word(said);
  return is_abbreviation(word) || is_letters_with_stops(word);
}

icu::BreakIterator& sentence_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) || !made) throw std::runtime_error("ICU has no sentence rules; its data are missing");
    return made;
  }();
  return *iterator;
}

}  // namespace

std::vector<std::size_t> sentence_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  if (text.empty()) return starts;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, UText* (*)(UText*)> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status), utext_close);
  icu::BreakIterator& iterator = sentence_iterator();
  iterator.setText(utext.get(), status);
  starts.push_back(0);
  if (U_FAILURE(status)) return starts;
  for (int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    const auto begin = static_cast<std::size_t>(at);
    if (begin >= text.size()) break;
    if (!is_no_end(text.substr(0, begin), text.substr(begin))) starts.push_back(begin);
  }
  return starts;
}

}  // namespace izde::analysis
