// What an index holds, as sixteen hexadecimal digits that a list of hits can name: the same sources indexed by the same
// rules give the same digits, in whatever folder and order, and any change of a source, a name or a rule gives others.
#pragma once

#include <cstdint>
#include <string>

#include <xapian.h>

namespace izde::schema {

/// The sum of the content hashes of all documents, which a writer keeps (DocumentRecord::content_hash); 0 in an index
/// that was last written before there was one. Throws BytesError where it is not what was written.
std::uint64_t read_contents(const Xapian::Database& database);
void write_contents(Xapian::WritableDatabase& database, std::uint64_t contents);

/// Of the contents, the counts, the language rules, the thesaurus and the learned words. Reads some metadata, no
/// document. Throws BytesError.
std::string fingerprint(const Xapian::Database& database);

}  // namespace izde::schema
