// From a word as it stands in a text to its faces: the chain of its language (languages/), and a store of those made
// before, since most words of a text have been met.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/language.hpp"
#include "analysis/scanner.hpp"
#include "analysis/token.hpp"

namespace izde::analysis {

class KazakhSupport;

/// What the faces of a word depend on beside its letters.
struct WordContext {
  const Reading& reading;  ///< of its passage
  const KazakhSupport& support;
};

/// The faces of a word of boundaries.hpp (its hyphens show a joined one).
SharedFaces faces_of(std::string_view word, const WordContext& context);

/// What stands for words and their contexts, whose letters lie too far away to be compared each time: two words share
/// one once in 2^62. The seeds are drawn anew in each process, so that nobody can prepare two such.
class WordMarks {
 public:
  struct Mark {
    std::uint64_t word = 0;
    std::uint64_t place = 0;
  };

  WordMarks();
  Mark of(std::string_view word, std::uint64_t context) const;
  /// All that the faces of a word depend on beside its letters. Spread, since a letter more or less of a context must
  /// not make up for one of a word.
  static std::uint64_t number_of(const WordContext& context);

 private:
  std::array<std::uint64_t, 2> seeds_{};
};

/// The faces of words met of late; one for each thread. Bounded: what is not met again gives way.
class FacesStore {
 public:
  FacesStore();

  /// Words looked up together: while the memory of one is on its way, the others are asked for.
  static constexpr std::size_t kTogether = 32;

  /// Appends tokens with the faces of faces_of(), made now or taken from the store. At most kTogether words.
  void add_tokens(std::span<const ScannedWord> words, const WordContext& context, Tokens& tokens);

 private:
  static constexpr std::size_t kShelves = std::size_t{1} << 16;

  struct Place {
    std::uint64_t mark = 0;
    SharedFaces faces;
  };
  struct alignas(64) Shelf {
    std::array<Place, 4> places;  ///< the one used last comes first
  };

  Shelf& shelf_of(const WordMarks::Mark& mark) { return shelves_[mark.place % kShelves]; }
  const SharedFaces& find(const WordMarks::Mark& mark, std::string_view word, const WordContext& context);

  WordMarks marks_;
  std::vector<Shelf> shelves_;
};

}  // namespace izde::analysis
