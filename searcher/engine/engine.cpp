#include "searcher/engine/engine.hpp"

#include "schema/bytes.hpp"
#include "schema/record.hpp"
#include "searcher/engine/concept_filter.hpp"
#include "searcher/engine/excerpt.hpp"
#include "searcher/engine/expand.hpp"
#include "searcher/engine/facets.hpp"
#include "searcher/engine/lighting.hpp"
#include "searcher/engine/matches.hpp"
#include "searcher/engine/per_language.hpp"
#include "searcher/engine/ranking.hpp"
#include "searcher/engine/readings.hpp"
#include "searcher/query/editors_marks.hpp"
#include "searcher/query/parser.hpp"

#include <algorithm>
#include <chrono>
#include <map>

namespace izde::searcher {
namespace {

constexpr int kReopenings = 5;
constexpr std::size_t kExcerptSize = 320;  // code points: three or four lines of a terminal

// Fills the hits of a page from the index.
class HitFiller {
 public:
  HitFiller(const Plan& plan, const Snapshot& snapshot, const thesaurus::Thesaurus& thesaurus)
      : plan_(plan), snapshot_(snapshot), thesaurus_(thesaurus), matcher_(plan) {}

  Hit fill(const RankedPassage& ranked, Unit unit) {
    Hit hit;
    hit.score = ranked.score;
    hit.more = ranked.more;
    schema::PassageRecord record =
        schema::passage_from_data(snapshot_.database().get_document(ranked.passage).get_data());
    schema::PassageView view;
    view.mentions = record.passage.mentions;
    const std::size_t shard = snapshot_.shard_of(ranked.passage);
    const Matches& found = matcher_.find(shard, view, record.stream);
    const Matches lit = matcher_.lit(found);
    hit.marks = marks_of(record.passage, lit, plan_, snapshot_.shards()[shard].analyzer);
    for (const Occurrence& match : lit) {
      hit.in_title |= match.section == schema::section_title;
      hit.in_heading |= match.section == schema::section_heading;
    }
    hit.passage = std::move(record.passage);
    hit.id = unit == Unit::document ? hit.passage.document : hit.passage.id();
    hit.excerpt = choose_excerpt(hit.passage.text, hit.marks, kExcerptSize);
    describe(hit);
    return hit;
  }

 private:
  void describe(Hit& hit) {
    auto [row, is_new] = metadata_.try_emplace(hit.passage.document);
    if (is_new) row->second = metadata_of(snapshot_, hit.passage.document);
    hit.metadata = row->second;
    for (const auto& [name, value] : hit.metadata) {
      if (name == "kind") hit.kinds.push_back(value);
      if (name == "date") hit.dates.push_back(value);
    }
    for (const schema::Mention& mention : hit.passage.mentions) {
      const std::int64_t index = thesaurus_.find(mention.concept_id);
      if (index < 0) continue;
      const thesaurus::Concept& named = thesaurus_.concepts()[static_cast<std::size_t>(index)];
      const Facet facet = facet_of(named);
      std::vector<std::string>& names = facet == Facet::people   ? hit.people
                                        : facet == Facet::places ? hit.places
                                                                 : hit.institutions;
      std::string name(named.name(analysis::code(hit.passage.reading.language)));
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  }

  const Plan& plan_;
  const Snapshot& snapshot_;
  const thesaurus::Thesaurus& thesaurus_;
  Matcher matcher_;
  std::map<std::string, schema::Metadata> metadata_;
};

std::vector<Explanation> explain(const Plan& plan, const thesaurus::Thesaurus& thesaurus) {
  std::vector<Explanation> explanations;
  for (const Atom& atom : plan.atoms) {
    Explanation explanation{atom.word, {}};
    for (const Alternative& alternative : atom.alternatives) {
      if (alternative.term.empty() && alternative.any_of.empty()) continue;
      std::string asked = alternative.any_of.empty() ? alternative.term : alternative.shown;
      if (const std::int64_t index = thesaurus.find(alternative.concept_id); index >= 0)
        asked += " (" + std::string(thesaurus.concepts()[static_cast<std::size_t>(index)].name("en")) + ")";
      const bool any = alternative.language == analysis::Language::other;
      explanation.lines.push_back({alternative.reason, any ? "" : std::string(analysis::code(alternative.language)),
                                   asked, alternative.weight, alternative.frequency});
    }
    explanations.push_back(std::move(explanation));
  }
  return explanations;
}

// Every passage has a language. Not to be typed, since a * needs a letter beside it.
ParsedQuery everything() {
  Node any;
  any.op = Operator::prefix;
  any.text = "*";
  ParsedQuery query;
  query.root.op = Operator::field;
  query.root.field = "lang";
  query.root.children.push_back(std::move(any));
  return query;
}

ParsedQuery parsed_query(const Request& request) {
  if (request.query.empty() && request.facets == Counting::instead_of_hits) return everything();
  return parse(without_editors_marks(request.query), query_fields());
}

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
Page page_of(Plan& plan, const Asked& asked) {
  const Request& request = asked.request;
  const bool per_language = request.per_language > 0;
  const auto ranked = [&] {
    return per_language ? rank_per_language(plan, request, asked.snapshot) : rank(plan, request, asked.snapshot);
  };
  Ranking ranking = ranked();
  if (ranking.ranked.empty() && relax(plan)) ranking = ranked();
  Page page{{}, ranking.total};
  HitFiller filler(plan, asked.snapshot, asked.knowledge.thesaurus);
  const std::size_t size = ranking.ranked.size();
  const bool all = request.all || per_language;
  const std::size_t first = all ? 0 : std::min(request.offset, size);
  const std::size_t end = all ? size : first + std::min(request.count, size - first);
  for (std::size_t i = first; i < end; ++i) {
    page.hits.push_back(filler.fill(ranking.ranked[i], request.unit));
    page.hits.back().rank = i + 1;
  }
  return page;
}

// With the names in the language of the query.
Counted count_all(Plan& plan, const MainLanguage& main, const Asked& asked) {
  Request counted = asked.request;
  if (counted.per_language > 0) counted.languages = languages_beside_each_other(counted);
  const bool unsure = main.likeliest == analysis::Language::other;
  const std::string_view language = unsure ? "en" : analysis::code(main.likeliest);
  const auto found = [&] { return count_facets(plan, counted, asked.snapshot, {asked.knowledge.thesaurus, language}); };
  Counted result = found();
  if (result.hits == 0 && relax(plan)) result = found();
  return result;
}

Response answer(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge) {
  const auto start = std::chrono::steady_clock::now();
  ParsedQuery parsed = parsed_query(request);
  Response response;
  response.qid = request.qid;
  response.query = request.query;
  response.understood = print(parsed.root);
  response.diagnostics = std::move(parsed.diagnostics);
  Plan plan = expand(parsed.root, snapshot, knowledge, request);
  response.diagnostics.insert(response.diagnostics.end(), plan.diagnostics.begin(), plan.diagnostics.end());
  response.suggestions = plan.suggestions;
  if (request.explain) response.explanations = explain(plan, knowledge.thesaurus);
  const Asked asked{request, snapshot, knowledge};
  if (request.facets != Counting::instead_of_hits) {
    Page page = page_of(plan, asked);
    response.hits = std::move(page.hits);
    response.total = page.total;
  }
  if (request.facets != Counting::none) {
    Counted counted = count_all(plan, main_language(parsed.root), asked);
    response.facets = std::move(counted.facets);
    response.total = {counted.hits, true};
  }
  response.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return response;
}

}  // namespace

Engine::Engine(std::vector<std::string> databases, const Knowledge& knowledge)
    : databases_(std::move(databases)), knowledge_(knowledge) {}

Response Engine::search(const Request& request) {
  for (int attempt = 0;; ++attempt) {
    try {
      if (!snapshot_) snapshot_ = std::make_unique<Snapshot>(databases_);
      return answer(request, *snapshot_, knowledge_);
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == kReopenings)
        throw schema::IndexError(databases_.front() +
                                 ": is being rewritten faster than it can be read; try again in a moment");
      snapshot_.reset();
    } catch (const Xapian::Error& error) {
      throw schema::IndexError(databases_.front() + ": the search failed (" + error.get_msg() + ")");
    } catch (const schema::BytesError& error) {
      throw schema::IndexError(databases_.front() + ": the index is damaged (" + error.what() +
                               "); index the sources again into a new folder");
    }
  }
}

}  // namespace izde::searcher
