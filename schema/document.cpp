#include "schema/document.hpp"

#include "schema/terms.hpp"

#include <algorithm>

namespace izde::schema {

std::string_view value_of(const Metadata& metadata, std::string_view name) {
  const auto row =
      std::find_if(metadata.begin(), metadata.end(), [&](const auto& field) { return field.first == name; });
  return row == metadata.end() ? std::string_view{} : std::string_view(row->second);
}

std::optional<analysis::DayRange> date_of(const Metadata& metadata) {
  return analysis::parse_date(value_of(metadata, "date"), keyword_value(value_of(metadata, "calendar")) == "julian");
}

}  // namespace izde::schema
