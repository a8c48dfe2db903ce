// From a word as it stands in a text to its faces: the chain of its language (languages/), and a store of those made
// before, since most words of a text have been met.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.hpp"
#include "analysis/token.hpp"

namespace izde::analysis {

/// The faces of a word of boundaries.hpp (its hyphens show a joined one), read as its passage is.
Faces faces_of(std::string_view word, const Reading& reading);

/// The faces of words met of late; one for each thread. Bounded: what is not met again gives way.
class FacesStore {
 public:
  FacesStore() : shelves_(kShelves) {}

  /// Equal to faces_of(word, reading), made now or taken from the store.
  const std::shared_ptr<const Faces>& find(std::string_view word, const Reading& reading);

 private:
  static constexpr std::size_t kShelves = std::size_t{1} << 14;
  static constexpr std::size_t kPlaces = 4;

  struct Place {
    std::uint64_t hash = 0;
    std::uint32_t reading = 0;
    std::string word;
    std::shared_ptr<const Faces> faces;
  };
  struct Shelf {
    std::array<Place, kPlaces> places;  // the one used last comes first
  };

  std::vector<Shelf> shelves_;
};

}  // namespace izde::analysis
