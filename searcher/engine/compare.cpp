#include "searcher/engine/compare.hpp"

#include "searcher/engine/hit_filler.hpp"
#include "searcher/engine/like.hpp"
#include "searcher/engine/passage_ids.hpp"
#include "searcher/engine/ranking.hpp"

#include <set>
#include <utility>

namespace izde::searcher {
namespace {

constexpr std::size_t kCandidates = 100;  // of `like`; what tells the same ranks far above its end

// What like() ranks, as single passages and from the first on.
Request candidates_of(Request request) {
  request.unit = Unit::passage;
  request.offset = 0;
  request.count = kCandidates;
  request.per_language = 0;
  request.all = request.fold = false;
  return request;
}

// One language for all names, whichever passage has them first.
void name_in(std::string_view language, std::vector<Question>& questions, const thesaurus::Thesaurus& thesaurus) {
  for (Question& question : questions)
    for (Fact& fact : question.facts)
      if (const std::int64_t index = fact.name.empty() ? -1 : thesaurus.find(fact.value); index >= 0)
        fact.name = thesaurus.concepts()[static_cast<std::size_t>(index)].name(language);
}

}  // namespace

Comparison compare(const Request& asked, const Snapshot& snapshot, const Knowledge& knowledge) {
  const Request request = candidates_of(asked);
  const Xapian::docid id = passage_named(request.like, snapshot);
  const Matter matter = matter_of(id, 0, snapshot, knowledge);
  Understood understood = understand_like(request, snapshot, knowledge);
  const Ranking ranking = rank_or_relax(understood.plan, request, snapshot);

  Comparison comparison;
  comparison.id = request.like;
  std::vector<ShownPassage> passages;
  std::vector<std::vector<CountedThing>> numbers;
  const auto take = [&](Xapian::docid passage, Sameness same, double score) {
    passages.push_back(shown_passage(passage, snapshot, knowledge));
    const analysis::Analyzer& analyzer = snapshot.shards()[snapshot.shard_of(passage)].analyzer;
    numbers.push_back(counted_things(passages.back().hit.passage, analyzer, knowledge.dictionary));
    comparison.tellings.push_back({passages.back().hit, std::move(same)});
    comparison.tellings.back().hit.score = score;
  };
  take(id, {}, 0);
  std::set<std::string> met{matter.passage.document};
  for (std::size_t i = 0; i < ranking.ranked.size() && comparison.tellings.size() <= asked.count; ++i) {
    const RankedPassage& found = ranking.ranked[i];
    if (met.contains(found.document)) continue;
    Sameness same = sameness(matter, matter_of(found.passage, 0, snapshot, knowledge), snapshot, knowledge.thesaurus);
    if (same.by == Sameness::By::nothing) continue;
    met.insert(found.document);
    take(found.passage, std::move(same), found.score);
    comparison.tellings.back().hit.rank = i + 1;
  }
  comparison.questions = questions_of(passages, numbers);
  name_in(analysis::code(matter.passage.reading.language), comparison.questions, knowledge.thesaurus);
  return comparison;
}

}  // namespace izde::searcher
