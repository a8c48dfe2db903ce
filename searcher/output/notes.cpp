#include "searcher/output/notes.hpp"

#include "searcher/output/line.hpp"

#include <algorithm>
#include <ostream>

namespace izde::searcher {
namespace {

/// A diagnostic with the piece of the query it speaks of.
void render_note(std::string_view query, const Diagnostic& diagnostic, std::ostream& out) {
  constexpr std::size_t kLongest = 40;
  const std::size_t begin = std::min<std::size_t>(diagnostic.span.begin, query.size());
  const std::size_t end = std::clamp<std::size_t>(diagnostic.span.end, begin, query.size());
  const std::string piece = head(one_line(query.substr(begin, end - begin)), kLongest);
  out << "Note";
  if (!piece.empty() && end - begin < query.size()) out << " on " << quoted(piece);
  out << ": " << diagnostic.message << '\n';
}

}  // namespace

void render_notes(const Understanding& said, std::ostream& out) {
  for (const Suggestion& suggestion : said.suggestions)
    out << "Did you mean " << quoted(suggestion.instead) << " instead of " << quoted(suggestion.word) << "?\n";
  for (const Diagnostic& diagnostic : said.diagnostics) render_note(said.query, diagnostic, out);
}

void render_notes(const Response& response, std::ostream& out) {
  render_notes({response.query, response.understood, response.diagnostics, response.suggestions}, out);
}

}  // namespace izde::searcher
