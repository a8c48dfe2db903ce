// SKOS in Turtle → concepts. The first step of the thesaurus: what a librarian wrote becomes values, and every mistake
// of syntax is named by file and line. Which predicates are read stands in one table in skos.cpp; others are ignored.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "thesaurus/thesaurus.hpp"

namespace izde::thesaurus {

/// Reads one Turtle file. Throws ThesaurusError ("places.ttl:12: …") where it cannot be read or is not Turtle, and
/// where a label is no text, is empty, or a concept's address has no last part. A label that meant its concept at some
/// time only is a label of SKOS-XL, skosxl:altLabel [ skosxl:literalForm "киргиз"@ru ; dct:valid "../1925-05" ]; it is
/// one too where it has no literal form, has two, or its time is no EDTF interval (validity.hpp).
std::vector<Concept> read_skos(const std::filesystem::path& path);

/// The same for Turtle in memory; `name` stands for the file in errors. A concept is a subject with at least one label
/// that is not declared to be something else than a skos:Concept; concepts come in the order of their first statement.
std::vector<Concept> parse_skos(std::string_view turtle, std::string_view name);

}  // namespace izde::thesaurus
