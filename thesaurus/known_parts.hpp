// The words of entries of a lexicon that were met of late: each query comes near hundreds of entries, and most of its
// time went into analysing the same ones anew. Never changes an answer; bounded; one for each thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analysis/analyzer.hpp"
#include "analysis/token.hpp"

namespace izde::thesaurus {

/// The words among tokens, without what they are joined to or stand for.
analysis::Tokens parts_of(const analysis::Tokens& tokens);

class KnownParts {
 public:
  /// Of a text as analysis::printed_reading() of its language has it. Valid until the next call.
  const analysis::Tokens& of(std::string_view text, analysis::Language language, const analysis::Analyzer& analyzer);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  static constexpr std::size_t kMost = std::size_t{1} << 16;
  using Known = std::unordered_map<std::string, analysis::Tokens, Hash, std::equal_to<>>;

  std::map<std::uint64_t, std::array<Known, 4>> by_analyzer_;  // then by language
  std::size_t count_ = 0;
};

/// Of this thread.
KnownParts& known_parts();

}  // namespace izde::thesaurus
