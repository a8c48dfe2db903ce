#include "indexer/enrich.hpp"

#include "analysis/detect.hpp"

namespace izde::indexer {
namespace {

void find_mentions(EnrichedPassage& out, schema::Section section, const thesaurus::Thesaurus& thesaurus) {
  for (const thesaurus::Found& found : thesaurus.mentions(out.tokens[section]))
    out.passage.mentions.push_back(
        {thesaurus.concepts()[found.concept_index].id, section, found.position, found.width});
}

}  // namespace

EnrichedPassage enrich(SplitPassage split, const thesaurus::Thesaurus& thesaurus, const analysis::Analyzer& analyzer) {
  EnrichedPassage out;
  out.passage = std::move(split.passage);
  schema::Passage& passage = out.passage;
  passage.reading = analysis::detect(passage.text, split.hint);
  // Titles and headings are short: where their own letters do not decide, they are read as the text below them.
  const analysis::Language around = passage.reading.language;
  out.tokens[schema::section_title] = analyzer.analyze(passage.title, analysis::detect(passage.title, around));
  out.tokens[schema::section_heading] = analyzer.analyze(passage.heading, analysis::detect(passage.heading, around));
  out.tokens[schema::section_text] = analyzer.analyze(passage.text, passage.reading);
  if (passage.number == 1) find_mentions(out, schema::section_title, thesaurus);
  if (split.under_new_heading) find_mentions(out, schema::section_heading, thesaurus);
  find_mentions(out, schema::section_text, thesaurus);
  return out;
}

}  // namespace izde::indexer
