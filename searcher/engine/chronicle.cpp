#include "searcher/engine/chronicle.hpp"

#include "schema/fields.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/dating.hpp"
#include "searcher/engine/facets.hpp"
#include "searcher/engine/folding.hpp"
#include "searcher/engine/hit_filler.hpp"
#include "searcher/engine/ranking.hpp"
#include "searcher/engine/tellings.hpp"
#include "searcher/engine/titles.hpp"
#include "searcher/engine/understand.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace izde::searcher {
namespace {

using Group = std::vector<std::size_t>;

// Of the kinds that tell of something, those that the index has: nobody asked for the other, so it need not be missed.
Request of_all_hits(const Request& request, const Snapshot& snapshot) {
  Request all = request;
  all.all = true;
  all.unit = Unit::passage;
  all.fold = false;
  all.per_language = 0;
  all.sort = Sorting::score;
  if (!all.kinds.empty() || all.all_dates) return all;
  const std::string_view prefix = schema::find_field("kind")->prefix;
  for (const std::string_view kind : schema::kKindNames)
    if (snapshot.frequency(schema::keyword_term(prefix, kind)) > 0) all.kinds.emplace_back(kind);
  if (all.kinds.empty()) all.kinds.assign(schema::kKindNames.begin(), schema::kKindNames.end());
  return all;
}

auto order(const Telling& telling) {
  return std::tuple(telling.when.days.first, telling.when.days.last, -telling.score, std::string_view(telling.passage));
}

// Makes an entry of tellings that are one.
class Gathering {
 public:
  Gathering(const std::vector<Telling>& tellings, const thesaurus::Thesaurus& thesaurus, analysis::Language asked)
      : tellings_(tellings), thesaurus_(thesaurus), asked_(asked) {}

  ChronicleEntry entry(Group group) const {
    std::stable_sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(tellings_[a].is_there, tellings_[a].score) >
             std::pair(tellings_[b].is_there, tellings_[b].score);
    });
    const Telling& best = *first(group, [&](const Telling& t) { return t.language == asked_ && t.is_there; });
    const Telling& written = *first(group, [&](const Telling& t) { return is_confirmed(t, group); });
    const Telling& sure = *first(group, [](const Telling& t) { return !t.when.supposed; });
    const Telling& dated = sure.when.supposed ? written : sure;
    const Telling& stating = *first(group, [&](const Telling& t) { return t.act && t.language == best.language; });
    const Telling& acting = stating.act ? stating : *first(group, [](const Telling& t) { return t.act.has_value(); });
    ChronicleEntry entry;
    entry.when = dated.when;
    entry.act = acting.act;
    const Telling& telling = acting.act && acting.language == best.language ? acting : best;
    entry.what = telling.what;
    entry.language = telling.language;
    entry.also = other_titles(entry.what, titles(group, entry.language));
    name(entry, group);
    for (const std::size_t i : group) {
      ChronicleSource source{tellings_[i].passage, tellings_[i].language};
      if (std::find(entry.sources.begin(), entry.sources.end(), source) == entry.sources.end())
        entry.sources.push_back(std::move(source));
    }
    return entry;
  }

  double score(const Group& group) const {
    double best = 0;
    for (const std::size_t i : group) best = std::max(best, tellings_[i].score);
    return best;
  }

 private:
  // The best that is so, else the best.
  template <class Is>
  const Telling* first(const Group& group, Is is) const {
    const auto found = std::find_if(group.begin(), group.end(), [&](std::size_t i) { return is(tellings_[i]); });
    return &tellings_[found == group.end() ? group.front() : *found];
  }

  // Whether another, which only seemed to be of Old Style, writes just these days of New Style.
  bool is_confirmed(const Telling& telling, const Group& group) const {
    return std::any_of(group.begin(), group.end(),
                       [&](std::size_t i) { return as_written(tellings_[i].when) == telling.when.days; });
  }

  // Of the acts, in one language: those of others cannot be told from one another by their words.
  std::vector<std::string> titles(const Group& group, analysis::Language language) const {
    std::vector<std::string> titles;
    for (const std::size_t i : group) {
      const Telling& telling = tellings_[i];
      if (telling.act && telling.language == language) titles.push_back(telling.act->title);
    }
    return titles;
  }

  // In the language of what is told.
  void name(ChronicleEntry& entry, const Group& group) const {
    const std::string_view language = analysis::code(entry.language);
    std::map<std::string, std::size_t> counts;
    for (const std::size_t i : group)
      for (const std::string& id : tellings_[i].concepts) ++counts[id];
    std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [id, count] : rows) {
      const std::int64_t index = thesaurus_.find(id);
      if (index < 0) continue;
      const thesaurus::Concept& named = thesaurus_.concepts()[static_cast<std::size_t>(index)];
      const auto facet = facet_of(named);
      if (!facet) continue;
      NamedConcept shown{id, std::string(named.name(language))};
      const bool issued =
          entry.act && std::find(entry.act->issuers.begin(), entry.act->issuers.end(), id) != entry.act->issuers.end();
      auto& names = issued                    ? entry.issuers
                    : *facet == Facet::people ? entry.people
                    : *facet == Facet::places ? entry.places
                                              : entry.institutions;
      names.push_back(std::move(shown));
    }
  }

  const std::vector<Telling>& tellings_;
  const thesaurus::Thesaurus& thesaurus_;
  const analysis::Language asked_;
};

// Of the hits of a plan.
struct Told {
  std::vector<Telling> tellings;  // in order of time
  std::size_t hits = 0, undated = 0;
};

Told tell(Plan& plan, const Request& request, const Snapshot& snapshot, const thesaurus::Thesaurus& thesaurus) {
  const Ranking ranking = rank_or_relax(plan, request, snapshot);
  HitFiller filler(plan, snapshot, thesaurus);
  Told told;
  for (const RankedPassage& ranked : ranking.ranked) {
    const Hit hit = filler.fill(ranked, Unit::passage);
    const analysis::Analyzer& analyzer = snapshot.shards()[snapshot.shard_of(ranked.passage)].analyzer;
    std::vector<Telling> tellings = tellings_of(hit, {thesaurus, analyzer, request.all_dates});
    std::erase_if(tellings, [&](const Telling& telling) { return !is_asked_for(telling.when.days, plan); });
    ++told.hits;
    if (tellings.empty()) ++told.undated;
    std::move(tellings.begin(), tellings.end(), std::back_inserter(told.tellings));
  }
  std::sort(told.tellings.begin(), told.tellings.end(),
            [](const Telling& a, const Telling& b) { return order(a) < order(b); });
  return told;
}

}  // namespace

Chronicle chronicle(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge) {
  const Request asked = of_all_hits(request, snapshot);
  Understood understood = understand(asked, snapshot, knowledge);
  const Told told = tell(understood.plan, asked, snapshot, knowledge.thesaurus);
  std::vector<Group> groups = fold(told.tellings);
  const Gathering gathering(told.tellings, knowledge.thesaurus, understood.language);
  Chronicle out{std::move(understood.said), snapshot.fingerprint(), {}, groups.size(), told.hits, told.undated};
  std::stable_sort(groups.begin(), groups.end(),
                   [&](const Group& a, const Group& b) { return gathering.score(a) > gathering.score(b); });
  if (groups.size() > request.count) groups.resize(request.count);
  for (Group& group : groups) out.entries.push_back(gathering.entry(std::move(group)));
  std::stable_sort(out.entries.begin(), out.entries.end(), [](const ChronicleEntry& a, const ChronicleEntry& b) {
    return std::pair(a.when.days.first, a.when.days.last) < std::pair(b.when.days.first, b.when.days.last);
  });
  return out;
}

}  // namespace izde::searcher
