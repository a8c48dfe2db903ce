// Running text, without markup, into blocks: paragraphs between blank lines, pages between form feeds.
#pragma once

#include <string_view>
#include <vector>

#include "schema/document.hpp"

namespace izde::indexer {

/// Paragraphs of a text with plain line ends. Lines of a paragraph stay lines, so that a word hyphenated at a line end
/// can be seen as one; but where a run of lines has one of more than 200 characters, each of its lines is a paragraph.
/// A form feed ends a page and its paragraph; a text that has any gets page numbers from 1, unless there are 100,000 of
/// them, more than any book has. Of very many short paragraphs some are joined (blocks.hpp).
std::vector<schema::Block> paragraphs_of(std::string_view text);

/// Whether a first block may serve as a title: one short line that does not end like a sentence.
bool is_title_like(const schema::Block& block);

}  // namespace izde::indexer
