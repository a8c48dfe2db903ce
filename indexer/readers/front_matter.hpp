// YAML between "---" lines at the top of a text or Markdown file: names and values, a value being a word or a list of
// words. Everything that is wrong with it becomes a note; the body is read all the same.
#pragma once

#include <string_view>
#include <vector>

#include "schema/document.hpp"

namespace izde::indexer {

struct FrontMatter {
  schema::Metadata fields;          ///< under our names; a list gives its name once a value
  std::vector<std::string> places;  ///< of each field, as in notes
  std::vector<schema::Note> notes;  ///< where: "front matter, line 3" (of the file)
  std::string_view body;            ///< the text below it; the whole text where there is none
};

/// Takes the front matter off a text with plain line ends. It ends with a line "---" or "..."; without one, or where it
/// holds no names at all, the text is body from the first line on.
FrontMatter take_front_matter(std::string_view text);

}  // namespace izde::indexer
