// Finds labels in tokens. The first word of a label is looked up by its faces; only where one is found are the words
// after it compared, so that a passage costs a few look-ups a token, however many labels there are. Immutable once
// made; shared by threads.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/token.hpp"
#include "analysis/word_memo.hpp"
#include "thesaurus/patterns.hpp"
#include "thesaurus/thesaurus.hpp"

namespace izde::thesaurus {

class Finder {
 public:
  explicit Finder(std::vector<Pattern> patterns);

  /// Names in a passage of one of these times (any, if there are none): capitals count. In rising order of position,
  /// longer first; a concept inside a longer name of its own is left out.
  std::vector<Found> in_passage(const analysis::Tokens& tokens, std::span<const analysis::DayRange> times = {}) const;
  /// Names typed in a query: capitals do not count. Longest first.
  std::vector<Found> in_query(const analysis::Tokens& tokens) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view face) const { return std::hash<std::string_view>{}(face); }
  };
  /// A word that labels begin with.
  struct Start {
    Comparison comparison;
    PatternWord word;
    std::vector<std::uint32_t> patterns;  ///< those that begin with it
  };
  /// Faces of first words → starts_, rising. `sieve` tells most words of a text at once that they begin no label.
  struct Faces {
    std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>> starts;
    analysis::WordSieve sieve;
  };
  struct Search;
  struct LookUp;

  std::uint32_t start_of(const Pattern& pattern);
  void add_faces(std::uint32_t start);
  std::vector<Found> find(Search& search) const;
  /// Those of starts_ whose word a token is.
  std::vector<std::uint32_t> starts_with(const analysis::Token& token) const;
  /// Tries every label that begins with the word at hand.
  void try_starts(Search& search) const;
  void try_patterns(Search& search, const Start& start) const;

  std::uint32_t number_ = analysis::new_memo_owner();
  std::vector<Pattern> patterns_;
  std::vector<Start> starts_;
  std::array<Faces, 4> faces_;  ///< by Comparison
};

}  // namespace izde::thesaurus
