// SKOS in Turtle → concepts. The first step of the thesaurus: what a librarian wrote becomes values, and every mistake
// of syntax is named by file and line. Which predicates are read stands in one table in skos.cpp; others are ignored.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <vector>

#include "thesaurus/notes.hpp"
#include "thesaurus/thesaurus.hpp"

namespace izde::thesaurus {

/// Where the statements of a concept end, as line numbers; in the order of the concept's own.
struct SkosLines {
  std::size_t first = 0;
  std::vector<std::size_t> labels, broader, related;
};

struct SkosFile {
  std::vector<Concept> concepts;  ///< in the order of their first statement
  std::vector<SkosLines> lines;   ///< of each concept
  Notes notes;
};

/// Reads one Turtle file. Throws ThesaurusError ("places.ttl:12: …") where it cannot be read or is not Turtle, and
/// where a label is no text, is empty, or a concept's address has no last part. A label that meant its concept at some
/// time only is a label of SKOS-XL, skosxl:altLabel [ skosxl:literalForm "киргиз"@ru ; dct:valid "../1925-05" ]; it
/// throws too where it has no literal form or two. If its time is no EDTF interval (validity.hpp), the label is left
/// out with a note; of two times the first counts. The same holds of a concept's own izde:date.
SkosFile read_skos(const std::filesystem::path& path);

/// The same for Turtle in memory; `name` stands for the file in errors. A concept is a subject with at least one label
/// that is not declared to be something else than a skos:Concept.
SkosFile parse_skos(std::string_view turtle, std::string_view name);

}  // namespace izde::thesaurus
