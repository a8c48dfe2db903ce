// The parts that every reader of one document a file shares: its bytes within the allowed size, its text as UTF-8 with
// plain line ends, and the Document to begin with.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/encoding.hpp"
#include "indexer/readers/readers.hpp"
#include "schema/document.hpp"

namespace izde::indexer {

/// All bytes of a source. Throws ReadError as soon as they pass `max_size`.
std::string read_bytes(Source& source, std::uint64_t max_size);

/// Chooses the encoding and decodes; \r\n and \r become \n. Throws ReadError where the bytes are no text.
Decoded decode_file(std::string_view bytes, const EncodingWish& wish);

/// Text with \r\n and \r as \n.
std::string with_plain_line_ends(std::string text);

/// A document with id, path, encoding and notes, and nothing read yet.
schema::Document begin_document(const Source& source, const Decoded& decoded);

/// Gives a document that has no title one: `found` in the text, or else its file's name without folders and extensions.
void give_title(schema::Document& document, std::string_view found);

}  // namespace izde::indexer
