// What a Kazakh word may be made of: the right-to-left suffix automaton (tables/kk_suffix*.tsv). It proposes; the
// ranker in kazakh_stem.cpp decides.
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

/// The word of those letters (lower case); of size 0 if it is too long.
KazakhWord kazakh_word(std::u32string_view letters);

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

/// Number of a suffix class by its name in the tables ("PL"), kMaxClasses if there is none.
std::size_t suffix_class(std::string_view name);

}  // namespace izde::analysis
