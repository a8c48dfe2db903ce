#include "indexer/readers/json_line.hpp"

#include <simdjson.h>
#include <nlohmann/json.hpp>

#include "indexer/readers/bounds.hpp"

#include <optional>
#include <utility>

namespace izde::indexer {
namespace {

using Json = nlohmann::json;

/// Where the strings and numbers of the outermost object go.
class FieldTaker {
 public:
  JsonFields finished() { return std::move(fields_); }
  void start_object() { fields_.is_object = true; }
  bool is_in_object() const { return fields_.is_object; }
  void name(std::string_view name) { name_ = name; }

  /// `listed`: one of several in a list; each gives the field once a word.
  void take(std::string_view value, bool is_string, bool listed) {
    if (name_ == "text") {
      if (is_string) take_text(value, listed);
    } else if (name_ == "id" || name_ == "_id") {
      if (!listed && (fields_.id.empty() || name_ == "id")) fields_.id = value;
    } else {
      fields_.description.add(name_, value);
    }
  }

 private:
  void take_text(std::string_view value, bool listed) {
    if (!listed) fields_.text.clear();
    if (listed && fields_.has_text) fields_.text += "\n\n";
    fields_.text += value;
    fields_.has_text = true;
  }

  JsonFields fields_;
  std::string name_;
};

/// Takes the fields off a line as it is parsed, without a tree.
class Events final : public nlohmann::json_sax<Json> {
 public:
  JsonFields finished() { return taker_.finished(); }
  const std::string& error() const { return error_; }

  bool start_object(std::size_t) override {
    if (depth_++ == 0) taker_.start_object();
    ++objects_;
    return true;
  }
  bool end_object() override { return --depth_, --objects_, true; }
  bool start_array(std::size_t) override { return ++depth_, true; }
  bool end_array() override { return --depth_, true; }
  bool key(string_t& name) override {
    if (depth_ == 1) taker_.name(name);
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
  /// A list of words stands at depth 2, with no object in between.
  bool take(const std::string& value, bool is_string) {
    const bool listed = depth_ == 2 && objects_ == 1;
    if (taker_.is_in_object() && (depth_ == 1 || listed)) taker_.take(value, is_string, listed);
    return true;
  }

  FieldTaker taker_;
  std::string error_;
  std::size_t depth_ = 0;
  std::size_t objects_ = 0;
};

bool take_all(const simdjson::dom::array& words, FieldTaker& taker);

/// False for what simdjson does not hand out as it is written: numbers with a point.
bool take(const simdjson::dom::element& value, bool listed, FieldTaker& taker) {
  using Type = simdjson::dom::element_type;
  switch (value.type()) {
    case Type::STRING:
      taker.take(value.get_string().value_unsafe(), true, listed);
      return true;
    case Type::INT64:
      taker.take(std::to_string(value.get_int64().value_unsafe()), false, listed);
      return true;
    case Type::UINT64:
      taker.take(std::to_string(value.get_uint64().value_unsafe()), false, listed);
      return true;
    case Type::DOUBLE:
      return false;
    case Type::ARRAY:
      return listed || take_all(value.get_array().value_unsafe(), taker);
    default:
      return true;
  }
}

bool take_all(const simdjson::dom::array& words, FieldTaker& taker) {
  for (const simdjson::dom::element word : words)
    if (!take(word, true, taker)) return false;
  return true;
}

JsonLine checked(JsonFields fields) {
  JsonLine line{std::move(fields), {}};
  if (!line.fields.is_object) {
    line.failure = "not a JSON object";
  } else if (!line.fields.has_text) {
    line.failure = "no \"text\"";
  } else if (line.fields.id.size() > kLongestValue) {
    line.failure = "an id of more than " + std::to_string(kLongestValue) + " bytes";
  }
  return line;
}

}  // namespace

struct JsonLineReader::Parser {
  simdjson::dom::parser parser;
  std::string padded;

  /// Nothing where it stops.
  std::optional<JsonFields> read(const std::string& line) {
    padded.assign(line).append(simdjson::SIMDJSON_PADDING, '\0');  // it reads on behind the end
    simdjson::dom::object object;
    if (parser.parse(padded.data(), line.size(), false).get(object) != simdjson::SUCCESS) return std::nullopt;
    FieldTaker taker;
    taker.start_object();
    for (const simdjson::dom::key_value_pair field : object) {
      taker.name(field.key);
      if (!take(field.value, false, taker)) return std::nullopt;
    }
    return taker.finished();
  }
};

JsonLineReader::JsonLineReader() : parser_(std::make_unique<Parser>()) {}
JsonLineReader::~JsonLineReader() = default;

JsonLine JsonLineReader::read(const std::string& line) {
  std::optional<JsonFields> fields = parser_->read(line);
  return fields ? checked(std::move(*fields)) : read_json_line(line);
}

JsonLine read_json_line(const std::string& line) {
  Events events;
  if (!Json::sax_parse(line, &events)) return {{}, events.error()};
  return checked(events.finished());
}

}  // namespace izde::indexer
