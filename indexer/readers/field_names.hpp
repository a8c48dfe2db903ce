// What a descriptive field is called here, whatever the file calls it: one door for front matter, <meta> and JSON.
#pragma once

#include <string>
#include <string_view>

#include "schema/document.hpp"

namespace izde::indexer {

/// Our name of a field (tables/field_names.tsv): "DC.Creator" → "author"; "" for a name without any character.
std::string field_name(std::string_view given);

/// A value on one line: white space and control characters as single spaces, none at the ends.
std::string field_value(std::string_view given);

/// Adds name and value under our name, unless either is empty.
void add_field(schema::Metadata& metadata, std::string_view name, std::string_view value);

}  // namespace izde::indexer
