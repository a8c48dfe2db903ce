// A segment: one Xapian database of documents that were written together and never change. Two makers of the same
// thing: one writes the tables itself, in one go; the other gives each document to Xapian, is many times slower, and is
// what the first is compared with.
#pragma once

#include "indexer/segment/term_table.hpp"
#include "schema/state.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace izde::indexer {

/// A term of a document; `count` 0 only filters.
struct Posting {
  TermId term = 0;
  std::uint32_t count = 0;
};

/// A segment in the making. Not for several threads. What is written is a whole database only after finish(). Throws
/// schema::IndexError with the folder and the system's reason when it cannot be written.
class Segment {
 public:
  virtual ~Segment() = default;

  /// Names of the terms of this segment.
  TermTable& terms() { return terms_; }

  /// Adds a document, numbered from 1. No term stands twice in `postings`.
  void add(std::span<const Posting> postings, std::string_view data) {
    sum_.add(data);
    put(postings, data);
  }
  virtual void set_metadata(std::string_view key, std::string_view value) = 0;
  /// Makes it a database and permanent, with the sum of its records.
  void finish() {
    sum_.write([this](const std::string& key, const std::string& value) { set_metadata(key, value); });
    close();
  }

  virtual std::size_t documents() const = 0;
  /// About how many bytes of memory it takes.
  virtual std::size_t memory() const = 0;

 protected:
  virtual void put(std::span<const Posting> postings, std::string_view data) = 0;
  virtual void close() = 0;

  TermTable terms_;

 private:
  schema::RecordSum sum_;
};

enum class SegmentMaker : std::uint8_t { tables, xapian };

/// Whether the Xapian that is linked has tables of the form known here.
bool writes_tables();

/// A new segment in a folder that does not exist yet. Tables are written only where the Xapian that is linked has the
/// form known here; else Xapian writes.
std::unique_ptr<Segment> make_segment(const std::string& folder, SegmentMaker maker);

}  // namespace izde::indexer
