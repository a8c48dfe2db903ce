#include "searcher/engine/snapshot.hpp"

#include "schema/fingerprint.hpp"
#include "schema/terms.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace izde::searcher {

using analysis::Language;

Snapshot::Snapshot(const std::vector<std::string>& where) {
  for (const std::string& place : where) {
    Shard shard;
    shard.database = schema::open_index(place);
    shard.lexicon.append(schema::read_lexicon(shard.database));
    shard.lexicon.build();
    shard.thesaurus_fingerprint = schema::read_thesaurus_fingerprint(shard.database);
    shard.analyzer = schema::read_analyzer(shard.database);
    if (std::none_of(analyzers_.begin(), analyzers_.end(), [&](const analysis::Analyzer& other) {
          return other.fingerprint() == shard.analyzer.fingerprint();
        }))
      analyzers_.push_back(shard.analyzer);
    const schema::Totals totals = schema::read_totals(shard.database);
    totals_.documents += totals.documents;
    for (std::size_t i = 0; i < totals.words.size(); ++i) totals_.words[i] += totals.words[i];
    fingerprint_ += (fingerprint_.empty() ? "" : "+") + schema::fingerprint(shard.database);
    database_.add_database(shard.database);
    shards_.push_back(std::move(shard));
  }
  for (const Language language : {Language::other, Language::vi, Language::kk, Language::ru})
    tagged_.push_back(frequency(schema::language_term(language)));
  passages_ = tagged_;
  passages_[0] = frequency(std::string(schema::kPassageTerm));
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
