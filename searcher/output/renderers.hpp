// The renderers that outputs.cpp lists, one file each. All write UTF-8 and end every line with a newline; none reads
// the clock, the locale or the terminal.
#pragma once

#include "searcher/output/outputs.hpp"

#include <iosfwd>

namespace izde::searcher {

/// Blocks of lines to read: what was found, where it stands, an excerpt, and what the engine has to say.
void render_text(const Response& response, const RenderOptions& options, std::ostream& out);
/// A concordance: one line a match, the matches below each other.
void render_kwic(const Response& response, const RenderOptions& options, std::ostream& out);
/// rank, score, id, language, title, excerpt; \t, \n, \r and \\ stand for tab, newline, return and backslash.
void render_tsv(const Response& response, const RenderOptions& options, std::ostream& out);
/// RFC 4180 with a header line, a hit a line; cells that a spreadsheet would run begin with ' (csv_line.hpp).
void render_csv(const Response& response, const RenderOptions& options, std::ostream& out);
/// A numbered list: title, dates, the excerpt with matches in bold, citation; the command that gives it again.
void render_markdown(const Response& response, const RenderOptions& options, std::ostream& out);
/// A .bib file: each document of the hits once, in their order.
void render_bibtex(const Response& response, const RenderOptions& options, std::ostream& out);
/// A TREC run: qid Q0 id rank score izde. Scores fall strictly, also when they are read as 32-bit numbers.
void render_trec(const Response& response, const RenderOptions& options, std::ostream& out);
/// docs/JSON.md: the answer as one object on one line.
void render_json(const Response& response, const RenderOptions& options, std::ostream& out);
/// docs/JSON.md: a hit a line.
void render_jsonl(const Response& response, const RenderOptions& options, std::ostream& out);

/// Facets: a column of counts and one of names for each.
void render_facets_text(const Response& response, const RenderOptions& options, std::ostream& out);
/// Facets: facet, id, name, number of hits.
void render_facets_tsv(const Response& response, const RenderOptions& options, std::ostream& out);

/// What text says above an answer that is explained.
void render_understanding(const Response& response, std::ostream& out);

}  // namespace izde::searcher
