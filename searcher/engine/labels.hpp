// Which neighbouring words of a query are a name of the thesaurus: the longest label at each place, in any way the
// words can be read.
#pragma once

#include "searcher/query/node.hpp"
#include "thesaurus/thesaurus.hpp"

#include <cstddef>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace izde::searcher {

struct TypedLabel {
  std::size_t first = 0;           ///< word of the query
  std::size_t count = 0;           ///< words it covers
  std::set<std::string> concepts;  ///< ids; several where a name is shared
  bool dated = false;              ///< it names one of them at some times only
};

/// Words of the query as one text, blanks between.
std::string text_of(std::span<const Node> words);

/// A phrase that stands for words of the query.
Node phrase_instead_of(std::span<const Node> words, std::string text);

/// Whether the concept of that id is named by passages of the index.
using IsNamed = std::function<bool(const std::string&)>;

/// Rising, not overlapping. `words` are neighbouring leaves of Operator::word. Several words are no name where
/// `is_named` is given and denies it, but what they are otherwise: shorter names in them, or words.
std::vector<TypedLabel> find_labels(std::span<const Node> words, const thesaurus::Thesaurus& thesaurus,
                                    const IsNamed& is_named = nullptr);

}  // namespace izde::searcher
