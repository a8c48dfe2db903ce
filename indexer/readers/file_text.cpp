#include "indexer/readers/file_text.hpp"

#include <algorithm>
#include <vector>

#include "analysis/letters.hpp"

namespace izde::indexer {
namespace {

/// "ru/act-1918.md.gz" → "act-1918"; escaped spaces are spaces again. Only what readers know is taken as an extension.
std::string stem_of(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  while (name.ends_with(".gz") || name.ends_with(".zst")) name = name.substr(0, name.rfind('.'));
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  std::string stem;
  for (std::size_t at = 0; at < name.size();) {
    const analysis::Letter letter = analysis::letter_at(name, at);
    stem += letter.value < 0x20 ? " " : analysis::utf8_of({&letter.value, 1});
    at += letter.bytes;
  }
  return stem;
}

}  // namespace

std::string read_bytes(Source& source, std::uint64_t max_size) {
  std::string bytes;
  std::vector<char> buffer(1U << 16);
  while (const std::size_t got = source.read(buffer.data(), buffer.size())) {
    if (bytes.size() + got > max_size) {
      throw ReadError("is larger than " + std::to_string(max_size) + " bytes (unpacked); split it");
    }
    bytes.append(buffer.data(), got);
  }
  return bytes;
}

Decoded decode_file(std::string_view bytes, const EncodingWish& wish) {
  Decoded decoded = decode(bytes, choose_encoding(bytes, wish));
  decoded.text = with_plain_line_ends(std::move(decoded.text));
  return decoded;
}

std::string with_plain_line_ends(std::string text) {
  std::size_t to = std::min(text.find('\r'), text.size());
  for (std::size_t from = to; from < text.size(); ++from) {
    const bool before_newline = text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n';
    if (before_newline) continue;
    text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
  return text;
}

schema::Document begin_document(const Source& source, const Decoded& decoded) {
  schema::Document document;
  document.id = source.document_id();
  document.path = source.path();
  document.encoding = decoded.encoding;
  document.notes = decoded.notes;
  return document;
}

void give_title(schema::Document& document, std::string_view found) {
  if (!schema::value_of(document.metadata, "title").empty()) return;
  document.metadata.emplace_back("title", found.empty() ? stem_of(document.path) : std::string(found));
}

}  // namespace izde::indexer
