// The table of the forms that a segment brought, in a file beside its database: mapped into memory it is searched
// where it lies. Only a short cut: an index without it, or a remote one, has its lexicon read from its documents.
#pragma once

#include <string>
#include <vector>

#include "schema/lexicon.hpp"

namespace izde::schema {

/// Makes the file for a finished segment, whose lexicon is read back from its database. Permanent on return. Throws
/// IndexError and what Xapian throws.
void write_lexicon_file(const std::string& segment_folder);

/// Fills an empty lexicon from the files of these segments and says so; false where one is missing, or they are not the
/// tables of forms that follow on each other: then `lexicon` is as it was.
bool map_lexicon(const std::vector<std::string>& segment_folders, Lexicon& lexicon);

}  // namespace izde::schema
