#include "searcher/engine/surface.hpp"

#include <algorithm>

namespace izde::searcher {

std::string surface(const schema::Lexicon& lexicon, std::span<const schema::StreamWord> section, std::uint32_t position,
                    std::uint32_t width) {
  std::string text;
  auto word = std::lower_bound(section.begin(), section.end(), position,
                               [](const schema::StreamWord& row, std::uint32_t at) { return row.position < at; });
  for (; word != section.end() && word->position < position + width; ++word) {
    const std::string_view written = lexicon.form(word->form).written;
    if (word->position == position && word->width == width && width > 1) return std::string(written);
    if (word->width == 1) text.append(text.empty() ? "" : " ").append(written);
  }
  return text;
}

}  // namespace izde::searcher
