// Texts as they lie in an index: each passage packed by itself, with a dictionary of its language's commonest strings
// (dictionaries/, made by scripts/train_texts), so that one can be unpacked without its neighbours and is yet small.
#pragma once

#include "analysis/language.hpp"

#include <string>
#include <string_view>

namespace izde::schema {

/// Total; unpack(pack(x)) = x, whatever the language given. Any thread.
std::string pack(std::string_view text, analysis::Language language);

/// Throws BytesError where the bytes are not what pack() made.
std::string unpack(std::string_view bytes);

}  // namespace izde::schema
