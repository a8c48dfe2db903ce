#include "analysis/boundaries.hpp"

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <memory>
#include <new>

#include "analysis/cleanup.hpp"
#include "analysis/compounds.hpp"
#include "analysis/numbers.hpp"
#include "analysis/signs.hpp"

namespace izde::analysis {
namespace {

std::unique_ptr<icu::BreakIterator> word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) throw std::bad_alloc();  // its rules are a part of the library
  return iterator;
}

/// Cuts a text into pieces. Making an iterator costs as much as breaking a paragraph, so each thread keeps one.
class WordBreaker {
 public:
  std::vector<Word> words(std::string_view text, std::u32string_view apostrophe_letters) {
    clean_ = &cleaner_.clean(text);
    apostrophe_letters_ = apostrophe_letters;
    pieces_.clear();
    units_.setTo(false, clean_->units.data(), static_cast<std::int32_t>(clean_->units.size()));
    iterator_->setText(units_);
    std::int32_t begin = iterator_->first();
    for (std::int32_t end = iterator_->next(); end != icu::BreakIterator::DONE; end = iterator_->next()) {
      if (iterator_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
        cut(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
      }
      begin = end;
    }
    return words_of(text, *clean_, pieces_);
  }

 private:
  /// ICU's word may hold several of ours: А.Байтұрсынұлы, 1917ж, alash_orda. Letters and digits never stand in one
  /// piece, nor does anything else but an apostrophe between letters and a point or comma between digits.
  void cut(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t at = begin;
    while (at < end) {
      const std::uint32_t start = at;
      const Sign first = sign_at(at);
      if (first == Sign::letter) {
        while (at < end && (is_letter_or_mark(at) || (clean_->units[at] == u'\'' && at + 1 < end))) at = next(at);
        pieces_.push_back({start, with_apostrophe(start, at), false});
      } else if (first == Sign::digit) {
        while (at < end && (sign_at(at) == Sign::digit || is_inside_number(at, end))) at = next(at);
        add_number(start, at);
      } else {
        at = next(at);
      }
    }
  }

  /// A date in figures is three numbers, 13.12.1917; any other number with points is one, 13.500.
  void add_number(std::uint32_t begin, std::uint32_t end) {
    const std::size_t first_piece = pieces_.size();
    std::uint32_t start = begin;
    for (std::uint32_t at = begin; at <= end; ++at) {
      if (at < end && clean_->units[at] != u'.') continue;
      pieces_.push_back({start, at, true});
      start = at + 1;
    }
    const auto length = [this, first_piece](std::size_t i) {
      return pieces_[first_piece + i].end - pieces_[first_piece + i].begin;
    };
    const bool date =
        pieces_.size() - first_piece == 3 && length(0) <= 2 && length(1) <= 2 && (length(2) == 2 || length(2) == 4);
    if (date) return;
    pieces_.resize(first_piece);
    pieces_.push_back({begin, end, true});
  }

  std::uint32_t with_apostrophe(std::uint32_t begin, std::uint32_t end) const {
    const auto& units = clean_->units;
    const bool follows = end < units.size() && units[end] == u'\'';
    const bool quoted = begin > 0 && units[begin - 1] == u'\'';
    const char32_t last = units[end - 1];
    const bool letter = apostrophe_letters_.find(last) != apostrophe_letters_.npos;
    return follows && !quoted && letter ? end + 1 : end;
  }

  bool is_letter_or_mark(std::uint32_t at) const {
    const Sign sign = sign_at(at);
    return sign == Sign::letter || sign == Sign::mark;
  }

  bool is_inside_number(std::uint32_t at, std::uint32_t end) const {
    return joins_numbers(clean_->units[at]) && at + 1 < end && sign_at(at + 1) == Sign::digit;
  }

  char32_t value_at(std::uint32_t at) const {
    UChar32 c = 0;
    U16_GET(clean_->units.data(), 0, at, clean_->units.size(), c);
    return static_cast<char32_t>(c);
  }

  Sign sign_at(std::uint32_t at) const { return sign_of(value_at(at)); }

  std::uint32_t next(std::uint32_t at) const { return at + (value_at(at) > 0xFFFF ? 2 : 1); }

  std::unique_ptr<icu::BreakIterator> iterator_ = word_iterator();
  icu::UnicodeString units_;
  Cleaner cleaner_;
  const CleanText* clean_ = nullptr;
  std::u32string_view apostrophe_letters_;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Word> words(std::string_view text, std::u32string_view apostrophe_letters) {
  thread_local WordBreaker breaker;
  return breaker.words(text.substr(0, kLongestText), apostrophe_letters);
}

}  // namespace izde::analysis
