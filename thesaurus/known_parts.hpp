// The words of entries of a lexicon that were met of late: each query comes near hundreds of entries, and most of its
// time went into analysing the same ones anew. Never changes an answer; bounded; one for each thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.hpp"
#include "analysis/token.hpp"
#include "thesaurus/lexicon_file.hpp"

namespace izde::thesaurus {

constexpr std::size_t kLongWord = 5;  ///< letters from which on a Kazakh word is known by its letters and an ending

/// The words among tokens, without what they are joined to or stand for.
analysis::Tokens parts_of(const analysis::Tokens& tokens);

/// What two words are compared by, as hashes: where none agrees they are not the same by any rule of the dictionary.
struct WordMarks {
  std::uint32_t plain = 0;
  std::uint32_t stem = 0;       ///< or the key, in languages that are known by it
  std::uint32_t beginning = 0;  ///< in Kazakh, the first kLongWord letters of a word that has them; else 0

  bool may_be(const WordMarks& other) const {
    return plain == other.plain || stem == other.stem || (beginning != 0 && beginning == other.beginning);
  }
};
WordMarks marks_of(const analysis::Faces& word, Tongue tongue);

/// A headword as the analyzer reads it.
struct KnownHeadword {
  std::uint32_t least_words = 0;  ///< stretches between blanks that begin with a letter: it has no fewer words
  bool analysed = false;
  WordMarks first;         ///< of its first word
  analysis::Tokens parts;  ///< its words; these and `first` only where it was analysed
};

class KnownParts {
 public:
  /// Those of one bucket of a dictionary: `place` tells these apart, the texts are those of its headwords. What is
  /// given lives until the next call.
  struct Place {
    std::uint64_t dictionary = 0, analyzer = 0;
    std::size_t bucket = 0;
    friend bool operator==(const Place&, const Place&) = default;
  };
  template <class TextOf>
  std::span<KnownHeadword> of(const Place& place, std::size_t count, TextOf text_of) {
    if (const auto known = buckets_.find(place); known != buckets_.end()) return known->second;
    std::vector<KnownHeadword>& rows = added(place, count);
    for (std::size_t i = 0; i < count; ++i) rows[i].least_words = least_words(text_of(i));
    return rows;
  }

 private:
  struct Hash {
    std::size_t operator()(const Place& place) const {
      return static_cast<std::size_t>((place.dictionary ^ place.analyzer) * 31 + place.bucket);
    }
  };
  static constexpr std::size_t kMost = std::size_t{1} << 17;  // rows

  static std::uint32_t least_words(std::string_view text);
  std::vector<KnownHeadword>& added(const Place& place, std::size_t count);

  std::unordered_map<Place, std::vector<KnownHeadword>, Hash> buckets_;
  std::size_t count_ = 0;
};

/// Of this thread.
KnownParts& known_parts();

/// Fills in what is known of a headword, if it was not done yet.
void analyse(KnownHeadword& known, std::string_view text, Tongue tongue, const analysis::Analyzer& analyzer);

}  // namespace izde::thesaurus
