// Text on the lines of a terminal: how many columns it takes, cutting and filling it to a width, right-to-left
// passages, and colours by the reason of a match. Texts of others are shown here, so control characters never pass.
#pragma once

#include "searcher/engine/response.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// Columns a text takes: its code points without combining marks and invisible signs.
std::size_t columns(std::string_view text);

/// Whether it only steers how a line is shown: directions embedded, overridden and isolated, and the zero-width space.
/// Left out of what is shown of texts, which else could show their line in another order. Joiners and marks of
/// direction stay: words of Arabic script need them.
bool steers_line(char32_t c);
/// Whether it is shown as a space: white space, line ends of Unicode, control characters.
bool is_gap(char32_t c);

/// White space and control characters as one space each run, none at the ends; without signs that steer the line.
std::string one_line(std::string_view text);

/// one_line() between quotation marks.
std::string quoted(std::string_view text);

/// The first or last whole characters of a line that fit into `width` columns.
std::string head(std::string_view line, std::size_t width);
std::string tail(std::string_view line, std::size_t width);

/// Spaces that bring `line` to `width` columns; "" if it is as wide.
std::string filling(std::string_view line, std::size_t width);

/// A line of a right-to-left text between U+2067 and U+2069, so that a terminal orders it by itself; others unchanged.
std::string isolated(std::string line, bool right_to_left);
/// Whether a passage is to be shown from right to left: it is in Arabic script and holds Arabic letters.
bool is_right_to_left(const schema::Passage& passage);

/// The text in the colour of a reason (SGR escape sequences).
std::string colored(std::string_view text, Reason reason);
/// The text in bold.
std::string bold(std::string_view text);

/// The excerpt of a hit in lines of at most `width` columns (a longer word has a line of its own), marks in colour if
/// `color`, "…" where the passage goes on.
std::vector<std::string> excerpt_lines(const Hit& hit, std::size_t width, bool color);

}  // namespace izde::searcher
