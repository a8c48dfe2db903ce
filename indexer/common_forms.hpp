// Where the numbers of a language's common words lie. Forms are numbered as they are met, so that the commonest come
// soon after the first text of their language; token streams tell forms by how far they lie behind there.
#pragma once

#include "analysis/language.hpp"
#include "schema/lexicon.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace izde::indexer {

class CommonForms {
 public:
  /// Counts a word of a passage of this language.
  void add(analysis::Language passage, schema::FormId form) {
    Counts& counts = counts_[static_cast<std::size_t>(passage)];
    const std::size_t block = form / kBlock;
    if (block >= counts.words.size()) counts.words.resize(block + 1);
    if (++counts.words[block] > counts.words[counts.best]) counts.best = block;
  }

  /// The first number of the block that most words of such passages were of so far.
  schema::FormId begin(analysis::Language passage) const {
    return static_cast<schema::FormId>(counts_[static_cast<std::size_t>(passage)].best * kBlock);
  }

 private:
  static constexpr std::size_t kBlock = 1U << 12;
  struct Counts {
    std::vector<std::uint32_t> words = {0};  // of each block of forms
    std::size_t best = 0;
  };
  std::array<Counts, 4> counts_;  // by language
};

}  // namespace izde::indexer
