// What a librarian should mend in the description of a source: unreadable dates, unknown languages, misspelt field names.
#pragma once

#include "schema/document.hpp"

#include <vector>

namespace izde::indexer {

/// A note for each fault; empty where all is well.
std::vector<schema::Note> faults_of(const schema::Metadata& metadata);

}  // namespace izde::indexer
