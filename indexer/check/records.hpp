// What the records of a segment say, held against each other and against the posting lists.
#pragma once

#include "analysis/analyzer.hpp"
#include "indexer/check/findings.hpp"
#include "indexer/check/tables.hpp"
#include "schema/lexicon.hpp"
#include "schema/record.hpp"
#include "schema/sources.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace izde::indexer {

/// One segment as it is checked.
struct SegmentAtHand {
  std::string name;
  std::string folder;  ///< its own
  Xapian::Database database;
  Posted posted;
};

/// A document of a segment: what its record says of it.
struct DocumentHeld {
  std::uint64_t content_hash = 0;
  std::array<std::uint64_t, 4> words{};
  std::uint32_t passages = 0;
};
using DocumentsHeld = std::unordered_map<std::string, DocumentHeld>;  // by id

/// The forms of all segments, in their order; blocks that do not follow each other are told. Where a block is missing
/// the lexicon ends before it.
schema::Lexicon check_lexicon(const std::vector<SegmentAtHand>& segments, Findings& findings);

/// What the records of an index are read with.
struct ReadWith {
  const schema::Lexicon& lexicon;
  const analysis::Analyzer& analyzer;  ///< that made its words
  const schema::Sources& sources;
};

/// Reads every record of a segment; the words of each text are made anew and held against what is stored of them.
/// `gone`: ids of the documents of the segment that are there no more; of these a record may be missing, where it could
/// not be completed. May throw Xapian::Error.
DocumentsHeld check_records(const SegmentAtHand& segment, const ReadWith& with, const std::set<std::string>& gone,
                            Findings& findings);

}  // namespace izde::indexer
