#include "searcher/output/line.hpp"
#include "searcher/output/listing.hpp"
#include "searcher/output/notes.hpp"
#include "searcher/output/numbers.hpp"
#include "searcher/output/renderers.hpp"

#include <algorithm>
#include <ostream>

namespace izde::searcher {
namespace {

constexpr std::string_view kIndent = "    ";
constexpr std::size_t kLeastWidth = 20;
constexpr std::size_t kDates = 3;

void render_heading(const Hit& hit, const RenderOptions& options, std::ostream& out) {
  const schema::Passage& passage = hit.passage;
  std::string title = one_line(passage.title.empty() ? hit.id : passage.title);
  if (options.color) title = bold(title);
  const std::string heading = joined({title, one_line(passage.heading)}, " › ");
  const std::string rank = std::to_string(hit.rank) + ".";
  out << rank << std::string(rank.size() < kIndent.size() ? kIndent.size() - rank.size() : 1, ' ')
      << isolated(heading, is_right_to_left(passage)) << '\n';
}

void render_place(const Hit& hit, const RenderOptions& options, std::ostream& out) {
  const analysis::Reading& reading = hit.passage.reading;
  std::vector<std::string> parts{one_line(hit.id), std::string(analysis::code(reading.language)) + " " +
                                                       std::string(analysis::code(reading.script))};
  if (!hit.passage.page.empty()) parts.push_back("p. " + one_line(hit.passage.page));
  parts.push_back(listed(first_of(hit.dates, kDates)));
  parts.push_back(listed(hit.kinds));
  parts.push_back(one_line(schema::value_of(hit.metadata, "source")));
  if (hit.more > 0) parts.push_back("+" + std::to_string(hit.more) + " in this document");
  if (options.explain) parts.push_back("score " + fixed(hit.score, 4));
  out << kIndent << joined(parts, " · ") << '\n';
}

/// Matched words with the reason of each, every pair once, in the order of the text.
void render_reasons(const Hit& hit, std::ostream& out) {
  std::vector<std::string> lines;
  for (const Mark& mark : hit.marks) {
    const std::string_view found =
        std::string_view(hit.passage.text).substr(mark.span.begin, mark.span.end - mark.span.begin);
    std::string line = quoted(found) + ": " + std::string(describe(mark.reason));
    if (!mark.query_word.empty() && mark.query_word != found) line += ", for " + quoted(mark.query_word);
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
  }
  for (const std::string& line : lines) out << kIndent << "  " << line << '\n';
  for (const auto& [name, values] : {std::pair{"people", &hit.people}, std::pair{"places", &hit.places},
                                     std::pair{"institutions", &hit.institutions}}) {
    if (!values->empty()) out << kIndent << "  " << name << ": " << listed(*values) << '\n';
  }
}

/// "Cite: …"; an entry of several lines as it is, so that it can be copied.
void render_citation(const Hit& hit, CitationStyle style, std::ostream& out) {
  const std::string citation = cite(style, cited(hit));
  out << kIndent << (style == CitationStyle::bibtex ? "" : "Cite: ");
  for (const char c : citation) c == '\n' ? out << '\n' << kIndent : out << c;
  out << '\n';
}

void render_hit(const Hit& hit, const RenderOptions& options, std::ostream& out) {
  render_heading(hit, options, out);
  render_place(hit, options, out);
  if (hit.passage.act) out << kIndent << act_line(hit) << '\n';
  const std::size_t width = std::max(options.width, kLeastWidth + kIndent.size()) - kIndent.size();
  for (const std::string& line : excerpt_lines(hit, width, options.color)) out << kIndent << line << '\n';
  if (hit.marks.empty() && (hit.in_title || hit.in_heading))
    out << kIndent << (hit.in_title ? "(found in the title)" : "(found in the heading)") << '\n';
  if (options.cite) render_citation(hit, *options.cite, out);
  if (options.explain) render_reasons(hit, out);
  out << '\n';
}

std::string total(const Response& response) {
  const std::string count = (response.total.exact ? "" : "at least ") + std::to_string(response.total.count);
  if (response.total.count == 0) return "Nothing found";
  if (response.hits.empty()) return "No more hits; found " + count;
  return "Hits " + std::to_string(response.hits.front().rank) + "–" + std::to_string(response.hits.back().rank) +
         " of " + count;
}

}  // namespace

void render_understanding(const Response& response, std::ostream& out) {
  out << "Understood: " << one_line(response.understood) << '\n';
  for (const Explanation& explanation : response.explanations) {
    out << "  " << quoted(explanation.word) << '\n';
    for (const Explanation::Line& line : explanation.lines) {
      out << kIndent << describe(line.reason) << filling(describe(line.reason), 14) << ' '
          << (line.language.empty() ? "all" : line.language)
          << filling(line.language.empty() ? "all" : line.language, 5) << ' ' << one_line(line.term)
          << filling(one_line(line.term), 24) << " weight " << fixed(line.weight, 2) << ", passages "
          << std::to_string(line.passages);
      if (line.bearing != Bearing::brings) out << ", " << describe(line.bearing);
      out << '\n';
    }
  }
  out << '\n';
}

void render_timeline(const Timeline& timeline, const RenderOptions& options, std::ostream& out) {
  constexpr std::size_t kBeside = 24;  // columns for date and count
  std::size_t most = 1;
  for (const Timeline::Row& row : timeline.rows) most = std::max(most, row.count);
  const std::size_t columns = std::min<std::size_t>(60, options.width > kBeside ? options.width - kBeside : 1);
  for (const Timeline::Row& row : timeline.rows) {
    std::string bar;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, row.count * columns / most); ++i) bar += "█";
    out << row.date << "  " << bar << ' ' << row.count << '\n';
  }
  if (timeline.undated > 0) out << "none so fine  " << timeline.undated << '\n';
  out << '\n';
}

void render_text(const Response& response, const RenderOptions& options, std::ostream& out) {
  if (options.explain) render_understanding(response, out);
  if (response.timeline) {
    render_timeline(*response.timeline, options, out);
    return render_notes(response, out);
  }
  for (const Hit& hit : response.hits) render_hit(hit, options, out);
  out << total(response) << " (" << fixed(response.seconds, 3) << " s)\n";
  render_notes(response, out);
}

}  // namespace izde::searcher
