// A text is kept once: its words stand in the token stream as numbers of forms, and what is stored beside them is only
// what forms do not say, the signs and spaces between words and the letters of words that are written otherwise. Of a
// text in a usual spelling that is a third of a byte a word.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analysis/token.hpp"
#include "schema/lexicon.hpp"
#include "schema/token_stream.hpp"

namespace izde::schema {

/// What `text` holds beside the words that were read in it. Any bytes are kept as they are.
std::string beside_words(std::string_view text, const analysis::Tokens& tokens);

/// The text again: `words` are those same tokens as a token stream holds them. Throws BytesError where the three do not
/// fit each other.
std::string with_words(std::string_view beside, std::span<const StreamWord> words, const Lexicon& lexicon);

}  // namespace izde::schema
