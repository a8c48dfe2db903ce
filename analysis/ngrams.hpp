// Letter n-grams by which the languages of one script are told apart (tables/langid_*.tsv, made by
// scripts/train_langid).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/language.hpp"
#include "analysis/word_memo.hpp"

namespace izde::analysis {

/// Naive Bayes over n-grams of 1 to 4 letters. Immutable; shared by all threads.
class NgramModel {
 public:
  static constexpr std::size_t kClasses = 12;  ///< at most; further columns are not read
  /// Sum of logarithmic weights for each class, in quarters of a nat; neighbouring n-grams overlap, so about four times
  /// what independent letters would give.
  using Scores = std::array<std::int32_t, kClasses>;

  /// Reads a table; its header names the classes, "<language>" or "<language>_<spelling>".
  explicit NgramModel(std::string_view table);

  /// Scores of words met before; one for each thread and model.
  struct WordScores {
    std::array<std::uint16_t, kClasses> sums{};
  };
  using Memo = WordMemo<WordScores, std::size_t{1} << 15>;

  /// Which words of a text are looked at. Names are foreign in every language, so the others tell more.
  enum class Words : std::uint8_t { all, uncapitalised };

  /// Scores of the first `letters` letters of the script in those words of the text. Any bytes.
  Scores score(std::string_view text, std::size_t letters, Words words, Memo& memo) const;

  /// Language of each class.
  const std::vector<Language>& classes() const { return classes_; }

 private:
  /// Up to four letter codes; 0 is an empty slot.
  using Gram = std::uint32_t;
  using Weights = std::array<std::uint8_t, kClasses>;

  const Weights* find(Gram gram) const;
  std::uint8_t code(char32_t letter) const;
  std::uint8_t code_as_written(char32_t letter) const;
  std::size_t word_end(std::string_view text, std::size_t begin, std::size_t& letters) const;
  std::size_t capitalised_end(std::string_view text, std::size_t at) const;
  void add_word(std::string_view word, Scores& scores) const;
  void add(Gram gram, std::string_view weights);

  std::vector<Language> classes_;
  using Codes = std::array<std::uint8_t, 0x2040>;  ///< of letters below U+2040, which is nearly all
  Codes codes_{};
  Codes codes_as_written_{};                              ///< of capitals as of their small letters
  std::unordered_map<char32_t, std::uint8_t> far_codes_;  ///< of the other letters
  std::vector<Gram> grams_;                               ///< open addressing, half empty; apart from the weights,
  std::vector<Weights> weights_;                          ///< since most n-grams that are looked for are not there
  int shift_ = 0;                                         ///< what turns a mixed n-gram into a slot number
};

}  // namespace izde::analysis
