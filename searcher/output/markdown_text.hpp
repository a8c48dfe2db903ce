// Texts of others inside Markdown (CommonMark): nothing in them is taken for markup.
#pragma once

#include "searcher/engine/response.hpp"

#include <string>
#include <string_view>

namespace izde::searcher {

/// On one line, with a backslash before what Markdown would read; also where it would open a list or a heading at the
/// beginning of a line.
std::string markdown_text(std::string_view text);

/// The excerpt of a hit so, its marks in bold, "…" where the passage goes on.
std::string markdown_excerpt(const Hit& hit);

/// A block of code with a line of shell in it, in a fence that is longer than any run of backticks inside; "" for "".
std::string markdown_command(std::string_view line);

}  // namespace izde::searcher
