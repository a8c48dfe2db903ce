// Whether an index is sound (izde-index --check): every table, posting and record is read and held against what else
// the index says of it. Changes nothing and takes no lock.
#pragma once

#include "indexer/check/findings.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace izde::indexer {

struct CheckReport {
  std::vector<Finding> findings;   ///< none: it is sound
  std::vector<std::string> notes;  ///< what does no harm: folders that were left behind
  std::string advice = "Restore it from a copy, or index the sources again into a new folder.";
  bool is_being_written = false;
  bool is_before_first_commit = false;
  std::size_t segments = 0;
  std::size_t documents = 0;  ///< that are there, as are the passages
  std::size_t passages = 0;
};

/// Throws schema::IndexError where there is no index, one of another version, or one to which a writer at work has
/// committed nothing yet.
CheckReport check_index(const std::string& folder);

/// The report in lines, each naming the index.
std::string describe(const CheckReport& report, const std::string& folder);

}  // namespace izde::indexer
