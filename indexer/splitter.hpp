// Document → passages: paragraphs cut or merged at sentence ends to about 60–150 words, never across a heading.
#pragma once

#include <vector>

#include "schema/document.hpp"
#include "schema/passage.hpp"

namespace izde::indexer {

/// Passages in the order of the text, numbered from 1, with document, title, heading, page and text filled in (reading
/// and mentions are enrich()'s). Text of a passage is text of its blocks, merged paragraphs joined by "\n\n".
std::vector<schema::Passage> split(const schema::Document& document);

}  // namespace izde::indexer
