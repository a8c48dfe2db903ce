#include "searcher/output/line.hpp"

#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"
#include "searcher/query/signs.hpp"

#include <algorithm>
#include <array>

namespace izde::searcher {
namespace {

constexpr std::string_view kIsolate = "\u2067";
constexpr std::string_view kEndIsolate = "\u2069";
constexpr std::string_view kReset = "\x1b[0m";

/// SGR parameters by Reason: what is closest to the query is green, farther kinds blue-green, violet, yellow.
constexpr std::array<std::string_view, kReasons> kColors{"1;32", "1;32", "1;32", "1;36", "1;36", "1;36",
                                                         "1;32", "1;35", "1;35", "1;33", "1;34", "1;34",
                                                         "1;34", "1;31", "1;35", "1;35"};

std::size_t width_of(char32_t c) { return analysis::is_mark(c) || is_invisible(c) ? 0 : 1; }

/// Words of an excerpt, cut where a mark begins or ends.
struct Piece {
  std::string text;
  const Mark* mark;
};
using Word = std::vector<Piece>;

const Mark* mark_at(const std::vector<Mark>& marks, std::size_t byte) {
  const auto after = std::upper_bound(marks.begin(), marks.end(), byte,
                                      [](std::size_t at, const Mark& mark) { return at < mark.span.begin; });
  if (after == marks.begin()) return nullptr;
  const Mark& mark = *std::prev(after);
  return byte < mark.span.end ? &mark : nullptr;
}

std::vector<Word> words_of(const Hit& hit) {
  const std::string_view text = hit.passage.text;
  std::vector<Word> words;
  const std::size_t end = std::min<std::size_t>(hit.excerpt.span.end, text.size());
  bool gap = true;
  for (std::size_t at = hit.excerpt.span.begin; at < end;) {
    const analysis::Letter letter = analysis::letter_at(text, at);
    if (steers_line(letter.value)) {
      at += letter.bytes;
      continue;
    }
    const bool was_gap = std::exchange(gap, is_gap(letter.value));
    if (!gap) {
      if (was_gap) words.emplace_back();
      const Mark* mark = mark_at(hit.marks, at);
      Word& word = words.back();
      if (word.empty() || word.back().mark != mark) word.push_back({"", mark});
      word.back().text += text.substr(at, letter.bytes);
    }
    at += letter.bytes;
  }
  return words;
}

std::string shown(const Word& word, bool color) {
  std::string text;
  for (const Piece& piece : word) {
    text += color && piece.mark != nullptr ? colored(piece.text, piece.mark->reason) : piece.text;
  }
  return text;
}

std::size_t columns_of(const Word& word) {
  std::size_t width = 0;
  for (const Piece& piece : word) width += columns(piece.text);
  return width;
}

}  // namespace

bool steers_line(char32_t c) { return c == 0x200B || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_gap(char32_t c) { return is_blank(c) || is_control(c); }

std::size_t columns(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const analysis::Letter letter = analysis::letter_at(text, at);
    width += width_of(letter.value);
    at += letter.bytes;
  }
  return width;
}

std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const analysis::Letter letter = analysis::letter_at(text, at);
    if (steers_line(letter.value)) {
      // nothing is shown
    } else if (!is_gap(letter.value)) {
      line += text.substr(at, letter.bytes);
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
    at += letter.bytes;
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string quoted(std::string_view text) { return "“" + one_line(text) + "”"; }

std::string head(std::string_view line, std::size_t width) {
  std::size_t at = 0;
  for (std::size_t used = 0; at < line.size();) {
    const analysis::Letter letter = analysis::letter_at(line, at);
    used += width_of(letter.value);
    if (used > width) break;
    at += letter.bytes;
  }
  return std::string(line.substr(0, at));
}

std::string tail(std::string_view line, std::size_t width) {
  const std::size_t all = columns(line);
  if (all <= width) return std::string(line);
  std::size_t at = 0;
  for (std::size_t left = all;
       left > width || (at < line.size() && width_of(analysis::letter_at(line, at).value) == 0);) {
    const analysis::Letter letter = analysis::letter_at(line, at);
    left -= width_of(letter.value);
    at += letter.bytes;
  }
  return std::string(line.substr(at));
}

std::string filling(std::string_view line, std::size_t width) {
  const std::size_t used = columns(line);
  return std::string(used < width ? width - used : 0, ' ');
}

std::string isolated(std::string line, bool right_to_left) {
  if (!right_to_left || line.empty()) return line;
  return std::string(kIsolate) + line + std::string(kEndIsolate);
}

bool is_right_to_left(const schema::Passage& passage) {
  if (passage.reading.script != analysis::Script::arabic) return false;
  const std::u32string letters = analysis::letters_of(passage.text);
  return std::any_of(letters.begin(), letters.end(), analysis::is_arabic);
}

std::string colored(std::string_view text, Reason reason) {
  std::string lit = "\x1b[";
  lit += kColors[static_cast<std::size_t>(reason)];
  lit += 'm';
  lit += text;
  lit += kReset;
  return lit;
}

std::string bold(std::string_view text) { return "\x1b[1m" + std::string(text) + std::string(kReset); }

std::vector<std::string> excerpt_lines(const Hit& hit, std::size_t width, bool color) {
  std::vector<Word> words = words_of(hit);
  if (hit.excerpt.cut_before) words.insert(words.begin(), Word{{"…", nullptr}});
  if (hit.excerpt.cut_after) words.push_back(Word{{"…", nullptr}});
  std::vector<std::string> lines;
  std::size_t used = 0;
  for (const Word& word : words) {
    const std::size_t wide = columns_of(word);
    if (lines.empty() || used + 1 + wide > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += shown(word, color);
    used += wide + (used > 0 ? 1 : 0);
  }
  for (std::string& line : lines) line = isolated(std::move(line), is_right_to_left(hit.passage));
  return lines;
}

}  // namespace izde::searcher
