// The translation lexicon: lines of concepts, each with its words in some of four languages (lexicon_file.hpp). A query
// word finds the lines that have it in any of its forms, and with them its equivalents. Loading only cuts the files up;
// words are analysed when a query comes near them, so that a lexicon of any size costs little. Immutable once built;
// shared by threads.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "analysis/token.hpp"
#include "thesaurus/lexicon_file.hpp"
#include "thesaurus/thesaurus.hpp"

namespace izde::thesaurus {

/// What passages in this language are in; nothing for English.
std::optional<analysis::Language> language_of(Tongue tongue);

/// A word, or several, of another language. Its letters live as long as the dictionary.
struct Equivalent {
  Tongue tongue = Tongue::en;
  std::string_view text;
  double weight = 1;  ///< 0..1
};

/// Words [position, position+width) of a query stand in the lexicon.
struct Translated {
  std::uint32_t position = 0;
  std::uint32_t width = 1;
  std::vector<Equivalent> equivalents;  ///< best first, at most kMostEquivalents of each tongue
};

class Dictionary {
 public:
  static constexpr std::size_t kMostEquivalents = 5;

  Dictionary() { build(); }

  /// Adds the lines of a .tsv file, or of all .tsv files of a folder in order of name. Throws LexiconError; then
  /// nothing of that file is used.
  void load(const std::filesystem::path& path);
  /// Adds the terms of a thesaurus as lines: their labels in Vietnamese, Kazakh in Cyrillic, today's Russian and
  /// English, the preferred one first.
  void add_terms(const Thesaurus& thesaurus);
  /// Lines left out, as "file:line: reason": the first hundred of each file.
  const std::vector<std::string>& faults() const { return faults_; }
  std::size_t fault_count() const { return fault_count_; }
  /// Call once after the last load(), before find().
  void build();

  std::size_t size() const { return lines_.size(); }

  /// Whether a line has the word spelt so, in plain spelling (analysis::Faces): that is, as dictionaries list it.
  bool has_headword(std::string_view plain, Tongue tongue) const;
  /// Whether a Vietnamese syllable with these marks stands in any line, alone or beside others.
  bool has_syllable(std::string_view plain) const;

  /// The longest entries at each place of a query, none inside another. `tokens` are those of one reading of it, by
  /// this analyzer. In rising order of position.
  std::vector<Translated> find(const analysis::Tokens& tokens, const analysis::Analyzer& analyzer) const;

 private:
  struct Headword {
    std::string_view text;
    std::uint32_t line = 0;
    Tongue tongue = Tongue::vi;
    std::uint16_t place = 0;  ///< in its cell
    float weight = 1;
  };
  class Search;

  void load_file(const std::filesystem::path& path);
  std::span<const Headword> headwords_of(std::size_t bucket) const;

  std::deque<std::string> texts_;
  std::vector<LexiconLine> lines_;
  std::vector<Headword> headwords_;   ///< by bucket
  std::vector<std::uint32_t> first_;  ///< headword of each bucket; one more than there are buckets
  std::vector<std::string> faults_;
  std::size_t fault_count_ = 0;
  std::uint64_t number_ = 0;  ///< of what was built; copies share it, for they have the same headwords
};

}  // namespace izde::thesaurus
