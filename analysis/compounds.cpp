#include "analysis/compounds.hpp"

#include <algorithm>
#include <string>

#include "analysis/filters/homoglyphs.hpp"
#include "analysis/letters.hpp"
#include "analysis/signs.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

constexpr std::size_t kLongestWord = 64;
/// A joined word of more parts is no word: tables drawn with hyphens, or an attack.
constexpr std::size_t kMostParts = 12;
constexpr std::size_t kLongestNumberEnding = 3;
constexpr std::size_t kLongestAbbreviationEnding = 8;

/// Letters of a piece, as many as a word may have.
std::u32string letters_in(const CleanText& clean, const Piece& piece) {
  std::u32string letters;
  for (std::uint32_t at = piece.begin; at < piece.end && letters.size() < kLongestWord; ++at) {
    char32_t c = clean.units[at];
    if (c >= 0xD800 && c < 0xDC00 && at + 1 < piece.end) {
      c = 0x10000 + ((c - 0xD800) << 10) + (clean.units[++at] - 0xDC00U);
    }
    letters += c;
  }
  return letters;
}

bool all_small(std::u32string_view letters) {
  return std::all_of(letters.begin(), letters.end(), [](char32_t c) { return is_lower(c) || is_mark(c); });
}

/// ЦК, ТүрКССР: ends in two capitals.
bool is_abbreviation(std::u32string_view letters) {
  return letters.size() >= 2 && is_upper(letters.back()) && is_upper(letters[letters.size() - 2]);
}

const std::vector<std::u32string>& abbreviation_endings() {
  static const std::vector<std::u32string> endings = [] {
    std::vector<std::u32string> found;
    for (const Row& row : rows_of(tables::abbreviation_endings)) found.push_back(letters_of(row[0]));
    std::sort(found.begin(), found.end());
    return found;
  }();
  return endings;
}

/// Whether a piece is only the ending of the number or abbreviation before it.
bool is_ending(const CleanText& clean, const Piece& before, const Piece& piece) {
  if (piece.number || piece.end - piece.begin > kLongestAbbreviationEnding) return false;
  const std::u32string ending = letters_in(clean, piece);
  if (!all_small(ending)) return false;
  const std::u32string core = letters_in(clean, before);
  if (before.number || is_roman_numeral(core)) return ending.size() <= kLongestNumberEnding;
  const auto& endings = abbreviation_endings();
  return is_abbreviation(core) && std::binary_search(endings.begin(), endings.end(), ending);
}

bool hyphen_between(const CleanText& clean, const Piece& left, const Piece& right) {
  return left.end + 1 == right.begin && clean.units[left.end] == u'-';
}

class WordList {
 public:
  WordList(std::string_view text, const CleanText& clean) : text_(text), clean_(clean) {}

  /// Pieces with a hyphen between each and the next.
  void add(std::span<const Piece> chain) {
    parts_.clear();
    for (std::size_t i = 0; i < chain.size(); ++i) {
      if (i == 0 || !is_ending(clean_, chain[i - 1], chain[i])) parts_.push_back(chain[i]);
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      words_.push_back({utf8_of(letters_in(clean_, parts_[i])), span_of(parts_[i]), position_, 1});
      if (i == 0 && is_compound()) words_.push_back(joined());
      ++position_;
    }
  }

  std::vector<Word> take() { return std::move(words_); }

 private:
  bool is_compound() const {
    const auto is_number = [this](const Piece& part) {
      if (part.number) return true;
      const std::u32string letters = letters_in(clean_, part);
      return letters.size() > 1 && is_roman_numeral(letters);
    };
    return parts_.size() > 1 && parts_.size() <= kMostParts && std::none_of(parts_.begin(), parts_.end(), is_number);
  }

  Word joined() const {
    std::u32string letters;
    std::size_t hyphens = 0;
    for (const Piece& part : parts_) {
      if (!letters.empty()) {
        letters += U'-';
        ++hyphens;
      }
      letters += letters_in(clean_, part);
    }
    if (letters.size() > kLongestWord + hyphens) letters.resize(kLongestWord + hyphens);
    const Span span{span_of(parts_.front()).begin, span_of(parts_.back()).end};
    return {utf8_of(letters), span, position_, static_cast<std::uint32_t>(parts_.size())};
  }

  Span span_of(const Piece& part) const {
    const Span span{clean_.origins[part.begin].begin, clean_.origins[part.end - 1].end};
    return clean_.brackets_inside ? with_brackets(span) : span;
  }

  /// A bracket that stands inside a word has its partner at the word's edge: [Б]укейханов, Бук[ейханов].
  Span with_brackets(Span span) const {
    int depth = 0;
    int missing = 0;
    for (std::size_t at = span.begin; at < span.end;) {
      const Letter letter = letter_at(text_, at);
      const Sign sign = sign_of(letter.value);
      if (sign == Sign::open || sign == Sign::round_open) ++depth;
      if (sign == Sign::close || sign == Sign::round_close) --depth;
      missing = std::min(missing, depth);
      at += letter.bytes;
    }
    return {before_brackets(span.begin, -missing), after_brackets(span.end, depth - missing)};
  }

  std::uint32_t after_brackets(std::uint32_t at, int open) const {
    while (open-- > 0 && at < text_.size()) {
      const Letter letter = letter_at(text_, at);
      const Sign sign = sign_of(letter.value);
      if (sign != Sign::close && sign != Sign::round_close) break;
      at += letter.bytes;
    }
    return at;
  }

  std::uint32_t before_brackets(std::uint32_t at, int closed) const {
    while (closed-- > 0 && at > 0) {
      std::uint32_t before = at - 1;
      while (before > 0 && at - before < 4 && (static_cast<unsigned char>(text_[before]) & 0xC0) == 0x80) --before;
      const Sign sign = sign_of(letter_at(text_, before).value);
      if (sign != Sign::open && sign != Sign::round_open) break;
      at = before;
    }
    return at;
  }

  std::string_view text_;
  const CleanText& clean_;
  std::vector<Piece> parts_;
  std::vector<Word> words_;
  std::uint32_t position_ = 0;
};

}  // namespace

std::vector<Word> words_of(std::string_view text, const CleanText& clean, std::span<const Piece> pieces) {
  WordList list(text, clean);
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t end = first + 1;
    while (end < pieces.size() && hyphen_between(clean, pieces[end - 1], pieces[end])) ++end;
    list.add(pieces.subspan(first, end - first));
    first = end;
  }
  return list.take();
}

}  // namespace izde::analysis
