#include "searcher/output/outputs.hpp"

#include "searcher/output/renderers.hpp"

#include <algorithm>
#include <array>

namespace izde::searcher {
namespace {

constexpr std::array<OutputRow, 9> kOutputs{{
    {"text", "text/plain", "hits to read, with excerpts", render_text, render_facets_text, true},
    {"json", "application/json", "the whole answer as one object", render_json, render_json, true},
    {"jsonl", "application/jsonl", "a hit a line", render_jsonl, nullptr, true},
    {"csv", "text/csv", "a table for spreadsheets, with a header line", render_csv, nullptr, true, false, true},
    {"markdown", "text/markdown", "a list for notes, matches in bold", render_markdown, nullptr, true, false, true},
    {"bibtex", "application/x-bibtex", "a .bib file of the documents found", render_bibtex, nullptr, false, false,
     true},
    {"kwic", "text/plain", "a concordance: every match on a line with its context", render_kwic, nullptr},
    {"tsv", "text/tab-separated-values", "rank, score, id, language, title, excerpt", render_tsv, render_facets_tsv},
    {"trec", "text/plain", "a run for trec_eval", render_trec, nullptr, false, true},
}};

}  // namespace

std::span<const OutputRow> outputs() { return kOutputs; }

const OutputRow* find_output(std::string_view name) {
  const auto row =
      std::find_if(kOutputs.begin(), kOutputs.end(), [&](const OutputRow& output) { return output.name == name; });
  return row == kOutputs.end() ? nullptr : &*row;
}

}  // namespace izde::searcher
