// The table of the forms that a segment brought, in a file beside its database: mapped into memory it is searched
// where it lies. Only a short cut, and only for segments that bring so many forms that making their table takes a
// while: an index without it, or a remote one, has its lexicon read from its documents.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schema/lexicon.hpp"

namespace izde::schema {

/// From how many forms on a segment has a file: their table is made in about half a second, and takes more room than
/// the texts of a small collection can bear (docs/PERFORMANCE.md).
inline constexpr std::size_t kFormsOfFile = 500'000;

/// Makes the file for a finished segment that brought so many forms, which are read back from its database. Permanent
/// on return. Throws IndexError, BytesError and what Xapian throws.
void write_lexicon_file(const std::string& segment_folder, std::size_t least_forms = kFormsOfFile);

/// Fills an empty lexicon from these segments, their files or else their documents, and says so; false where there are
/// no segments or their forms do not follow on each other: then `lexicon` is as it was. Throws BytesError and what
/// Xapian throws.
bool map_lexicon(const std::vector<std::string>& segment_folders, Lexicon& lexicon);

/// False where a segment has a file that does not hold the forms of its documents. Throws BytesError and what Xapian
/// throws.
bool is_lexicon_file_sound(const std::string& segment_folder);

}  // namespace izde::schema
