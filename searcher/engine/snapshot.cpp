#include "searcher/engine/snapshot.hpp"

#include "schema/lexicon_file.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/passage_terms.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace izde::searcher {

using analysis::Language;

Snapshot::Snapshot(const std::vector<std::string>& where) {
  std::vector<std::vector<std::string>> segments_of_shards;
  for (const std::string& place : where) {
    Shard shard;
    const std::vector<std::string> segments = schema::segments_of(place);
    shard.database = schema::open_index(place);
    open_stored(segments, shard.database.size());
    segments_of_shards.push_back(segments);
    shard.state = schema::read_state(shard.database);
    if (!schema::map_lexicon(segments, shard.lexicon)) shard.lexicon.append(schema::read_lexicon(shard.database));
    // After all that is opened by its path: a segment that is gone may look like one that is empty.
    if (schema::segments_of(place) != segments) throw Xapian::DatabaseModifiedError("a writer was quicker");
    shard.analyzer = schema::analyzer_of(shard.state);
    if (std::none_of(analyzers_.begin(), analyzers_.end(), [&](const analysis::Analyzer& other) {
          return other.fingerprint() == shard.analyzer.fingerprint();
        }))
      analyzers_.push_back(shard.analyzer);
    const schema::Totals& totals = shard.state.totals;
    totals_.documents += totals.documents;
    for (std::size_t i = 0; i < totals.words.size(); ++i) totals_.words[i] += totals.words[i];
    fingerprint_ += (fingerprint_.empty() ? "" : "+") + schema::fingerprint(shard.state);
    database_.add_database(shard.database);
    owners_.insert(owners_.end(), shard.database.size(), shards_.size());
    shards_.push_back(std::move(shard));
  }
  std::size_t first = 0;
  for (std::size_t i = 0; i < shards_.size(); first += shards_[i++].database.size())
    find_gone(shards_[i], first, segments_of_shards[i]);
  for (const Language language : {Language::other, Language::vi, Language::kk, Language::ru})
    tagged_.push_back(frequency(schema::language_term(language)));
  passages_ = tagged_;
  passages_[0] = frequency(std::string(schema::kPassageTerm));
}

// Xapian opens the segments of the list in its order.
void Snapshot::open_stored(const std::vector<std::string>& segments, std::size_t databases) {
  is_remote_ |= segments.empty();
  for (std::size_t i = 0; i < databases; ++i)
    stored_.push_back(segments.size() == databases ? schema::StoredData::open(segments[i]) : nullptr);
}

std::string_view Snapshot::data(Xapian::docid id, std::string& buffer) const {
  const std::size_t databases = stored_.size();
  if (const auto& stored = stored_[(id - 1) % databases]; stored != nullptr)
    if (const auto found = stored->find((id - 1) / static_cast<Xapian::docid>(databases) + 1, buffer)) return *found;
  buffer = database_.get_document(id).get_data();
  return buffer;
}

// `first`: how many databases stand before the shard's own. A document that is gone from one segment may stand in
// another: of a local index its place tells the segment, of a remote one the segment's term.
void Snapshot::find_gone(const Shard& shard, std::size_t first, const std::vector<std::string>& segments) {
  const std::size_t own = shard.database.size();
  for (const schema::Gone& row : shard.state.gone) {
    const PassageTerms terms(shard.database);
    const std::string term = schema::document_term(row.document);
    for (auto found = shard.database.postlist_begin(term); found != shard.database.postlist_end(term); ++found) {
      const std::size_t database = (*found - 1) % own;
      const bool is_there = segments.size() == own ? segments[database].ends_with("/" + row.segment)
                                                   : terms.has(*found, schema::segment_term(row.segment));
      if (is_there)
        gone_.insert(static_cast<Xapian::docid>(((*found - 1) / own) * owners_.size() + first + database + 1));
    }
  }
}

std::vector<Xapian::docid> Snapshot::all_with(const std::string& term) const {
  std::vector<Xapian::docid> found;
  for (auto row = database_.postlist_begin(term); row != database_.postlist_end(term); ++row)
    if (!gone_.contains(*row)) found.push_back(*row);
  return found;
}

std::vector<Xapian::docid> Snapshot::passages_of(const std::string& document) const {
  std::vector<Xapian::docid> passages = all_with(schema::document_term(document));
  if (!passages.empty())
    std::erase_if(passages, [&, shard = shard_of(passages.front())](auto id) { return shard_of(id) != shard; });
  return passages;
}

double Snapshot::mean_length(Language language) const {
  const auto i = static_cast<std::size_t>(language);
  return tagged_[i] == 0 ? 100 : std::max(1.0, static_cast<double>(totals_.words[i]) / static_cast<double>(tagged_[i]));
}

double Snapshot::mean_document_length() const {
  const auto words = std::accumulate(totals_.words.begin(), totals_.words.end(), std::uint64_t{0});
  return totals_.documents == 0 ? 100
                                : std::max(1.0, static_cast<double>(words) / static_cast<double>(totals_.documents));
}

double Snapshot::idf(std::size_t frequency, analysis::Language language) const {
  const auto all = static_cast<double>(std::max(passages(language), frequency));
  const auto with = static_cast<double>(frequency);
  return std::log(1 + (all - with + 0.5) / (with + 0.5));
}

const NameKeys& Snapshot::name_keys() const {
  if (name_keys_ == nullptr) {
    std::vector<const schema::Lexicon*> lexicons;
    lexicons.reserve(shards_.size());
    for (const Shard& shard : shards_) lexicons.push_back(&shard.lexicon);
    name_keys_ = std::make_unique<const NameKeys>(lexicons);
  }
  return *name_keys_;
}

}  // namespace izde::searcher
