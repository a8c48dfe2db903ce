#include "indexer/enrich.hpp"

#include "analysis/detect.hpp"

namespace izde::indexer {

EnrichedPassage enrich(schema::Passage passage, analysis::Language hint, const thesaurus::Thesaurus& thesaurus) {
  const analysis::Analyzer analyzer;
  EnrichedPassage out;
  passage.reading = analysis::detect(passage.text, hint);
  // Titles and headings are short: where their own letters do not decide, they are read as the text below them.
  const analysis::Language around = passage.reading.language;
  out.tokens[schema::section_title] = analyzer.analyze(passage.title, analysis::detect(passage.title, around));
  out.tokens[schema::section_heading] = analyzer.analyze(passage.heading, analysis::detect(passage.heading, around));
  out.tokens[schema::section_text] = analyzer.analyze(passage.text, passage.reading);
  for (const thesaurus::Found& found : thesaurus.mentions(out.tokens[schema::section_text]))
    passage.mentions.push_back({thesaurus.concepts()[found.concept_index].id, found.position, found.width});
  out.passage = std::move(passage);
  return out;
}

}  // namespace izde::indexer
