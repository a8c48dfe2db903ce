// The terms of a segment in the making and their numbers, so that what comes again and again is a number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace izde::indexer {

using TermId = std::uint32_t;

/// Numbers terms from 0 in the order in which they are met.
class TermTable {
 public:
  TermTable();

  TermId number(std::string_view term);
  std::string_view term(TermId id) const { return terms_[id]; }
  std::size_t size() const { return terms_.size(); }
  /// All terms' numbers, in the order of their bytes.
  std::vector<TermId> sorted() const;
  /// About how many bytes of memory it takes.
  std::size_t memory() const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    TermId id = 0;  // one more; 0: free
  };

  void grow();
  std::string_view keep(std::string_view term);

  std::vector<Slot> slots_;
  std::vector<std::string_view> terms_;
  std::deque<std::string> pages_;  // of letters; a page never moves
};

}  // namespace izde::indexer
