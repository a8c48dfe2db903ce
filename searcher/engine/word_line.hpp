// The words of a run joined into one text, so that an analyzer can read them together, and the way back from a token to
// the word it stands in.
#pragma once

#include "analysis/token.hpp"
#include "searcher/query/node.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace izde::searcher {

class WordLine {
 public:
  explicit WordLine(std::span<const Node> words);

  const std::string& text() const { return text_; }

  /// The words (first, count) that the positions [position, position+width) of `parts` cover; nothing if they begin or
  /// end inside a hyphenated word.
  std::optional<std::pair<std::size_t, std::size_t>> covered(std::uint32_t position, std::uint32_t width,
                                                             const std::vector<const analysis::Token*>& parts) const;

 private:
  std::size_t word_at(std::uint32_t byte) const;

  std::string text_;
  std::vector<std::size_t> begins_;
};

/// One token a position, joined words left out.
std::vector<const analysis::Token*> parts_of(const analysis::Tokens& tokens);

}  // namespace izde::searcher
