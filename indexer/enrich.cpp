#include "indexer/enrich.hpp"

#include "analysis/detect.hpp"
#include "indexer/kinds/act.hpp"
#include "indexer/kinds/kinds.hpp"

#include <algorithm>

namespace izde::indexer {
namespace {

void find_mentions(EnrichedPassage& out, schema::Section section, const thesaurus::Thesaurus& thesaurus) {
  for (const thesaurus::Found& found : thesaurus.mentions(out.tokens[section]))
    out.passage.mentions.push_back(
        {thesaurus.concepts()[found.concept_index].id, section, found.position, found.width});
}

void find_kinds(EnrichedPassage& out, const EnrichTools& tools) {
  const PassageFacts facts = facts_of(out.passage, out.tokens, {tools.cues, tools.thesaurus});
  out.passage.kinds = kinds_of(facts);
  const bool is_decree = std::any_of(out.passage.kinds.begin(), out.passage.kinds.end(),
                                     [](const auto& mark) { return mark.kind == schema::PassageKind::decree; });
  if (is_decree) out.passage.act = act_of(out.passage, facts, tools.thesaurus);
}

}  // namespace

EnrichedPassage enrich(SplitPassage split, const EnrichTools& tools) {
  const auto& [thesaurus, analyzer, cues] = tools;
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
  find_kinds(out, tools);
  return out;
}

}  // namespace izde::indexer
