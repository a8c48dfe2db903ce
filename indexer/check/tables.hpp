// The files of a segment as a database, before anything in them is believed.
#pragma once

#include "indexer/check/findings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace izde::indexer {

/// Xapian's own check of each table of a segment. True if nothing was found.
bool check_tables(const std::string& folder, const std::string& segment, Findings& findings);

/// What the posting lists say of each document; row 0 is unused.
struct Posted {
  std::vector<std::uint32_t> lengths;  ///< the sum of how often each term stands in it
  std::vector<std::uint64_t> words;    ///< the sum of the hashes of its words' terms, each as often as it is posted
};

/// Reads all posting lists of a segment, each held against its own count, their sums against the lengths of the
/// documents and of the whole. Nothing where it is not even known how many documents there are. May throw
/// Xapian::Error.
std::optional<Posted> check_postings(const Xapian::Database& database, const std::string& segment, Findings& findings);

/// The hash by which a word's term counts in Posted::words.
std::uint64_t hash_of_term(std::string_view term);

}  // namespace izde::indexer
