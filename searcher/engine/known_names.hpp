// What an index knows of the names of a thesaurus: which concepts its passages name, and whether it was made with this
// thesaurus at all.
#pragma once

#include "searcher/engine/labels.hpp"
#include "searcher/engine/snapshot.hpp"
#include "thesaurus/thesaurus.hpp"

#include <cstddef>
#include <set>
#include <string>

namespace izde::searcher {

/// Lives no longer than what it is made of.
class KnownNames {
 public:
  KnownNames(const Snapshot& snapshot, const thesaurus::Thesaurus& thesaurus);

  /// Whether the mentions stored in the index are those this thesaurus would find.
  bool is_current() const { return current_; }
  /// Concepts that some passage names, but for those given; all, where the index is not current: they are looked for by
  /// words then.
  IsNamed but(const std::set<std::string>& concepts = {}) const;
  /// Passages that name one of them; those that name several count for each.
  std::size_t passages(const std::set<std::string>& concepts) const;
  /// All that they are called.
  std::set<std::string> labels(const std::set<std::string>& concepts) const;
  bool is_person(const std::string& concept_id) const;

 private:
  const thesaurus::Concept& concept_of(const std::string& id) const;

  const Snapshot& snapshot_;
  const thesaurus::Thesaurus& thesaurus_;
  bool current_;
};

}  // namespace izde::searcher
