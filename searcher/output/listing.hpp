// Pieces of lines that several outputs make of a hit.
#pragma once

#include "searcher/engine/response.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// The parts that are not empty, with something between.
std::string joined(const std::vector<std::string>& parts, std::string_view between);

/// Names as in "Semey, Orynbor", on one line; "" with none.
std::string listed(const std::vector<std::string>& names);

/// "resolution № 253 · 1918-06-24 (O.S. 1918-06-11) · Alash Orda · …": what is known of the act that the passage
/// states; "" where it states none.
std::string act_line(const Hit& hit);

/// The whole text of a hit in lines of at most `width` columns; breaks of the text are kept
/// but where a line was full.
std::vector<std::string> text_lines(const Hit& hit, std::size_t width);

}  // namespace izde::searcher
