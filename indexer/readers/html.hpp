// Paragraphs of a piece of HTML, for formats that may hold some (Markdown).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace izde::indexer {

/// The texts of paragraphs, list items, table rows, quotations and headings, without markup, in order.
std::vector<std::string> paragraphs_of_html(std::string_view html);

}  // namespace izde::indexer
