#include "searcher/engine/excerpt.hpp"

#include <algorithm>
#include <set>

namespace izde::searcher {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

// `count` code points from `from` on, or the end of the text.
std::size_t advance(std::string_view text, std::size_t from, std::size_t count) {
  while (from < text.size() && count > 0) {
    ++from;
    while (from < text.size() && !starts_character(text[from])) ++from;
    --count;
  }
  return from;
}

std::size_t retreat(std::string_view text, std::size_t from, std::size_t count) {
  while (from > 0 && count > 0) {
    --from;
    while (from > 0 && !starts_character(text[from])) --from;
    --count;
  }
  return from;
}

// Words of the query weigh most, so that a window with two different words beats one with three of the same.
std::size_t best_first_mark(std::string_view text, const std::vector<Mark>& marks, std::size_t size) {
  std::size_t best = 0;
  std::pair<std::size_t, std::size_t> best_worth{0, 0};
  for (std::size_t first = 0; first < marks.size(); ++first) {
    const std::size_t end = advance(text, marks[first].span.begin, size);
    std::set<std::string_view> words;
    std::size_t count = 0;
    for (std::size_t i = first; i < marks.size() && marks[i].span.end <= end; ++i, ++count)
      words.insert(marks[i].query_word);
    if (const std::pair worth{words.size(), count}; worth > best_worth) {
      best_worth = worth;
      best = first;
    }
  }
  return best;
}

}  // namespace

Excerpt choose_excerpt(std::string_view text, const std::vector<Mark>& marks, std::size_t size) {
  const auto whole = static_cast<std::uint32_t>(text.size());
  if (code_points(text) <= size) return {{0, whole}, false, false};
  // A third of the window goes before the first mark; none where the passage begins there.
  const std::size_t first_mark = marks.empty() ? 0 : marks[best_first_mark(text, marks, size * 2 / 3)].span.begin;
  std::size_t begin = retreat(text, first_mark, size / 3);
  std::size_t end = advance(text, begin, size);
  if (end == text.size()) begin = std::min(begin, retreat(text, end, size));
  if (begin > 0) {
    const std::size_t space = text.find_first_of(" \n\t", begin);
    if (space != std::string_view::npos && space + 1 <= first_mark) begin = space + 1;
  }
  if (end < text.size()) {
    const std::size_t space = text.find_last_of(" \n\t", end);
    if (space != std::string_view::npos && space > begin) end = space;
  }
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, begin > 0, end < text.size()};
}

}  // namespace izde::searcher
