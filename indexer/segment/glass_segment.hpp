// A segment whose tables are written at once: document data while documents come, posting lists from memory at the end.
#pragma once

#include "indexer/segment/glass_table.hpp"
#include "indexer/segment/postings.hpp"
#include "indexer/segment/segment.hpp"

#include <map>
#include <string>
#include <vector>

namespace izde::indexer::glass {

/// Sums that Xapian keeps of a database.
struct Statistics {
  std::uint32_t documents = 0;
  std::uint32_t last_document = 0;
  std::uint64_t length = 0;  ///< counts of all terms of all documents
  std::uint32_t shortest = 0;
  std::uint32_t longest = 0;
  std::uint32_t largest_count = 0;
};

/// Writes the file that makes the tables in `folder` a database, and an empty table of terms by document: without one
/// Xapian serves no documents to other machines.
void write_version(const std::string& folder, const TableRoot& postings, const TableRoot& data,
                   const Statistics& statistics);

class GlassSegment final : public Segment {
 public:
  explicit GlassSegment(std::string folder);

  void set_metadata(std::string_view key, std::string_view value) override;
  std::size_t documents() const override { return lengths_.size(); }
  std::size_t memory() const override;

 private:
  void put(std::span<const Posting> postings, std::string_view data) override;
  void close() override;

  std::string folder_;
  TableWriter data_;
  Postings postings_;
  std::map<std::string, std::string, std::less<>> metadata_;
  std::vector<std::uint32_t> lengths_;  // of each document
  Statistics statistics_;
};

}  // namespace izde::indexer::glass
