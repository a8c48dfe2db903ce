// Names of peoples in a query. A name of the thesaurus replaces its word, but қазақ stands in half of the passages: a
// people's name is expanded like any word, with its forms and translations, and its concept stands beside them for what
// is called otherwise (общекиргизскій of 1917).
#pragma once

#include "searcher/engine/labels.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/words.hpp"
#include "searcher/query/node.hpp"
#include "thesaurus/thesaurus.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace izde::searcher {

class Peoples {
 public:
  /// Takes the labels out that name nothing but peoples, and keeps what the last word of each means.
  void take_from(std::vector<TypedLabel>& labels, std::span<const Node> words, const thesaurus::Thesaurus& thesaurus);
  /// Adds the peoples that a word of the query names, by its place there, as alternatives of less weight. Whether it
  /// names any: then it is no slip of another word, however rare (казахи are not казаки).
  bool add_to(Atom& atom, const WordExpander& words) const;

 private:
  std::map<std::uint32_t, std::set<std::string>> concepts_;  ///< by where the word begins
};

}  // namespace izde::searcher
