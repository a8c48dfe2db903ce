// How words of a passage are written, read from its token stream: for titles and headings, and for counting forms
// without analysing texts again.
#pragma once

#include "schema/lexicon.hpp"
#include "schema/token_stream.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace izde::searcher {

/// The words at positions [position, position+width) of a section, as the lexicon has them (lower case), with spaces
/// between; the joined word (алаш-орда) where one stands at exactly these.
std::string surface(const schema::Lexicon& lexicon, std::span<const schema::StreamWord> section, std::uint32_t position,
                    std::uint32_t width);

}  // namespace izde::searcher
