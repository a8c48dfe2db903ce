// The name keys of an index, for names whose keys differ a little: Қозыбағаров and Козбагаров, Тілеулин and Тлеулин,
// Шонанұлы and Шонанов. The lexicons find equal keys by themselves.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/lexicon.hpp"

namespace izde::searcher {

struct NearKey {
  std::string_view key;
  std::size_t edits = 0;
};

class NameKeys {
 public:
  /// Of all forms of these lexicons, which must outlive it. Keys are gathered letter by letter, as they are asked for.
  explicit NameKeys(std::vector<const schema::Lexicon*> lexicons) : lexicons_(std::move(lexicons)) {}

  /// Keys that begin alike and are two edits away if only vowels differ, or, from seven letters on, one edit otherwise;
  /// only for keys of six letters or more. The nearest first, ten at most; the key itself is not among them.
  std::vector<NearKey> near(std::string_view key) const;

 private:
  const std::vector<std::string_view>& beginning_with(char letter) const;

  std::vector<const schema::Lexicon*> lexicons_;
  mutable std::array<std::vector<std::string_view>, 26> by_letter_;  ///< distinct, by their first letter
  mutable std::bitset<26> gathered_;                                 ///< letters
};

}  // namespace izde::searcher
