#include "searcher/engine/word_line.hpp"

#include <algorithm>

namespace izde::searcher {

using analysis::Token;
using analysis::Tokens;

WordLine::WordLine(std::span<const Node> words) {
  for (const Node& word : words) {
    begins_.push_back(text_.size());
    text_.append(word.text).append(" ");
  }
}

std::size_t WordLine::word_at(std::uint32_t byte) const {
  return static_cast<std::size_t>(std::upper_bound(begins_.begin(), begins_.end(), byte) - begins_.begin()) - 1;
}

std::optional<std::pair<std::size_t, std::size_t>> WordLine::covered(std::uint32_t position, std::uint32_t width,
                                                                     const std::vector<const Token*>& parts) const {
  const std::size_t last = position + width - 1;
  if (last >= parts.size()) return std::nullopt;
  const std::size_t first_word = word_at(parts[position]->span.begin);
  const std::size_t last_word = word_at(parts[last]->span.begin);
  if (position > 0 && word_at(parts[position - 1]->span.begin) == first_word) return std::nullopt;
  if (last + 1 < parts.size() && word_at(parts[last + 1]->span.begin) == last_word) return std::nullopt;
  return std::pair(first_word, last_word - first_word + 1);
}

std::vector<const Token*> parts_of(const Tokens& tokens) {
  std::vector<const Token*> parts;
  for (const Token& token : tokens)
    if (token.width == 1) parts.push_back(&token);
  return parts;
}

}  // namespace izde::searcher
