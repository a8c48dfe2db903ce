// The words of a passage as numbers of lexicon forms: what phrases, nearness, exact forms and re-scoring read. Three
// sections, in this order: title, heading, text. A joined word (Алаш-Орда) follows its first part, what an abbreviation
// stands for the abbreviation; both stand at its position.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/lexicon.hpp"
#include "schema/passage.hpp"

namespace izde::schema {

struct StreamWord {
  FormId form = 0;
  std::uint32_t position = 0;  ///< within its section
  std::uint32_t width = 1;     ///< as of Token
  friend bool operator==(const StreamWord&, const StreamWord&) = default;
};

struct TokenStream {
  std::array<std::vector<StreamWord>, kSections> sections;
  friend bool operator==(const TokenStream&, const TokenStream&) = default;
  /// Words of the text (joined words and expansions not counted).
  std::uint32_t length(Section section) const;
};

std::string encode(const TokenStream& stream);
/// Reads into `stream`, whose buffers are reused. Throws BytesError.
void decode(std::string_view bytes, TokenStream& stream);

}  // namespace izde::schema
