#include "searcher/output/markdown_text.hpp"

#include "searcher/output/line.hpp"

#include <algorithm>

namespace izde::searcher {
namespace {

constexpr std::string_view kMarkup = "\\`*_[]<>#|~&$";

/// Bytes of the address that a text begins with: up to a blank, without the points and brackets that close behind it;
/// 0 where it begins with none.
std::size_t address_at(std::string_view text) {
  if (!text.starts_with("http://") && !text.starts_with("https://")) return 0;
  const std::string_view address = text.substr(0, text.find_first_of(" <>|\"`\\"));
  return address.find_last_not_of(".,;:!?)]'*") + 1;
}

/// Markup inside a line only. An address stands between < and >, where nothing is markup and a backslash would be part
/// of it.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const std::size_t bytes = address_at(text.substr(at)); bytes > 0) {
      out.append("<").append(text.substr(at, bytes)).append(">");
      at += bytes - 1;
      continue;
    }
    if (kMarkup.find(text[at]) != kMarkup.npos) out += '\\';
    out += text[at];
  }
  return out;
}

/// "- word", "1. word", "=== " at the beginning of a line.
std::string begun(std::string line) {
  std::size_t at = std::min(line.find_first_not_of("0123456789"), line.size());
  if (at == line.size()) return line;
  const std::string_view opening = at == 0 ? "+-=" : ".)";
  if (opening.find(line[at]) != opening.npos) line.insert(at, "\\");
  return line;
}

/// one_line() of what stands between other pieces of a line: of blanks at its ends one stays.
std::string piece_of_line(std::string_view text) {
  const std::string line = one_line("|" + std::string(text) + "|");
  return line.substr(1, line.size() - 2);
}

}  // namespace

std::string markdown_text(std::string_view text) { return begun(escaped(one_line(text))); }

std::string markdown_excerpt(const Hit& hit) {
  const std::string_view text = hit.passage.text;
  std::string out = hit.excerpt.cut_before ? "… " : "";
  std::size_t at = hit.excerpt.span.begin;
  const std::size_t end = std::min<std::size_t>(hit.excerpt.span.end, text.size());
  for (const Mark& mark : hit.marks) {
    if (mark.span.begin < at || mark.span.end > end) continue;
    out += escaped(piece_of_line(text.substr(at, mark.span.begin - at)));
    out += "**" + escaped(one_line(text.substr(mark.span.begin, mark.span.end - mark.span.begin))) + "**";
    at = mark.span.end;
  }
  out += escaped(piece_of_line(text.substr(at, end - at)));
  return begun(one_line(out)) + (hit.excerpt.cut_after ? " …" : "");
}

std::string markdown_command(std::string_view line) {
  if (line.empty()) return "";
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char c : line) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
  const std::string fence(longest + 1, '`');
  return fence + "sh\n" + std::string(line) + "\n" + fence + "\n";
}

}  // namespace izde::searcher
