#include "indexer/faults.hpp"

#include "analysis/date.hpp"
#include "analysis/language.hpp"
#include "schema/fields.hpp"
#include "schema/terms.hpp"

#include <algorithm>
#include <array>

namespace izde::indexer {
namespace {

// Names that are kept and shown but have no terms of their own.
constexpr std::array<std::string_view, 9> kShownOnly{"date",       "calendar", "rights", "url",        "description",
                                                     "identifier", "file",     "note",   "contributor"};

bool is_known(std::string_view name) {
  return schema::find_field(name) != nullptr ||
         std::find(kShownOnly.begin(), kShownOnly.end(), name) != kShownOnly.end();
}

bool is_julian(const schema::Metadata& metadata) {
  return schema::keyword_value(schema::value_of(metadata, "calendar")) == "julian";
}

// "" where all is well.
std::string fault_of(const std::string& name, const std::string& value, bool julian) {
  if (name == "lang" && !analysis::language_of_tag(value))
    return "“" + value + "” is not vi, kk or ru; the language of each passage is detected instead";
  if (name != "date") return "";
  if (!julian && !analysis::parse_date(value) && analysis::parse_date(value, true))
    return "“" + value +
           "” is a day of the Old Style only; write calendar: julian beside it; kept as it is, but date filters will "
           "not see it";
  if (!analysis::parse_date(value, julian))
    return "“" + value +
           "” is not a date; write 1917, 1917-12, 1917-12-13 or 1917-12/1918-06; kept as it is, but date filters will "
           "not see it";
  if (!schema::is_likely_date(value))
    return "“" + value + "” is of no year from " + std::to_string(schema::kFirstYear) + " to " +
           std::to_string(schema::kLastYear) + "; kept as it is, but date filters will not see it";
  return "";
}

}  // namespace

std::vector<schema::Note> faults_of(const schema::Metadata& metadata, const std::vector<std::string>& places) {
  const bool julian = is_julian(metadata);
  std::vector<schema::Note> notes;
  for (std::size_t i = 0; i < metadata.size(); ++i) {
    const auto& [name, value] = metadata[i];
    const std::string place = i < places.size() && !places[i].empty() ? places[i] + ", " + name : name;
    if (std::string fault = fault_of(name, value, julian); !fault.empty()) notes.push_back({place, std::move(fault)});
  }
  return notes;
}

std::vector<std::string> unknown_fields(const schema::Metadata& metadata) {
  std::vector<std::string> unknown;
  for (const auto& [name, value] : metadata)
    if (!is_known(name) && std::find(unknown.begin(), unknown.end(), name) == unknown.end()) unknown.push_back(name);
  return unknown;
}

}  // namespace izde::indexer
