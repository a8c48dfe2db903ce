// How much of a description a document may have. Titles and headings stand with every passage, and fields with every
// document: without bounds, one bad source could make an index many times its own size.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace izde::indexer {

inline constexpr std::size_t kLongestHeading = 1000;  ///< bytes of a title, of a heading, and of a path of headings
inline constexpr std::size_t kLongestValue = 4000;    ///< bytes of any other value, and of an id given in JSON
inline constexpr std::size_t kLongestName = 200;      ///< bytes of a field's name
inline constexpr std::size_t kMostValues = 1000;      ///< of all fields of a document together

/// A text of at most `most` bytes (at least 8): a longer one is cut between two characters and ends in "…".
std::string shortened(std::string_view text, std::size_t most);

/// What a note says of something cut: "the title has more than 1000 bytes; cut".
std::string told_cut(std::string_view what, std::size_t most);

}  // namespace izde::indexer
