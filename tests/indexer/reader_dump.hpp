// What a reader makes of some bytes, as a person can read it: the form of the goldens.
#pragma once

#include <string>

#include "indexer/readers/readers.hpp"

namespace izde::indexer::test {

/// Documents, failures and, at the end, the ReadError if there was one. Anything else that is thrown goes through.
std::string dump(const std::string& bytes, const std::string& file_name, const ReadOptions& options = {});

}  // namespace izde::indexer::test
