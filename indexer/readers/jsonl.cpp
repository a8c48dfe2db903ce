#include <nlohmann/json.hpp>
#include <optional>

#include "indexer/characters.hpp"
#include "indexer/readers/bounds.hpp"
#include "indexer/readers/document_id.hpp"
#include "indexer/readers/field_names.hpp"
#include "indexer/readers/file_text.hpp"
#include "indexer/readers/formats.hpp"
#include "indexer/readers/lines.hpp"
#include "indexer/readers/paragraphs.hpp"

namespace izde::indexer {
namespace {

using Json = nlohmann::json;

struct Fields {
  bool is_object = false;
  std::string id;
  bool has_text = false;
  std::string text;
  Description description;
};

/// Takes the fields off a line as it is parsed, without a tree: text and numbers of the outermost object and of lists
/// in it. Deeper objects are passed over, however deep.
class FieldTaker final : public nlohmann::json_sax<Json> {
 public:
  Fields finished() { return std::move(fields_); }
  const std::string& error() const { return error_; }

  bool start_object(std::size_t) override {
    if (depth_++ == 0) fields_.is_object = true;
    ++objects_;
    return true;
  }
  bool end_object() override { return --depth_, --objects_, true; }
  bool start_array(std::size_t) override { return ++depth_, true; }
  bool end_array() override { return --depth_, true; }
  bool key(string_t& name) override {
    if (depth_ == 1) name_ = name;
    return true;
  }
  bool string(string_t& value) override { return take(value, true); }
  bool number_integer(number_integer_t value) override { return take(std::to_string(value), false); }
  bool number_unsigned(number_unsigned_t value) override { return take(std::to_string(value), false); }
  bool number_float(number_float_t, const string_t& written) override { return take(written, false); }
  bool boolean(bool) override { return true; }
  bool null() override { return true; }
  bool binary(binary_t&) override { return true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    error_ = "not JSON at character " + std::to_string(position);
    return false;
  }

 private:
  /// A list of words (depth 2, no object in between) gives its field once a word.
  bool take(const std::string& value, bool is_string) {
    const bool listed = depth_ == 2 && objects_ == 1;
    if (!fields_.is_object || (depth_ != 1 && !listed)) return true;
    if (name_ == "text") {
      if (is_string) take_text(value, listed);
    } else if (name_ == "id" || name_ == "_id") {
      if (depth_ == 1 && (fields_.id.empty() || name_ == "id")) fields_.id = value;
    } else {
      fields_.description.add(name_, value);
    }
    return true;
  }

  /// A list of texts is a list of paragraphs.
  void take_text(const std::string& value, bool listed) {
    if (!listed) fields_.text.clear();
    if (listed && fields_.has_text) fields_.text += "\n\n";
    fields_.text += value;
    fields_.has_text = true;
  }

  Fields fields_;
  std::string error_;
  std::string name_;
  std::size_t depth_ = 0;
  std::size_t objects_ = 0;
};

/// A string in JSON may spell out control characters; in a text they are as out of place as in a file.
std::string clean(const std::string& text) {
  static const Encoding& utf8 = *find_encoding("UTF-8");
  return with_plain_line_ends(decode(text, utf8, 1).text);
}

/// Either what a line holds, or why not.
struct LineReading {
  Fields fields;
  std::string failure;
};

LineReading read_line(const std::string& line) {
  FieldTaker taker;
  LineReading reading;
  if (!Json::sax_parse(line, &taker)) {
    reading.failure = taker.error();
    return reading;
  }
  reading.fields = taker.finished();
  if (!reading.fields.is_object) {
    reading.failure = "not a JSON object";
  } else if (!reading.fields.has_text) {
    reading.failure = "no \"text\"";
  } else if (reading.fields.id.size() > kLongestValue) {
    reading.failure = "an id of more than " + std::to_string(kLongestValue) + " bytes";
  }
  return reading;
}

schema::Document document_of(const Source& source, const Line& line, Fields fields) {
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
  while (true) {
    const std::optional<Line> next = lines.next();
    if (!next) return;
    const Line& line = *next;
    LineReading reading;
    if (line.too_long) {
      reading.failure = "longer than " + std::to_string(options.max_size) + " bytes; left out";
    } else if (trimmed(line.decoded.text).empty()) {
      continue;
    } else {
      reading = read_line(line.decoded.text);
    }
    if (reading.failure.empty()) {
      sink(document_of(source, line, std::move(reading.fields)));
    } else {
      failures({source.path(), "line " + std::to_string(line.number) + ": " + reading.failure});
    }
  }
}

}  // namespace izde::indexer
