// What a Kazakh word may be made of: the right-to-left suffix automaton (tables/kk_suffix*.tsv). It proposes; the
// ranker (kazakh_rank.hpp) decides.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace izde::analysis {

constexpr std::size_t kMaxWord = 40;  ///< letters; longer words are not parsed
constexpr std::size_t kMaxChain = 9;  ///< suffixes
constexpr std::size_t kMaxClasses = 64;

/// A word as indices of kazakh_letter(), 0 for foreign letters.
struct KazakhWord {
  std::array<std::uint8_t, kMaxWord> letters{};
  std::size_t size = 0;
  std::span<const std::uint8_t> first(std::size_t count) const { return {letters.data(), count}; }
};

/// A lower-case word (UTF-8); of size 0 if it is too long.
KazakhWord kazakh_word(std::string_view word);

enum class StemKind : std::uint8_t { whole, nominal, verbal };

/// What is left of a word, and what was taken from it. Classes are numbered as in suffix_class_names().
struct StemCandidate {
  struct Taken {
    std::uint8_t suffix_class = 0;
    bool one_letter = false;
    bool breaks_harmony = false;
    bool opens_high = false;  ///< the suffix begins with ы or і
  };
  std::uint8_t length = 0;    ///< letters of the word that remain
  std::uint8_t restored = 0;  ///< a letter that contraction swallowed and that follows them, or 0
  StemKind kind = StemKind::whole;
  std::uint8_t suffixes = 0;
  std::array<Taken, kMaxChain> chain{};  ///< outermost first

  const Taken& outermost() const { return chain[0]; }
  const Taken& innermost() const { return chain[suffixes - 1U]; }
};

/// All candidates of a word, the whole word first.
struct StemCandidates {
  std::array<StemCandidate, 3 * kMaxWord> of;
  std::size_t size = 0;
  std::span<const StemCandidate> all() const { return {of.data(), size}; }
};

StemCandidates stem_candidates(const KazakhWord& word);

/// A stem as it is counted and given back: the first letters of the word, perhaps with one more.
struct StemKey {
  std::uint8_t kept = 0;   ///< letters of the word
  std::uint8_t added = 0;  ///< the letter after them, or 0
  std::size_t size() const { return kept + (added != 0 ? 1U : 0U); }
};

/// How the stem of a candidate is written: кітаб(ы) → кітап; тау(ып) → тап, since п between vowels became у; оқы(ды)
/// and оқ(у) → оқ.
StemKey stem_key(const KazakhWord& word, const StemCandidate& candidate);

/// Letter of an index of KazakhWord; 0 for index 0.
char32_t kazakh_letter_of(std::uint8_t index);

/// Whether the letter of an index is a vowel, и у ю included.
bool is_kazakh_vowel(std::uint8_t index);

/// Number of a suffix class by its name in the tables ("PL"), kMaxClasses if there is none.
std::size_t suffix_class(std::string_view name);

/// Names of the suffix classes; the place of a name is its number.
std::span<const std::string_view> suffix_class_names();

}  // namespace izde::analysis
