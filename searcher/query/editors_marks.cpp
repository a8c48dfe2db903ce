#include "searcher/query/editors_marks.hpp"

#include <cstddef>

namespace izde::searcher {
namespace {

// Letters are what is neither ASCII punctuation nor a blank: enough to know a word from its surroundings.
bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') ||
         (value >= 'a' && value <= 'z');
}

// The end of a bracket that holds letters only, or 0.
std::size_t end_of_letters(std::string_view text, std::size_t open) {
  std::size_t at = open + 1;
  while (at < text.size() && is_word_byte(text[at])) ++at;
  return at < text.size() && text[at] == ']' && at > open + 1 ? at : 0;
}

}  // namespace

std::string without_editors_marks(std::string_view query) {
  std::string out;
  for (std::size_t i = 0; i < query.size(); ++i) {
    const std::size_t close = query[i] == '[' ? end_of_letters(query, i) : 0;
    const bool after_letter = i > 0 && is_word_byte(query[i - 1]);
    const bool before_letter = close != 0 && close + 1 < query.size() && is_word_byte(query[close + 1]);
    if (close == 0 || (!after_letter && !before_letter)) {
      out.push_back(query[i]);
      continue;
    }
    out.append(query.substr(i + 1, close - i - 1));
    i = close;
  }
  return out;
}

}  // namespace izde::searcher
