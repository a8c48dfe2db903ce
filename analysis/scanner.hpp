// The quick road over a text. Most words are runs of plain letters between blanks, where Unicode's rules leave no
// doubt: they are taken straight off the bytes. Whatever else there is (hyphens, brackets, accents, apostrophes,
// letters set apart) goes, with what it may reach to, to the word breaker (boundaries.hpp), whose words are the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/boundaries.hpp"

namespace izde::analysis {

/// A Word whose text is not its own: it lives until the scanner is asked again, or as long as the scanned text.
struct ScannedWord {
  std::string_view text;
  Span span;
  std::uint32_t position = 0;
  std::uint32_t width = 1;
};

/// Gives the words of a text some at a time: those of words(text, apostrophe_letters), in the same order.
class Scanner {
 public:
  /// `text` must outlive the scanner.
  explicit Scanner(std::string_view text, std::u32string_view apostrophe_letters = {});

  /// Fills in the next words, at least one if there are any; returns how many. `words` must not be empty.
  std::size_t next(std::span<ScannedWord> words);

 private:
  bool next(ScannedWord& word, bool may_break);
  bool take_broken(ScannedWord& word);
  bool is_doubtful_or_single(std::size_t at) const;
  void break_words();

  std::string_view text_;
  std::u32string_view apostrophe_letters_;
  std::size_t at_ = 0;
  std::uint32_t position_ = 0;  ///< of the next word
  std::vector<Word> broken_;    ///< of the stretch that the word breaker did last
  std::size_t taken_ = 0;       ///< of them
  std::uint32_t stretch_ = 0;   ///< where it begins
};

}  // namespace izde::analysis
