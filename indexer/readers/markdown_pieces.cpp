#include "indexer/readers/markdown_pieces.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace izde::indexer {
namespace {

constexpr std::size_t kUnit = 32;                // bytes
constexpr std::size_t kLongestStep = 64U << 10;  // bytes of a line looked at together

/// The fence a line opens or closes ('`' or '~'), 0 if none.
char fence_of(std::string_view line) {
  const std::size_t at = std::min(line.find_first_not_of(' '), line.size());
  const std::string_view mark = line.substr(at, 3);
  return at <= 3 && (mark == "```" || mark == "~~~") ? mark[0] : '\0';
}

/// HTML in which blank lines end nothing.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kHtmlBlocks{
    {{"<!--", "-->"}, {"<pre", "</pre>"}}};

/// What ends the HTML that is open behind a line; "" if none is. `open`: the same of the line before.
std::string_view html_open_behind(std::string_view line, std::string_view open) {
  if (!open.empty()) return line.find(open) == std::string_view::npos ? open : std::string_view();
  for (const auto& [begin, end] : kHtmlBlocks) {
    const std::size_t at = line.rfind(begin);
    if (at != std::string_view::npos && line.find(end, at) == std::string_view::npos) return end;
  }
  return {};
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool may_be_markup(char c) { return std::string_view("*_[]!<>&\\`|~\n").find(c) != std::string_view::npos; }

std::size_t units_of(std::string_view line) {
  return line.size() / kUnit + static_cast<std::size_t>(std::count_if(line.begin(), line.end(), may_be_markup));
}

/// At most `at`: a line's beginning stays, else before a blank, else before a lead byte.
std::size_t between_words(std::string_view text, std::size_t at) {
  if (text[at - 1] == '\n') return at;
  const std::size_t blank = text.rfind(' ', at);
  if (blank != std::string_view::npos && blank > 0) return blank;
  for (int i = 0; i < 3 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80; ++i) --at;
  return at;
}

std::size_t end_of_piece(std::string_view text) {
  char fence = 0;
  std::string_view html;
  bool below_blank = false;
  std::size_t units = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min({text.find('\n', begin), begin + kLongestStep, text.size() - 1}) + 1;
    const std::string_view line = text.substr(begin, end - begin);
    const bool at_edge = line[0] != ' ' && line[0] != '\t' && !is_blank(line);
    if (units >= kMarkdownPiece && fence == 0 && html.empty() && below_blank && at_edge) return begin;
    units += units_of(line);
    if (begin > 0 && units > 2 * kMarkdownPiece) return between_words(text, begin);
    if (const char met = fence_of(line); met != 0 && (fence == 0 || fence == met)) fence = fence == 0 ? met : '\0';
    if (fence == 0) html = html_open_behind(line, html);
    below_blank = is_blank(line);
    begin = end;
  }
  return text.size();
}

}  // namespace

std::string_view take_markdown_piece(std::string_view& text) {
  const std::size_t end = end_of_piece(text);
  const std::string_view piece = text.substr(0, end);
  text.remove_prefix(end);
  return piece;
}

}  // namespace izde::indexer
