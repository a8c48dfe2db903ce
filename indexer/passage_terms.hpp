// The terms of a passage beside those of its words, by which fields, names, dates and ids are asked for.
#pragma once

#include "analysis/analyzer.hpp"
#include "schema/document.hpp"
#include "schema/passage.hpp"

#include <string>
#include <vector>

namespace izde::indexer {

/// Of the fields of a document's description, which is likely in the language `claimed`.
std::vector<std::string> terms_of_fields(const schema::Metadata& metadata, const analysis::Analyzer& analyzer,
                                         analysis::Language claimed);

/// Of where the passage stands and what it is: language, script, number, page, kinds, dates.
std::vector<std::string> place_terms(const schema::Passage& passage);

/// Of the names in it, each as often as it is told, and of who issued its act.
std::vector<std::string> terms_of_names(const schema::Passage& passage);

}  // namespace izde::indexer
