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

  /// Stands for a word and its context, whose letters lie too far away to be compared each time. That another word has
  /// the mark of one on its shelf happens once in 2^62 words; the seeds are drawn anew in each process, so that nobody
  /// can prepare two such.
  struct Mark {
    std::uint64_t word = 0;
    std::size_t shelf = 0;
  };
  struct Place {
    std::uint64_t mark = 0;
    SharedFaces faces;
  };
  struct alignas(64) Shelf {
    std::array<Place, 4> places;  ///< the one used last comes first
  };

  Mark mark_of(std::string_view word, std::uint64_t context) const;
  const SharedFaces& find(const Mark& mark, std::string_view word, const WordContext& context);

  std::vector<Shelf> shelves_;
  std::array<std::uint64_t, 2> seeds_{};
};

}  // namespace izde::analysis
