#include "schema/document.hpp"

#include "schema/terms.hpp"

#include <algorithm>

namespace izde::schema {

std::string_view value_of(const Metadata& metadata, std::string_view name) {
  const auto row =
      std::find_if(metadata.begin(), metadata.end(), [&](const auto& field) { return field.first == name; });
  return row == metadata.end() ? std::string_view{} : std::string_view(row->second);
}

bool is_likely_date(std::string_view date) {
  auto days = analysis::parse_date(date);
  if (!days) days = analysis::parse_date(date, true);  // 29 February 1900 is no day of New Style
  return days && analysis::year_of(days->first) >= kFirstYear && analysis::year_of(days->last) <= kLastYear;
}

std::optional<analysis::DayRange> date_of(const Metadata& metadata) {
  const bool is_julian = keyword_value(value_of(metadata, "calendar")) == "julian";
  const std::string_view date = value_of(metadata, "date");
  return is_likely_date(date) ? analysis::parse_date(date, is_julian) : std::nullopt;
}

}  // namespace izde::schema
