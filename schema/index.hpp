// Opening an index: which versions we read, and what we say when we do not.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/state.hpp"

namespace izde::schema {

/// What is wrong with an index and what to do about it, in one sentence that names the index.
struct IndexError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What is said of an index whose bytes are not what was written.
std::string damage_of(const std::string& where, const std::string& reason);

/// Opens for reading: a folder, or "host:port" of a server of one. Throws IndexError, and Xapian::DatabaseModifiedError
/// when a writer was quicker (open it again).
Xapian::Database open_index(const std::string& where);

/// Folders of the segments of a local index, in the order in which Xapian opens them; empty for a remote one.
std::vector<std::string> segments_of(const std::string& where);

/// Makes the folder of an index ready to be written, if there is none. Throws IndexError: foreign files, damaged,
/// another version, no room.
void prepare_for_writing(const std::string& folder);

/// Opens one segment of a folder.
Xapian::Database open_segment(const std::string& folder, const std::string& name);

}  // namespace izde::schema
