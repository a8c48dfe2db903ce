#include <optional>

#include "indexer/characters.hpp"
#include "indexer/readers/document_id.hpp"
#include "indexer/readers/file_text.hpp"
#include "indexer/readers/formats.hpp"
#include "indexer/readers/json_line.hpp"
#include "indexer/readers/lines.hpp"
#include "indexer/readers/paragraphs.hpp"

namespace izde::indexer {
namespace {

/// A string in JSON may spell out control characters; in a text they are as out of place as in a file.
std::string clean(const std::string& text) {
  static const Encoding& utf8 = *find_encoding("UTF-8");
  return with_plain_line_ends(decode(text, utf8, 1).text);
}

schema::Document document_of(const Source& source, const Line& line, JsonFields fields) {
  const std::string place = ":" + std::to_string(line.number);
  schema::Document document = begin_document(source, line.decoded);
  document.id = trimmed(fields.id).empty() ? document.id + place : escape_id(trimmed(fields.id));
  document.path += place;
  document.metadata = fields.description.take_fields();
  for (schema::Note& note : fields.description.take_notes()) document.notes.push_back(std::move(note));
  document.blocks = paragraphs_of(clean(fields.text));
  return document;
}

}  // namespace

void read_jsonl(Source& source, const ReadOptions& options, const DocumentSink& sink, const FailureSink& failures) {
  Lines lines(source, options);
  JsonLineReader reader;
  while (true) {
    const std::optional<Line> next = lines.next();
    if (!next) return;
    const Line& line = *next;
    JsonLine reading;
    if (line.too_long) {
      reading.failure = "longer than " + std::to_string(options.max_size) + " bytes; left out";
    } else if (trimmed(line.decoded.text).empty()) {
      continue;
    } else {
      reading = reader.read(line.decoded.text);
    }
    if (reading.failure.empty()) {
      sink(document_of(source, line, std::move(reading.fields)));
    } else {
      failures({source.path(), "line " + std::to_string(line.number) + ": " + reading.failure});
    }
  }
}

}  // namespace izde::indexer
