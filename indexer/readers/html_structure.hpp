// HTML cut down to what a reader of texts needs, before it is parsed: the tags that make paragraphs, headings, lists
// and tables, balanced and without attributes. Emphasis, links, scripts, styles and comments are gone. A parser that
// follows the HTML standard takes time and stack by the depth of nesting and by unclosed emphasis; of this it needs
// little, whatever the page was like.
#pragma once

#include <string>
#include <string_view>

namespace izde::indexer {

/// Equivalent HTML without anything but structure, no deeper than 500 elements; total: any bytes in, HTML out. Tags of
/// <html> and <meta> keep their attributes.
std::string structure_of_html(std::string_view html);

}  // namespace izde::indexer
