// One line of JSONL: the id, the text and the description of a document.
#pragma once

#include "indexer/readers/field_names.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace izde::indexer {

/// What the outermost object of a line holds: strings and numbers, and lists of these. Deeper objects are passed over.
struct JsonFields {
  bool is_object = false;
  std::string id;
  bool has_text = false;
  std::string text;  ///< a list of texts is a list of paragraphs
  Description description;
};

/// Either what a line holds, or why not.
struct JsonLine {
  JsonFields fields;
  std::string failure;
};

/// Reads lines one after the other with simdjson, and where it stops at one, with nlohmann-json, which says at which
/// character and takes what is nested however deep. Not for several threads.
class JsonLineReader {
 public:
  JsonLineReader();
  ~JsonLineReader();

  /// `line` is UTF-8.
  JsonLine read(const std::string& line);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// The same by nlohmann-json alone; to compare.
JsonLine read_json_line(const std::string& line);

}  // namespace izde::indexer
