// The first pass over a text: a UTF-16 copy in which every word stands as its author meant it, for the word breaker
// (boundaries.hpp). Composed, without invisible characters, stress marks and editors' brackets inside words; words
// broken at a line's end or printed l e t t e r  b y  l e t t e r closed up; all hyphens the same. Beside each unit
// stands where it came from, so that nothing of the original is lost to quotations.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/signs.hpp"
#include "analysis/token.hpp"

namespace izde::analysis {

struct CleanText {
  std::u16string units;
  std::vector<Span> origins;     ///< for each unit the bytes of the original it stands for; begins never fall
  bool brackets_inside = false;  ///< whether any word holds a bracket that is not in `units`
};

/// Keeps its buffers from text to text; one for each thread.
class Cleaner {
 public:
  /// Any bytes of less than 4 GiB. Time grows with the length alone, whatever the text. The result lives until the next
  /// call.
  const CleanText& clean(std::string_view text);

 private:
  void read(char32_t c, std::size_t bytes);
  void read_letter(char32_t c, std::size_t bytes);
  void read_compatible(char32_t c, std::size_t bytes);
  void read_hyphen(Sign sign, std::size_t bytes);
  void read_not_sign(std::size_t bytes);
  void read_bracket(char32_t c, std::size_t bytes);
  void read_round_open(char32_t c, std::size_t bytes);
  void read_round_close(char32_t c, std::size_t bytes);
  void read_quote(char32_t c, std::size_t bytes);
  void read_space(Sign sign, std::size_t bytes);
  bool read_note();
  bool read_party(std::size_t bytes);
  bool read_line_end(Sign sign, std::size_t bytes);

  void read_over(std::size_t bytes);
  void put(char32_t c, std::size_t bytes);
  Sign last() const;
  bool after_letter() const;
  bool after_word() const;
  bool goes_on_with(char32_t next) const;
  bool joins_digits(std::size_t next) const;

  Sign sign_at(std::size_t at) const;
  std::size_t bytes_at(std::size_t at) const;
  char32_t letter_after(std::size_t at) const;
  std::size_t after_letters(std::size_t at) const;
  std::size_t after_blanks(std::size_t at) const;
  std::size_t after_marks(std::size_t at) const;
  std::size_t after_one_blank(std::size_t at) const;
  std::size_t spaced_word_end(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
  CleanText result_;
  std::size_t spaced_end_ = 0;  ///< end of the letter-spaced word that is being read
  std::size_t group_ = 0;       ///< unit at which the last group of a number began
  bool round_ = false;          ///< a parenthesis is open with nothing but letters up to its end
};

}  // namespace izde::analysis
