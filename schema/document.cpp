#include "schema/document.hpp"

#include <algorithm>

namespace izde::schema {

std::string_view value_of(const Metadata& metadata, std::string_view name) {
  const auto row =
      std::find_if(metadata.begin(), metadata.end(), [&](const auto& field) { return field.first == name; });
  return row == metadata.end() ? std::string_view{} : std::string_view(row->second);
}

}  // namespace izde::schema
