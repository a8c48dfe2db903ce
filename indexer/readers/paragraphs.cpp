#include "indexer/readers/paragraphs.hpp"

#include <algorithm>
#include <string>

#include "indexer/characters.hpp"
#include "indexer/readers/blocks.hpp"

namespace izde::indexer {
namespace {

constexpr std::size_t kLongLine = 200;      // characters: no line of a page set to a measure is as long
constexpr std::size_t kLongestTitle = 120;  // characters
constexpr std::size_t kMostPages = 100'000;

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::string_view without_trailing_space(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t");
  return line.substr(0, last + 1);  // npos + 1 is 0
}

template <class Take>
void for_each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Collects lines, as they follow one another in a text, into paragraphs.
class Paragraphs {
 public:
  void begin_page(std::string number) {
    close_paragraph();
    page_ = std::move(number);
  }

  void add_line(std::string_view line) {
    if (trimmed(line).empty()) {
      close_paragraph();
      return;
    }
    if (lines_.empty()) lines_ = line;
    lines_ = {lines_.data(), static_cast<std::size_t>(line.data() + line.size() - lines_.data())};
    by_line_ = by_line_ || characters_in(without_trailing_space(line)) > kLongLine;
  }

  std::vector<schema::Block> finished() {
    close_paragraph();
    return blocks_.finished();
  }

 private:
  void close_paragraph() {
    std::string text;
    for_each_line(lines_, [&](std::string_view line) {
      if (by_line_) {
        blocks_.add(line, "", page_);
      } else {
        text.append(text.empty() ? "" : "\n").append(without_trailing_space(line));
      }
    });
    blocks_.add(text, "", page_);
    lines_ = {};
    by_line_ = false;
  }

  std::string page_;
  std::string_view lines_;  // of the paragraph so far
  bool by_line_ = false;    // each of them is a paragraph
  Blocks blocks_;
};

}  // namespace

std::vector<schema::Block> paragraphs_of(std::string_view text) {
  const auto page_ends = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\f'));
  const bool paged = page_ends > 0 && page_ends < kMostPages;
  Paragraphs paragraphs;
  for (std::size_t number = 1;; ++number) {
    const std::size_t end = text.find('\f');
    paragraphs.begin_page(paged ? std::to_string(number) : "");
    for_each_line(text.substr(0, end), [&](std::string_view line) { paragraphs.add_line(line); });
    if (end == std::string_view::npos) return paragraphs.finished();
    text.remove_prefix(end + 1);
  }
}

bool is_title_like(const schema::Block& block) {
  constexpr std::string_view kSentenceEnds = ".,;:";
  return !block.text.empty() && block.text.find('\n') == std::string::npos &&
         characters_in(block.text) <= kLongestTitle && kSentenceEnds.find(block.text.back()) == std::string_view::npos;
}

}  // namespace izde::indexer
