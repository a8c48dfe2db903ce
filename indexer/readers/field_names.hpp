// What a descriptive field is called here, whatever the file calls it: one door for front matter, <meta> and JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/document.hpp"

namespace izde::indexer {

/// Our name of a field (tables/field_names.tsv): "DC.Creator" → "author"; "" for a name without any character.
std::string field_name(std::string_view given);

/// A value on one line: white space and control characters as single spaces, none at the ends.
std::string field_value(std::string_view given);

/// The fields of one document in the making, within the bounds of bounds.hpp. What is cut or left out for them is told.
class Description {
 public:
  /// Adds name and value under our name, unless either is empty. `where` is for notes on it (schema::Note).
  void add(std::string_view name, std::string_view value, std::string_view where = "");
  /// Adds a note; of very many the last are left out.
  void note(std::string_view where, std::string what);

  schema::Metadata take_fields() { return std::move(fields_); }
  std::vector<std::string> take_places() { return std::move(places_); }  ///< the `where` of each field
  std::vector<schema::Note> take_notes() { return std::move(notes_); }

 private:
  schema::Metadata fields_;
  std::vector<std::string> places_;
  std::vector<schema::Note> notes_;
  bool full_ = false;
};

}  // namespace izde::indexer
