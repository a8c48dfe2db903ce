// Document → passages: paragraphs cut or merged at sentence ends to about 60–150 words, never across a heading.
#pragma once

#include <functional>
#include <vector>

#include "schema/document.hpp"
#include "schema/passage.hpp"

namespace izde::indexer {

/// Passages in the order of the text, numbered from 1, with document, title, heading, page and text filled in (reading
/// and mentions are enrich()'s). Text of a passage is text of its blocks, merged paragraphs joined by "\n\n"; it has at
/// most 250 words and 8 KiB, whatever the blocks are like. Each passage is pushed into `sink` as soon as it is whole.
/// The blocks are used up, each freed once it is read; the rest of `document` stays as it is. What the sink throws goes
/// through.
void split(schema::Document&& document, const std::function<void(schema::Passage)>& sink);

/// The same, all at once.
std::vector<schema::Passage> split(const schema::Document& document);

}  // namespace izde::indexer
