#include "searcher/engine/ranking.hpp"

#include "searcher/engine/compile.hpp"
#include "searcher/engine/dating.hpp"
#include "searcher/engine/matches.hpp"
#include "searcher/engine/mean_lengths.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace izde::searcher {
namespace {

constexpr std::size_t kDepth = 300;  // passages of a block; measured: re-scoring 200 loses nothing
constexpr std::size_t kGrowth = 4;   // of the rows fetched at once: multiples of a block
constexpr std::size_t kMostAtOnce = kDepth << 16;
constexpr std::size_t kCountedExactly = 10000;  // a total up to here is exact
constexpr std::size_t kTried = 16;              // candidates whose bytes are searched before they are read …
constexpr std::size_t kLeastPassedOver = 6;     // … as long as so many of them need not be read
constexpr double kBestPassageShare = 0.5;       // beside the document's own BM25

struct Scored {
  Xapian::docid passage;
  double score;
  std::string document;
  std::uint32_t number;         // of the passage in it
  analysis::Language language;  // of the passage
  std::int32_t day;
};

bool asks_dates(const PlanNode& node) {
  return node.kind == PlanNode::Kind::dates || std::any_of(node.children.begin(), node.children.end(), asks_dates);
}

// Reads candidates one after the other with their matches.
class CandidateReader {
 public:
  /// `whole`: passages are read with all that they hold, be it asked for by the plan or not.
  CandidateReader(const Plan& plan, const Snapshot& snapshot, bool whole)
      : matcher_(plan), snapshot_(snapshot), terms_(snapshot.database()) {
    if (whole) return;
    needed_.dates = !plan.dates.empty() || asks_dates(plan.root);
    needed_.mentions = matcher_.asks_mentions();
    needed_.kinds = std::find(plan.intent.begin(), plan.intent.end(), true) != plan.intent.end();
  }

  /// The matches of a passage, or nothing if it is no hit.
  const Matches* read(const Xapian::MSetIterator& row) {
    const Xapian::docid id = *row;
    const std::size_t shard = snapshot_.shard_of(id);
    needed_.words = &matcher_.sieve(shard);
    needed_.one_of = is_search_worth() ? matcher_.one_of(shard) : nullptr;
    if (needed_.one_of != nullptr) ++searched_;
    if (snapshot_.is_remote()) data_ = row.get_document().get_data();  // which came with many others
    const std::string_view data = snapshot_.is_remote() ? std::string_view(data_) : snapshot_.data(id, data_);
    if (!schema::read_for_matching(data, view_, stream_, needed_)) {
      ++passed_over_;
      return nullptr;
    }
    const Matches& matches = matcher_.find(shard, view_, stream_);
    if (!matcher_.accepts(matches, {id, view_, terms_})) return nullptr;
    if (view_.dates.empty()) view_.dates = own_date(view_);
    return &matches;
  }
  Candidate candidate(const Matches& matches) const {
    Candidate candidate = passage_candidate(matches, language(), stream_, snapshot_);
    candidate.dates = &view_.dates;
    candidate.kinds = confidences(view_.kinds);
    candidate.act = view_.act;
    return candidate;
  }
  analysis::Language language() const { return static_cast<analysis::Language>(view_.language); }
  const schema::PassageView& passage() const { return view_; }
  std::string document() const { return std::string(view_.document); }
  /// Words of the longest section and one more: what keeps positions of two passages apart.
  std::uint32_t words() const {
    return 1 + std::max({stream_.length(schema::section_title), stream_.length(schema::section_heading),
                         stream_.length(schema::section_text)});
  }

 private:
  // Looking for the forms first is lost time where nearly every candidate has them.
  bool is_search_worth() const { return searched_ < kTried || passed_over_ * kTried >= searched_ * kLeastPassedOver; }

  Matcher matcher_;
  const Snapshot& snapshot_;
  const PassageTerms terms_;
  std::size_t searched_ = 0, passed_over_ = 0;  // candidates
  schema::Needed needed_;
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
  std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
    return std::tuple(-a.score, a.passage) < std::tuple(-b.score, b.passage);
  });
}

class Ranker {
 public:
  Ranker(const Plan& plan, const Request& request, const Snapshot& snapshot)
      : plan_(plan),
        request_(request),
        snapshot_(snapshot),
        query_(compile(plan, request)),
        reader_(plan, snapshot, request.sort == Sorting::date),
        scorer_(plan) {}

  Ranking passages() {
    Ranking ranking;
    std::unordered_map<std::string, std::size_t> folded;
    Blocks blocks = start();
    std::size_t accepted = 0;
    for (Rows found = next(blocks); !found.over; found = next(blocks)) {
      std::vector<Scored> block = score_block(found);
      accepted += block.size();
      sort_by_score(block);
      for (Scored& hit : block) append(std::move(hit), ranking, folded);
      if (ranking.ranked.size() >= wanted()) break;
    }
    ranking.total = is_precise(plan_) && !snapshot_.has_gone() ? blocks.total : Total{accepted, blocks.exhausted};
    if (request_.fold) ranking.total = {ranking.ranked.size(), blocks.exhausted};
    sort_by_date(ranking);
    return ranking;
  }

  // A block of passages brings the documents not met in earlier blocks; each is scored with all its passages.
  Ranking documents() {
    Ranking ranking;
    std::unordered_set<std::string> met;
    Blocks blocks = start();
    for (Rows found = next(blocks); !found.over; found = next(blocks)) {
      std::vector<Scored> block = score_block(found);
      sort_by_score(block);
      std::erase_if(block,
                    [&](const Scored& hit) { return !met.insert(hit.document).second; });  // keeps each one's best
      score_documents(block);
      sort_by_score(block);
      for (Scored& hit : block)
        ranking.ranked.push_back(
            {hit.passage, falling(ranking, hit.score), std::move(hit.document), hit.number, hit.day, 0});
      if (ranking.ranked.size() >= wanted()) break;
    }
    ranking.total = {ranking.ranked.size(), blocks.exhausted};
    sort_by_date(ranking);
    return ranking;
  }

 private:
  /// Candidates in retrieval order, cut into blocks of one size whatever the page: so pages of any size are one list.
  struct Blocks {
    Xapian::Enquire asked;
    std::size_t first = 0;  // rank of the next row to be fetched
    std::size_t fetched_at_once = kDepth;
    bool exhausted = false;
    Total total;
    Xapian::MSet set;       // fetched rows
    std::size_t given = 0;  // of them
  };

  std::size_t everything() const { return std::max<std::size_t>(1, snapshot_.database().get_doccount()); }

  // Ranked hits needed to fill the page.
  std::size_t wanted() const {
    if (request_.all || request_.sort == Sorting::date) return std::numeric_limits<std::size_t>::max();
    const std::size_t most = everything();
    return std::min(request_.offset, most) + std::min(request_.count, most);
  }

  Blocks start() const { return {enquire(snapshot_, query_), 0, kDepth, false, {}, {}, 0}; }

  struct Rows {
    Xapian::MSet set;
    std::size_t begin = 0, end = 0;  // of the set
    bool over = false;               // there are no more
  };

  Rows next(Blocks& blocks) const {
    if (blocks.exhausted) return {{}, 0, 0, true};
    if (blocks.given == blocks.set.size()) fetch_more(blocks);
    const std::size_t begin = blocks.given;
    blocks.given = std::min<std::size_t>(begin + kDepth, blocks.set.size());
    blocks.exhausted = request_.all ? blocks.given == blocks.set.size() : blocks.given - begin < kDepth;
    return {blocks.set, begin, blocks.given, false};
  }

  // Each time Xapian retrieves everything anew, so that a query whose hits are few among its candidates asks for more
  // and more of them at once.
  void fetch_more(Blocks& blocks) const {
    const std::size_t size = request_.all ? everything() : blocks.fetched_at_once;
    blocks.set = fetch(blocks, size);
    blocks.given = 0;
    blocks.first += size;
    blocks.fetched_at_once = std::min(blocks.fetched_at_once * kGrowth, kMostAtOnce);
  }

  Xapian::MSet fetch(Blocks& blocks, std::size_t size) const {
    const std::size_t counted = request_.only_ids ? 0 : kCountedExactly;  // then nobody reads the total
    const std::size_t checked = request_.all ? everything() : blocks.first + std::max(size, counted);
    Xapian::MSet found =
        blocks.asked.get_mset(static_cast<Xapian::doccount>(blocks.first), static_cast<Xapian::doccount>(size),
                              static_cast<Xapian::doccount>(std::min(checked, everything())));
    // One round trip to a remote index instead of one a passage. Xapian 1.4.22 crashes on sets that do not begin at
    // rank 0.
    if (snapshot_.is_remote() && blocks.first == 0 && !found.empty()) found.fetch();
    if (blocks.first == 0)
      blocks.total = {found.get_matches_lower_bound(),
                      found.get_matches_lower_bound() == found.get_matches_upper_bound()};
    return found;
  }

  std::vector<Scored> score_block(const Rows& rows) {
    std::vector<Scored> block;
    // In the order in which they are stored: neighbours in memory are read one after the other.
    std::vector<std::pair<Xapian::docid, Xapian::doccount>> order;
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
      const auto place = static_cast<Xapian::doccount>(i);
      if (const Xapian::docid id = *rows.set[place]; !snapshot_.is_gone(id)) order.emplace_back(id, place);
    }
    std::sort(order.begin(), order.end());
    block.reserve(order.size());
    for (const auto& [id, place] : order) {
      const auto row = rows.set[place];
      if (const Matches* matches = reader_.read(row))
        block.push_back({*row, scorer_.score(candidate(*matches)), reader_.document(), reader_.passage().number,
                         reader_.language(), first_day()});
    }
    return block;
  }

  Candidate candidate(const Matches& matches) const {
    Candidate candidate = reader_.candidate(matches);
    candidate.of_document = request_.unit == Unit::document;
    return candidate;
  }

  void append(Scored hit, Ranking& ranking, std::unordered_map<std::string, std::size_t>& folded) const {
    if (request_.fold) {
      const auto [row, is_new] = folded.emplace(hit.document, ranking.ranked.size());
      if (!is_new) {
        ++ranking.ranked[row->second].more;
        return;
      }
    }
    ranking.ranked.push_back(
        {hit.passage, falling(ranking, hit.score), std::move(hit.document), hit.number, hit.day, 0});
  }

  // A later block may hold a passage that scores above an earlier block's last: order is by block, so its score gives
  // way.
  static double falling(const Ranking& ranking, double score) {
    return ranking.ranked.empty() ? score : std::min(score, ranking.ranked.back().score);
  }

  // The earliest date of the passage just read that the request asks for.
  std::int32_t first_day() const {
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    for (const schema::DatedDays& date : reader_.passage().dates)
      if (is_asked_for(date.days, plan_)) first = std::min(first, date.days.first);
    return first;
  }

  // Sorting needs all of them; equal days stay in the order of their scores.
  void sort_by_date(Ranking& ranking) const {
    if (request_.sort == Sorting::score) return;
    std::stable_sort(ranking.ranked.begin(), ranking.ranked.end(),
                     [](const RankedPassage& a, const RankedPassage& b) { return a.day < b.day; });
  }

  struct Gathered {
    Matches matches;
    std::vector<schema::DatedDays> dates;
    std::uint32_t words = 0;  // of its passages so far, so that words of two passages are no neighbours
  };

  // All passages of these documents that match, asked for at once; their matches summed, the title's counted once.
  void score_documents(std::vector<Scored>& best) {
    if (best.empty()) return;
    std::vector<Xapian::Query> terms;
    terms.reserve(best.size());
    for (const Scored& hit : best) terms.emplace_back(schema::document_term(hit.document));
    const Xapian::Query of_these(Xapian::Query::OP_OR, terms.begin(), terms.end());
    Xapian::Enquire asked = enquire(snapshot_, Xapian::Query(Xapian::Query::OP_FILTER, query_, of_these));
    const Xapian::MSet found = asked.get_mset(0, snapshot_.database().get_doccount());
    if (snapshot_.is_remote() && !found.empty()) found.fetch();
    std::unordered_map<std::string, Gathered> gathered;
    for (auto row = found.begin(); row != found.end(); ++row) {
      const Matches* matches = snapshot_.is_gone(*row) ? nullptr : reader_.read(row);
      if (matches == nullptr) continue;
      Gathered& sum = gathered[reader_.document()];
      const auto& dates = reader_.passage().dates;
      sum.dates.insert(sum.dates.end(), dates.begin(), dates.end());
      for (Occurrence match : *matches) {
        if (match.section == schema::section_title && sum.words > 0) continue;
        match.position += sum.words;
        sum.matches.push_back(match);
      }
      sum.words += reader_.words() + 1;
    }
    std::vector<DocumentLength> lengths;
    lengths.reserve(best.size());
    for (const Scored& hit : best) lengths.push_back({hit.language, document_length(hit.document)});
    const MeanLengths means(lengths, snapshot_.mean_document_length());
    for (std::size_t i = 0; i < best.size(); ++i) {
      Gathered& sum = gathered[best[i].document];
      Candidate whole{&sum.matches, best[i].language, lengths[i].words, means.of(best[i].language)};
      whole.dates = &sum.dates;
      whole.of_document = true;
      best[i].score = scorer_.score(whole) + kBestPassageShare * best[i].score;
    }
  }

  double document_length(const std::string& document) const;

  const Plan& plan_;
  const Request& request_;
  const Snapshot& snapshot_;
  const Xapian::Query query_;
  CandidateReader reader_;
  Scorer scorer_;
};

schema::DocumentRecord record_of(const Snapshot& snapshot, const std::string& document) {
  const std::vector<Xapian::docid> passages = snapshot.passages_of(document);
  if (passages.empty()) return {};
  std::string buffer;
  const Shard& shard = snapshot.shards()[snapshot.shard_of(passages.back())];
  return schema::document_from_data(snapshot.data(passages.back(), buffer), shard.state.sources, &shard.lexicon);
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

Ranking rank_or_relax(Plan& plan, const Request& request, const Snapshot& snapshot) {
  Ranking ranking = rank(plan, request, snapshot);
  if (ranking.ranked.empty() && relax(plan)) ranking = rank(plan, request, snapshot);
  return ranking;
}

Candidate passage_candidate(const Matches& matches, analysis::Language language, const schema::TokenStream& stream,
                            const Snapshot& snapshot) {
  return {&matches, language, static_cast<double>(stream.length(schema::section_text)), snapshot.mean_length(language)};
}

void for_each_hit(const Plan& plan, const Request& request, const Snapshot& snapshot,
                  const std::function<void(const schema::PassageView&)>& take) {
  CandidateReader reader(plan, snapshot, true);
  Xapian::Enquire asked(snapshot.database());
  asked.set_query(compile(plan, request));
  asked.set_weighting_scheme(Xapian::BoolWeight());
  asked.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = asked.get_mset(0, std::max<Xapian::doccount>(1, snapshot.database().get_doccount()));
  if (snapshot.is_remote() && !found.empty()) found.fetch();
  for (auto row = found.begin(); row != found.end(); ++row)
    if (!snapshot.is_gone(*row) && reader.read(row) != nullptr) take(reader.passage());
}

schema::Metadata metadata_of(const Snapshot& snapshot, const std::string& document) {
  return record_of(snapshot, document).metadata;
}

}  // namespace izde::searcher
