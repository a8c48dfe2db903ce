#include "indexer/enrich.hpp"

#include "analysis/detect.hpp"
#include "indexer/kinds/act.hpp"
#include "indexer/kinds/kinds.hpp"
#include "schema/record.hpp"

#include <algorithm>

namespace izde::indexer {
namespace {

using analysis::DayRange;

constexpr std::string_view kLastOfOldSpelling = "1918";  // decree of 10 October 1918

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Four digits by themselves, as years of our era are written: 1917, 1917-1920, but not 19171 or № 0042.
std::vector<DayRange> years_in(std::string_view text) {
  std::vector<DayRange> years;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    begin = static_cast<std::size_t>(
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), is_digit) - text.begin());
    end = begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - begin != 4 || (text[begin] != '1' && text.substr(begin, 2) != "20")) continue;
    if (const auto year = analysis::parse_date(text.substr(begin, 4))) years.push_back(*year);
  }
  return years;
}

void find_mentions(EnrichedPassage& out, schema::Section section, const thesaurus::Thesaurus& thesaurus,
                   std::span<const DayRange> times) {
  for (const thesaurus::Found& found : thesaurus.mentions(out.tokens[section], times))
    out.passage.mentions.push_back(
        {thesaurus.concepts()[found.concept_index].id, section, found.position, found.width});
}

void find_kinds(EnrichedPassage& out, const EnrichTools& tools, Dating& dating) {
  PassageFacts facts = facts_of(out.passage, out.tokens, {tools.cues, tools.thesaurus});
  facts.year_before = dating.year_of_acts();
  out.passage.kinds = kinds_of(facts);
  const bool is_decree = std::any_of(out.passage.kinds.begin(), out.passage.kinds.end(),
                                     [](const auto& mark) { return mark.kind == schema::PassageKind::decree; });
  if (!is_decree) return;
  out.passage.act = act_of(out.passage, facts, tools.thesaurus);
  dating.remember(*out.passage.act);
}

}  // namespace

std::vector<DayRange> times_of(const schema::Passage& passage, const std::optional<DayRange>& written) {
  if (passage.reading.old_spelling) {
    const DayRange before_reform{DayRange{}.first, analysis::parse_date(kLastOfOldSpelling).value_or(DayRange{}).last};
    if (!written || written->first > before_reform.last) return {before_reform};
  }
  // What was written in 2010 on 1916 may use the words of both times.
  std::vector<DayRange> times = years_in(passage.text);
  if (written) times.push_back(*written);
  return times;
}

EnrichedPassage enrich(SplitPassage split, const EnrichTools& tools, Dating& dating) {
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
  const std::vector<DayRange> times = times_of(passage, split.written);
  if (passage.number == 1) find_mentions(out, schema::section_title, thesaurus, times);
  if (split.under_new_heading) find_mentions(out, schema::section_heading, thesaurus, times);
  find_mentions(out, schema::section_text, thesaurus, times);
  passage.dates = dating.dates_of(passage);
  find_kinds(out, tools, dating);
  out.beside_words = schema::texts_beside_words(passage, out.tokens);
  return out;
}

}  // namespace izde::indexer
