// The one table of what a document can be described and filtered by. A row makes a front-matter name searchable as
// `name:value`, on the command line and in JSON; nothing else in the program lists fields.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace izde::schema {

enum class FieldKind : std::uint8_t {
  keyword,  ///< the whole value, case folded (keyword_value in terms.hpp): kind:act, delo:1-12
  text,     ///< its words, analysed like the text: author:Букейханова, title:"первый съезд"
  section,  ///< words that also stand in the token stream of a passage (title, heading)
};

struct Field {
  std::string_view name;
  std::string_view prefix;  ///< of its terms; begins with X, or one letter for the oldest
  FieldKind kind;
  std::string_view help;
};

std::span<const Field> fields();
/// The row of that name, or nullptr.
const Field* find_field(std::string_view name);
/// All names, for the query parser.
std::vector<std::string> field_names();

}  // namespace izde::schema
