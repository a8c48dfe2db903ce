// Labels as the matcher wants them: each label analysed once, in the language and script of its tag, into words with
// the faces that a text's tokens are compared by. Made when a thesaurus is built; mentions.hpp finds them in tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "thesaurus/thesaurus.hpp"

namespace izde::thesaurus {

/// How the words of a label meet the words of a text.
enum class Comparison : std::uint8_t {
  russian,  ///< plain, or a case form of it (endings.hpp)
  kazakh,   ///< plain, or a case form with the same key; so all scripts and alphabets meet
  latin,    ///< without marks, in a passage of any language; words with marks in a Vietnamese one, with their marks
  exact     ///< as written
};

/// A word of a label.
struct PatternWord {
  std::string written, plain;
  std::string root;          ///< kazakh: key; latin: written without marks; else empty
  bool capitalised = false;  ///< always true in a script without capitals
  friend bool operator==(const PatternWord&, const PatternWord&) = default;
};

struct Pattern {
  std::uint32_t concept_index = 0;
  Comparison comparison = Comparison::exact;
  std::vector<PatternWord> words;           ///< at least one
  std::optional<analysis::DayRange> valid;  ///< of its label
  friend bool operator==(const Pattern&, const Pattern&) = default;
};

/// Every pattern of a concept: its labels as words apart, and short names joined as well (Алаш-Орда, Алаш Орда and
/// Алашорда meet). A label that stands among the exact ones too is compared exactly only. No pattern comes twice.
std::vector<Pattern> patterns_of(const Concept& named, std::uint32_t concept_index, const analysis::Analyzer& analyzer);

/// A lower-case Latin word without marks (analysis::unmarked): Bökeıhan → bokeihan, đảng → dang.
std::string latin_root(std::string_view written);

}  // namespace izde::thesaurus
