#include "searcher/engine/findings.hpp"

#include "searcher/engine/entries.hpp"
#include "searcher/engine/lighting.hpp"
#include "searcher/engine/surface.hpp"
#include "searcher/engine/understand.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace izde::searcher {
namespace {

// As in the text, or as the lexicon has it where the match stands above the text.
std::string word_of(const Inspection& inspection, const Occurrence& match, const std::optional<Mark>& mark) {
  const std::string_view text = inspection.record.passage.text;
  if (mark) return std::string(text.substr(mark->span.begin, mark->span.end - mark->span.begin));
  return surface(inspection.shard->lexicon, inspection.record.stream.sections[match.section], match.position,
                 match.width);
}

}  // namespace

Inspection inspect(const Plan& plan, Xapian::docid passage, const Snapshot& snapshot) {
  Inspection inspection;
  std::string buffer;
  inspection.data = snapshot.data(passage, buffer);
  const std::size_t shard = snapshot.shard_of(passage);
  inspection.shard = &snapshot.shards()[shard];
  inspection.record = schema::passage_from_data(inspection.data, inspection.shard->lexicon);
  schema::read_for_matching(inspection.data, inspection.view, inspection.record.stream);
  Matcher matcher(plan);
  inspection.matches = matcher.find(shard, inspection.view, inspection.record.stream);
  inspection.lit = matcher.lit(inspection.matches);
  return inspection;
}

std::vector<std::vector<Found>> findings(const Plan& plan, const Inspection& inspection,
                                         const thesaurus::Thesaurus& thesaurus) {
  using Key = std::tuple<std::uint32_t, schema::Section, bool, Reason, float>;  // what occurrences have to agree in
  std::vector<std::map<Key, std::size_t>> places(plan.atoms.size());
  std::vector<std::vector<Found>> all(plan.atoms.size());
  const auto marks = mark_each(inspection.record.passage, inspection.matches, plan, inspection.shard->analyzer);
  auto next_lit = inspection.lit.begin();
  for (std::size_t i = 0; i < inspection.matches.size(); ++i) {
    const Occurrence& match = inspection.matches[i];
    const bool lit = next_lit != inspection.lit.end() && *next_lit == match;
    if (lit) ++next_lit;
    const Alternative& alternative = plan.atoms[match.atom].alternatives[match.alternative];
    const auto& mark = marks[i];
    const Reason reason = mark ? mark->reason : match.reason;
    std::vector<Found>& here = all[match.atom];
    const auto [row, is_new] =
        places[match.atom].try_emplace({match.alternative, match.section, !lit, reason, -match.weight}, here.size());
    if (is_new) {
      Explanation::Line by = explain(alternative, thesaurus);
      by.reason = reason;
      here.push_back({match.section,
                      std::move(by),
                      static_cast<double>(match.weight),
                      0,
                      lit,
                      !answers(match, inspection.matches, plan.atoms),
                      {}});
    }
    Found& found = here[row->second];
    ++found.count;
    std::string word = word_of(inspection, match, marks[i]);
    if (std::find(found.words.begin(), found.words.end(), word) == found.words.end())
      found.words.push_back(std::move(word));
  }
  for (std::size_t atom = 0; atom < all.size(); ++atom) {
    std::vector<Found> ordered;
    for (const auto& [key, place] : places[atom]) ordered.push_back(std::move(all[atom][place]));
    all[atom] = std::move(ordered);
  }
  return all;
}

}  // namespace izde::searcher
