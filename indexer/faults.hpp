// What a librarian should mend in the description of a source: unreadable dates, unknown languages, misspelt
// field names.
#pragma once

#include "schema/document.hpp"

#include <string>
#include <vector>

namespace izde::indexer {

/// A note for each value that cannot be understood; empty where all is well. `places` as in schema::Document.
std::vector<schema::Note> faults_of(const schema::Metadata& metadata, const std::vector<std::string>& places = {});

/// Names that are no field of Izde (a slip, or a field of another program): kept and shown, but not searchable.
std::vector<std::string> unknown_fields(const schema::Metadata& metadata);

}  // namespace izde::indexer
