#include "searcher/engine/engine.hpp"

#include "schema/bytes.hpp"
#include "searcher/engine/facets.hpp"
#include "searcher/engine/hit_filler.hpp"
#include "searcher/engine/per_language.hpp"
#include "searcher/engine/ranking.hpp"
#include "searcher/engine/timeline.hpp"
#include "searcher/engine/understand.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

namespace izde::searcher {
namespace {

constexpr int kReopenings = 5;

// What an answer is made from.
struct Asked {
  const Request& request;
  const Snapshot& snapshot;
  const Knowledge& knowledge;
};

struct Page {
  std::vector<Hit> hits;
  Total total;
};

// What only supports brings passages where nothing else does.
Ranking ranking_of(Plan& plan, const Asked& asked) {
  if (asked.request.per_language == 0) return rank_or_relax(plan, asked.request, asked.snapshot);
  Ranking ranking = rank_per_language(plan, asked.request, asked.snapshot);
  if (ranking.ranked.empty() && relax(plan)) ranking = rank_per_language(plan, asked.request, asked.snapshot);
  return ranking;
}

Page page_of(Plan& plan, const Asked& asked) {
  const Request& request = asked.request;
  const Ranking ranking = ranking_of(plan, asked);
  Page page{{}, ranking.total};
  std::optional<HitFiller> filler;
  if (!request.only_ids) filler.emplace(plan, asked.snapshot, asked.knowledge.thesaurus);
  const std::size_t size = ranking.ranked.size();
  const bool all = request.all || request.per_language > 0;
  const std::size_t first = all ? 0 : std::min(request.offset, size);
  const std::size_t end = all ? size : first + std::min(request.count, size - first);
  for (std::size_t i = first; i < end; ++i) {
    page.hits.push_back(filler ? filler->fill(ranking.ranked[i], request.unit)
                               : named(ranking.ranked[i], request.unit));
    page.hits.back().rank = i + 1;
  }
  return page;
}

// With the names in the language of the query.
Counted count_all(Plan& plan, analysis::Language likeliest, const Asked& asked) {
  Request counted = asked.request;
  if (counted.per_language > 0) counted.languages = languages_beside_each_other(counted);
  const std::string_view language = likeliest == analysis::Language::other ? "en" : analysis::code(likeliest);
  const auto found = [&] { return count_facets(plan, counted, asked.snapshot, {asked.knowledge.thesaurus, language}); };
  Counted result = found();
  if (result.hits == 0 && relax(plan)) result = found();
  return result;
}

Response answer(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge) {
  const auto start = std::chrono::steady_clock::now();
  auto [said, plan, language] = understand(request, snapshot, knowledge);
  Response response;
  response.qid = request.qid;
  response.index = snapshot.fingerprint();
  response.query = std::move(said.query);
  response.understood = std::move(said.understood);
  response.diagnostics = std::move(said.diagnostics);
  response.suggestions = std::move(said.suggestions);
  if (request.explain)
    for (const Atom& atom : plan.atoms) response.explanations.push_back(explain(atom, knowledge.thesaurus));
  const Asked asked{request, snapshot, knowledge};
  if (request.facets != Counting::instead_of_hits) {
    Page page = page_of(plan, asked);
    response.hits = std::move(page.hits);
    response.total = page.total;
  }
  if (request.facets != Counting::none) {
    Counted counted = count_all(plan, language, asked);
    response.facets = std::move(counted.facets);
    response.total = {counted.hits, true};
  }
  if (request.timeline != Grain::none) response.timeline = count_timeline(plan, request, snapshot);
  response.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return response;
}

using Lists = std::vector<std::vector<std::string>>;

Lists lists_of(const std::vector<std::string>& databases) {
  Lists lists;
  for (const std::string& database : databases) lists.push_back(schema::segments_of(database));
  return lists;
}

// Of what lies on another machine nothing is known.
bool may_have_changed(const Lists& before, const Lists& now) {
  return before != now ||
         std::any_of(now.begin(), now.end(), [](const std::vector<std::string>& list) { return list.empty(); });
}

}  // namespace

Engine::Engine(std::vector<std::string> databases, const Knowledge& knowledge)
    : databases_(std::move(databases)), knowledge_(knowledge) {}

// Segments never change: what a writer did shows in the list. A segment that it merged away fails in any way, by where
// it was read when its files went; and Xapian takes damage for a writer's work as well, where it stands in what numbers
// the revision of a block.
template <class Ask>
auto Engine::asked(Ask ask) {
  for (int attempt = 0;; ++attempt) {
    try {
      if (!snapshot_) lists_ = lists_of(databases_);
      if (!snapshot_) snapshot_ = std::make_unique<Snapshot>(databases_);
      return ask(*snapshot_);
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (!may_have_changed(lists_, lists_of(databases_))) refuse_damaged(error.get_msg());
    } catch (const Xapian::DatabaseError& error) {
      if (lists_of(databases_) == lists_) refuse_damaged(error.get_msg());
    } catch (const Xapian::Error& error) {
      throw schema::IndexError(databases_.front() + ": the search failed (" + error.get_msg() + ")");
    } catch (const schema::BytesError& error) {
      if (lists_of(databases_) == lists_) refuse_damaged(error.what());
    }
    if (attempt == kReopenings)
      throw schema::IndexError(databases_.front() +
                               ": is being rewritten faster than it can be read; try again in a moment");
    snapshot_.reset();
  }
}

void Engine::refuse_damaged(const std::string& reason) const {
  throw schema::IndexError(schema::damage_of(databases_.front(), reason));
}

Response Engine::search(const Request& request) {
  return asked([&](const Snapshot& snapshot) { return answer(request, snapshot, knowledge_); });
}

Comparison Engine::compare(const Request& request) {
  return asked([&](const Snapshot& snapshot) { return searcher::compare(request, snapshot, knowledge_); });
}

Showing Engine::show(const ShowRequest& request) {
  return asked([&](const Snapshot& snapshot) { return searcher::show(request, snapshot, knowledge_); });
}

Why Engine::why(const std::string& passage, const Request& request) {
  return asked([&](const Snapshot& snapshot) { return searcher::why(passage, request, snapshot, knowledge_); });
}

Variants Engine::variants(const Request& request) {
  return asked([&](const Snapshot& snapshot) { return searcher::variants(request, snapshot, knowledge_); });
}

Chronicle Engine::chronicle(const Request& request) {
  return asked([&](const Snapshot& snapshot) { return searcher::chronicle(request, snapshot, knowledge_); });
}

}  // namespace izde::searcher
