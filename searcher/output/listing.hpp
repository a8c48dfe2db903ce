// Pieces of lines that several outputs make of a hit.
#pragma once

#include "searcher/engine/response.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// The parts that are not empty, with something between.
std::string joined(const std::vector<std::string>& parts, std::string_view between);

/// The first few, and "…" where there are more.
std::vector<std::string> first_of(const std::vector<std::string>& values, std::size_t most);

/// Names as in "Semey, Orynbor", on one line; "" with none.
std::string listed(const std::vector<std::string>& names);

/// "resolution № 253"; "act" and "act № 253" of one that has no type of its own.
std::string act_name(const schema::ActRecord& act);

/// "act: resolution № 253 · 1918-06-24 (O.S. 1918-06-11) · Alash Orda · …": what is known of the act that the passage
/// states, "act № 253 · …" of one without a type; "" where it states none.
std::string act_line(const Hit& hit);

/// The whole text of a hit in lines of at most `width` columns; breaks of the text are kept
/// but where a line was full.
std::vector<std::string> text_lines(const Hit& hit, std::size_t width);

}  // namespace izde::searcher
