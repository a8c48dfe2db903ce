// The posting lists of a segment in the making: for each term a run of (document, count), coded as it will be stored,
// in memory that grows by pieces and is never copied.
#pragma once

#include "indexer/segment/term_table.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace izde::indexer {

/// Terms of documents that come in rising order. Not for several threads.
class Postings {
 public:
  /// `count` 0 is a term that only filters. `document` is above the last one given for the term.
  void add(TermId term, std::uint32_t document, std::uint32_t count);

  /// Brings the memory of a term that will soon be added to on its way.
  void expect(TermId term) const {
    if (term < rows_.size()) __builtin_prefetch(&rows_[term]);
  }

  struct List {
    std::uint32_t documents = 0;
    std::uint64_t counts = 0;  ///< of all documents together
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  /// What is known of a term that was added.
  const List& list(TermId term) const { return rows_[term].list; }
  bool has(TermId term) const { return term < rows_.size() && rows_[term].list.documents > 0; }
  /// The term's bytes: for each document the distance to the one before less 1 (from the second on) and the count, as
  /// varints. Replaces what `bytes` held.
  void read(TermId term, std::string& bytes) const;

  /// About how many bytes of memory it takes.
  std::size_t memory() const { return pages_.size() * kPage + rows_.capacity() * sizeof(Row); }

 private:
  static constexpr std::size_t kPage = std::size_t{1} << 20;
  static constexpr std::size_t kInline = 10;

  // The first bytes of a list lie in its row: half of all terms stand in one or two documents. Then come pieces, each
  // twice as large as the one before up to a bound; a piece opens with the place of the next.
  struct Row {
    List list;
    std::uint32_t first_piece = 0;  // place + 1
    std::uint32_t piece = 0;        // the one being filled
    std::uint16_t used = 0;         // of it, or of `own`
    std::uint16_t size = 0;         // of it; 0: still in `own`
    std::array<char, kInline> own{};
  };

  void append(Row& row, const char* bytes, std::size_t size);
  void next_piece(Row& row);
  char* at(std::uint32_t place) { return pages_[place / kUnits].data() + (place % kUnits) * kUnit; }
  const char* at(std::uint32_t place) const { return pages_[place / kUnits].data() + (place % kUnits) * kUnit; }

  static constexpr std::size_t kUnit = 8;  // places count in it, so that 32 bits reach far enough
  static constexpr std::size_t kUnits = kPage / kUnit;

  std::vector<Row> rows_;
  std::deque<std::vector<char>> pages_;
  std::size_t page_used_ = kPage;
};

}  // namespace izde::indexer
