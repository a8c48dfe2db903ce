#include "indexer/faults.hpp"

#include "analysis/date.hpp"
#include "analysis/language.hpp"
#include "schema/fields.hpp"

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

}  // namespace

std::vector<schema::Note> faults_of(const schema::Metadata& metadata) {
  std::vector<schema::Note> notes;
  for (const auto& [name, value] : metadata) {
    if (name == "lang" && !analysis::language_of_tag(value))
      notes.push_back(
          {"lang", "“" + value + "” is not vi, kk or ru; the language of each passage is detected instead"});
    else if (name == "date" && !analysis::parse_date(value))
      notes.push_back({"date", "“" + value +
                                   "” is not a date; write 1917, 1917-12, 1917-12-13 or 1917-12/1918-06; kept as it "
                                   "is, but date filters will not see it"});
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
