#include "indexer/readers/paragraphs.hpp"

#include <algorithm>
#include <string>

#include "indexer/characters.hpp"

namespace izde::indexer {
namespace {

constexpr std::size_t kLongLine = 200;      // characters: no line of a page set to a measure is as long
constexpr std::size_t kLongestTitle = 120;  // characters

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::string_view without_trailing_space(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t");
  return line.substr(0, last + 1);  // npos + 1 is 0
}

/// Collects lines into paragraphs of one page.
class Page {
 public:
  explicit Page(std::string number) : number_(std::move(number)) {}

  void add_line(std::string_view line) {
    if (trimmed(line).empty()) {
      close_paragraph();
    } else {
      lines_.push_back(without_trailing_space(line));
    }
  }

  std::vector<schema::Block> finished() {
    close_paragraph();
    return std::move(blocks_);
  }

 private:
  void close_paragraph() {
    const bool by_line =
        std::any_of(lines_.begin(), lines_.end(), [](std::string_view l) { return characters_in(l) > kLongLine; });
    std::string text;
    for (const std::string_view line : lines_) {
      if (by_line) {
        add_block(line);
      } else {
        text.append(text.empty() ? "" : "\n").append(line);
      }
    }
    if (!text.empty()) add_block(text);
    lines_.clear();
  }

  void add_block(std::string_view text) { blocks_.push_back({std::string(trimmed(text)), "", number_}); }

  std::string number_;
  std::vector<std::string_view> lines_;
  std::vector<schema::Block> blocks_;
};

std::vector<schema::Block> blocks_of_page(std::string_view text, std::string number) {
  Page page(std::move(number));
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    page.add_line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return page.finished();
}

}  // namespace

std::vector<schema::Block> paragraphs_of(std::string_view text) {
  const bool paged = text.find('\f') != std::string_view::npos;
  std::vector<schema::Block> blocks;
  for (std::size_t number = 1;; ++number) {
    const std::size_t end = text.find('\f');
    for (schema::Block& block : blocks_of_page(text.substr(0, end), paged ? std::to_string(number) : "")) {
      blocks.push_back(std::move(block));
    }
    if (end == std::string_view::npos) return blocks;
    text.remove_prefix(end + 1);
  }
}

bool is_title_like(const schema::Block& block) {
  constexpr std::string_view kSentenceEnds = ".,;:";
  return !block.text.empty() && block.text.find('\n') == std::string::npos &&
         characters_in(block.text) <= kLongestTitle && kSentenceEnds.find(block.text.back()) == std::string_view::npos;
}

}  // namespace izde::indexer
