// A long Markdown text in pieces that are parsed one by one: a parsed tree takes some 200 bytes for each line and each
// mark, so that the tree of a huge text, or of a large one of very short lines, would not fit.
#pragma once

#include <cstddef>
#include <string_view>

namespace izde::indexer {

/// What a piece may hold: a unit is 32 bytes, a line, or a sign that may be markup. Prose of 6 MB is one piece.
inline constexpr std::size_t kMarkdownPiece = 256U << 10;

/// Takes the next piece off a text that is not empty. A piece that is full ends where a block does: before a line that
/// stands at the left edge below an empty one, outside fenced code, comments and <pre>. Where no such place comes
/// before it is twice as full, it ends with a line, or in a very long line between two words. A block that reaches over
/// the end (a list) is parsed as two.
std::string_view take_markdown_piece(std::string_view& text);

}  // namespace izde::indexer
