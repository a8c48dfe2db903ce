#include "indexer/readers/front_matter.hpp"

#include <yaml-cpp/yaml.h>

#include <optional>
#include <set>
#include <string>

#include "indexer/characters.hpp"
#include "indexer/readers/field_names.hpp"

namespace izde::indexer {
namespace {

constexpr std::size_t kLongest = 64U << 10;  // bytes of front matter; more is a text that begins with a rule

/// A line without its end and trailing blanks.
std::string_view line_at(std::string_view text, std::size_t at) {
  const std::string_view line = text.substr(at, text.find('\n', at) - at);
  const std::size_t last = line.find_last_not_of(" \t");
  return line.substr(0, last + 1);  // npos + 1 is 0
}

struct Parts {
  std::string_view yaml, body;
};

std::optional<Parts> parts_of(std::string_view text) {
  const std::size_t begin = text.find('\n');
  if (begin == std::string_view::npos) return std::nullopt;
  for (std::size_t at = begin + 1; at < text.size() && at <= kLongest;) {
    const std::size_t end = text.find('\n', at);
    const std::string_view line = line_at(text, at);
    if (line == "---" || line == "...") {
      const std::size_t body = end == std::string_view::npos ? text.size() : end + 1;
      return Parts{text.substr(begin + 1, at - begin - 1), text.substr(body)};
    }
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  return std::nullopt;
}

std::string place(const YAML::Mark& mark) {
  constexpr int kFirstLineOfYaml = 2;  // marks count from 0, below the opening "---"
  return mark.line < 0 ? "front matter" : "front matter, line " + std::to_string(mark.line + kFirstLineOfYaml);
}

class Fields {
 public:
  void add(const YAML::Node& key, const YAML::Node& value) {
    if (!key.IsScalar()) {
      note(key, "a name that is not a word; left out");
      return;
    }
    const std::string& name = key.Scalar();
    if (!seen_.insert(field_name(name)).second) note(key, "'" + name + "' is given again; both values are kept");
    if (value.IsSequence()) {
      for (const YAML::Node& item : value) add_value(name, item);
    } else {
      add_value(name, value);
    }
  }

  void note(const YAML::Node& node, std::string what) { description_.note(place(node.Mark()), std::move(what)); }

  FrontMatter finished(std::string_view body) {
    return {description_.take_fields(), description_.take_places(), description_.take_notes(), body};
  }

 private:
  void add_value(const std::string& name, const YAML::Node& value) {
    if (value.IsNull()) return;
    if (value.IsScalar()) {
      description_.add(name, value.Scalar(), place(value.Mark()));
    } else {
      note(value, "the value of '" + name + "' is neither a word nor a list of words; left out");
    }
  }

  Description description_;
  std::set<std::string> seen_;
};

FrontMatter fields_of(const Parts& parts) {
  const YAML::Node root = YAML::Load(std::string(parts.yaml));
  Fields fields;
  if (!root.IsMap() && !root.IsNull()) fields.note(root, "no names with values; front matter left out");
  if (root.IsMap())
    for (const auto& entry : root) fields.add(entry.first, entry.second);
  return fields.finished(parts.body);
}

/// A text may begin with a rule of three hyphens; then nothing is lost and it is body.
bool holds_names(std::string_view yaml) { return trimmed(yaml).empty() || yaml.find(':') != std::string_view::npos; }

}  // namespace

FrontMatter take_front_matter(std::string_view text) {
  FrontMatter none;
  none.body = text;
  if (line_at(text, 0) != "---") return none;
  const std::optional<Parts> parts = parts_of(text);
  if (!parts) {
    none.notes.push_back({"front matter, line 1", "not closed by a line '---'; read as text"});
    return none;
  }
  if (!holds_names(parts->yaml)) return none;
  try {
    return fields_of(*parts);
  } catch (const YAML::Exception& error) {
    none.body = parts->body;
    none.notes.push_back({place(error.mark), "no YAML (" + error.msg + "); front matter left out"});
    return none;
  }
}

}  // namespace izde::indexer
