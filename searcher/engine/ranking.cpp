#include "searcher/engine/ranking.hpp"

#include "schema/record.hpp"
#include "searcher/engine/compile.hpp"
#include "searcher/engine/matches.hpp"
#include "searcher/engine/rerank.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace izde::searcher {
namespace {

constexpr std::size_t kDepth = 300;            // passages re-scored at least: PERFORMANCE 7, 200 lose nothing
constexpr std::size_t kDocumentDepth = 600;    // passages from which documents are gathered
constexpr std::size_t kDocuments = 200;        // documents scored as a whole
constexpr std::size_t kCountedExactly = 10000; // a total up to here is exact
constexpr double kBestPassageShare = 0.5;      // DESIGN 3: document BM25 plus half its best passage
constexpr std::uint32_t kPassageGap = 1u << 20; // keeps words of two passages of a document from being neighbours

struct Scored {
  Xapian::docid passage;
  double score;
  std::string document;
};

// Reads candidates one after the other with their matches.
class CandidateReader {
 public:
  CandidateReader(const Plan& plan, const Snapshot& snapshot) : matcher_(plan), snapshot_(snapshot) {}

  /// The matches of a passage, or nothing if it is no hit.
  const Matches* read(Xapian::docid id, const Xapian::Document& document) {
    data_ = document.get_data();
    schema::read_for_matching(data_, view_, stream_);
    const Matches& matches = matcher_.find(snapshot_.shard_of(id), view_, stream_);
    return matcher_.accepts(matches, document) ? &matches : nullptr;
  }
  Candidate candidate(const Matches& matches) const {
    return {&matches, static_cast<double>(stream_.length(schema::section_text)),
            snapshot_.mean_length(static_cast<analysis::Language>(view_.language))};
  }
  std::string document() const { return std::string(view_.document); }
  std::uint32_t number() const { return view_.number; }

 private:
  Matcher matcher_;
  const Snapshot& snapshot_;
  std::string data_;
  schema::PassageView view_;
  schema::TokenStream stream_;
};

Xapian::Enquire enquire(const Snapshot& snapshot, const Xapian::Query& query) {
  Xapian::Enquire enquire(snapshot.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0, 0.5));  // b = 0: no length look-ups
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  return enquire;
}

void sort_by_score(std::vector<Scored>& scored) {
  std::sort(scored.begin(), scored.end(),
            [](const Scored& a, const Scored& b) { return std::tuple(-a.score, a.passage) < std::tuple(-b.score, b.passage); });
}

class Ranker {
 public:
  Ranker(const Plan& plan, const Request& request, const Snapshot& snapshot)
      : plan_(plan), request_(request), snapshot_(snapshot), query_(compile(plan, request)), reader_(plan, snapshot) {}

  Ranking passages() {
    Ranking ranking;
    std::unordered_map<std::string, std::size_t> folded;
    const std::size_t depth = request_.all ? everything() : std::max(kDepth, request_.count);
    Xapian::Enquire asked = enquire(snapshot_, query_);
    bool exhausted = false;
    std::size_t accepted = 0;
    for (std::size_t first = 0; !exhausted; first += depth) {
      const Xapian::MSet found = fetch(asked, first, depth);
      if (first == 0) count_candidates(found, ranking.total);
      exhausted = found.size() < depth;
      std::vector<Scored> block = score_block(found);
      accepted += block.size();
      sort_by_score(block);
      for (Scored& hit : block) append(std::move(hit), ranking, folded);
      if (!request_.all && ranking.ranked.size() >= request_.offset + request_.count) break;
    }
    if (!is_precise(plan_)) ranking.total = {accepted, exhausted};
    return ranking;
  }

  Ranking documents() {
    const std::size_t wanted = request_.offset + request_.count;
    const std::size_t depth = request_.all ? everything() : std::max(kDocumentDepth, 5 * wanted);
    Xapian::Enquire asked = enquire(snapshot_, query_);
    const Xapian::MSet found = fetch(asked, 0, depth);
    std::vector<Scored> block = score_block(found);
    sort_by_score(block);
    std::vector<Scored> best;  // best passage of each document
    std::unordered_map<std::string, std::size_t> place;
    for (Scored& hit : block)
      if (place.emplace(hit.document, best.size()).second) best.push_back(std::move(hit));
    Ranking ranking;
    ranking.total = {best.size(), found.size() < depth};
    if (!request_.all && best.size() > std::max(kDocuments, 2 * wanted)) best.resize(std::max(kDocuments, 2 * wanted));
    score_documents(best);
    sort_by_score(best);
    for (Scored& hit : best) ranking.ranked.push_back({hit.passage, falling(ranking, hit.score), std::move(hit.document), 0});
    return ranking;
  }

 private:
  std::size_t everything() const { return std::max<std::size_t>(1, snapshot_.database().get_doccount()); }

  Xapian::MSet fetch(Xapian::Enquire& asked, std::size_t first, std::size_t depth) const {
    const std::size_t checked = request_.all ? everything() : first + std::max(depth, kCountedExactly);
    const Xapian::MSet found = asked.get_mset(static_cast<Xapian::doccount>(first), static_cast<Xapian::doccount>(depth),
                                              static_cast<Xapian::doccount>(checked));
    // One round trip to a remote index instead of one a passage. Xapian 1.4.22 crashes on sets that do not begin at rank 0.
    if (first == 0 && !found.empty()) found.fetch();
    return found;
  }

  static void count_candidates(const Xapian::MSet& found, Total& total) {
    total.count = found.get_matches_lower_bound();
    total.exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  }

  std::vector<Scored> score_block(const Xapian::MSet& found) {
    std::vector<Scored> block;
    for (auto row = found.begin(); row != found.end(); ++row)
      if (const Matches* matches = reader_.read(*row, row.get_document()))
        block.push_back({*row, score(reader_.candidate(*matches), plan_), reader_.document()});
    return block;
  }

  void append(Scored hit, Ranking& ranking, std::unordered_map<std::string, std::size_t>& folded) const {
    if (request_.fold) {
      const auto [row, is_new] = folded.emplace(hit.document, ranking.ranked.size());
      if (!is_new) {
        ++ranking.ranked[row->second].more;
        return;
      }
    }
    ranking.ranked.push_back({hit.passage, falling(ranking, hit.score), std::move(hit.document), 0});
  }

  // A later block may hold a passage that scores above an earlier block's last: order is by block, so its score gives way.
  static double falling(const Ranking& ranking, double score) {
    return ranking.ranked.empty() ? score : std::min(score, ranking.ranked.back().score);
  }

  struct Gathered {
    Matches matches;
    std::uint32_t passages = 0;
  };

  // All passages of these documents that match, asked for at once; their matches summed, the title's counted once.
  void score_documents(std::vector<Scored>& best) {
    std::vector<Xapian::Query> terms;
    for (const Scored& hit : best) terms.emplace_back(schema::passages_of_document_term(hit.document));
    const Xapian::Query of_these(Xapian::Query::OP_OR, terms.begin(), terms.end());
    Xapian::Enquire asked = enquire(snapshot_, Xapian::Query(Xapian::Query::OP_FILTER, query_, of_these));
    const Xapian::MSet found = asked.get_mset(0, snapshot_.database().get_doccount());
    if (!found.empty()) found.fetch();
    std::unordered_map<std::string, Gathered> gathered;
    for (auto row = found.begin(); row != found.end(); ++row) {
      const Matches* matches = reader_.read(*row, row.get_document());
      if (matches == nullptr) continue;
      Gathered& sum = gathered[reader_.document()];
      for (Occurrence match : *matches) {
        if (match.section == schema::section_title && sum.passages > 0) continue;
        match.position += sum.passages * kPassageGap;
        sum.matches.push_back(match);
      }
      ++sum.passages;
    }
    for (Scored& hit : best) {
      const Candidate whole{&gathered[hit.document].matches, document_length(hit.document), snapshot_.mean_document_length()};
      hit.score = score(whole, plan_) + kBestPassageShare * hit.score;
    }
  }

  double document_length(const std::string& document) const;

  const Plan& plan_;
  const Request& request_;
  const Snapshot& snapshot_;
  const Xapian::Query query_;
  CandidateReader reader_;
};

schema::DocumentRecord record_of(const Snapshot& snapshot, const std::string& document) {
  const std::string term = schema::document_term(document);
  const auto found = snapshot.database().postlist_begin(term);
  if (found == snapshot.database().postlist_end(term)) return {};
  return schema::document_from_data(snapshot.database().get_document(*found).get_data());
}

double Ranker::document_length(const std::string& document) const {
  const auto words = record_of(snapshot_, document).words;
  return static_cast<double>(std::accumulate(words.begin(), words.end(), std::uint64_t{0}));
}

}  // namespace

Ranking rank(const Plan& plan, const Request& request, const Snapshot& snapshot) {
  Ranker ranker(plan, request, snapshot);
  return request.unit == Unit::document ? ranker.documents() : ranker.passages();
}

schema::Metadata metadata_of(const Snapshot& snapshot, const std::string& document) {
  return record_of(snapshot, document).metadata;
}

}  // namespace izde::searcher
