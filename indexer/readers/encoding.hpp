// From the bytes of a file to UTF-8: which encoding they are in (named by the user, hinted by the format, or seen in
// the bytes), and the text, with a note for whatever could not be read. Encodings are rows of tables/encodings.tsv.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/document.hpp"

namespace izde::indexer {

/// A row of tables/encodings.tsv.
struct Encoding {
  std::string_view name;     ///< "windows-1251"
  std::string_view reading;  ///< utf8, utf16, utf16le, utf16be, table, or an ICU converter
  std::string_view letters;  ///< ru or vi: whose words show that a file is in it; "-": never guessed
  std::vector<std::string_view> aliases;
};

std::span<const Encoding> encodings();
/// The encoding of that name or alias, in any case, hyphens or not ("cp1251", "Windows-1251"); nullptr if unknown.
const Encoding* find_encoding(std::string_view name);
/// The names of all, for people: "UTF-8, UTF-16LE, …".
std::string encoding_names();

/// What is said about the encoding of a file from outside its bytes.
struct EncodingWish {
  std::string_view named;   ///< by the user: obeyed
  std::string_view hinted;  ///< by the format (<meta charset>): followed where the bytes do not say otherwise
};

/// The encoding of a file by its bytes, or by a long enough beginning of them. Throws ReadError where `named` is
/// unknown (listing the known ones), and where the bytes are no text (naming what they are, if that can be told).
const Encoding& choose_encoding(std::string_view bytes, const EncodingWish& wish);

/// Text as UTF-8, without its byte-order mark, line ends as in the file.
struct Decoded {
  std::string text;
  std::string encoding;
  std::vector<schema::Note> notes;  ///< what was replaced: how often, and the first place
  std::size_t characters = 0;
  std::size_t replaced = 0;  ///< of them U+FFFD for bytes that are no character
  std::size_t controls = 0;  ///< of them control characters other than NUL, turned into spaces
};

/// Decodes; never fails. Bytes that are no character become U+FFFD, NUL and control characters a space. windows-1258
/// comes out composed (NFC). `first_byte` is where the bytes stand in their file, for the notes.
Decoded decode(std::string_view bytes, const Encoding& encoding, std::uint64_t first_byte = 0);

}  // namespace izde::indexer
