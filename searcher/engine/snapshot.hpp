// One view of one or more indexes at a moment: Xapian databases, their lexicons, and the counts that ranking needs.
// Reopened when a writer has moved on (engine.cpp).
#pragma once

#include "analysis/analyzer.hpp"
#include "schema/index.hpp"
#include "schema/lexicon.hpp"
#include "schema/stored_data.hpp"
#include "searcher/engine/name_keys.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <xapian.h>

namespace izde::searcher {

/// One index of several that are searched together; form numbers are its own.
struct Shard {
  Xapian::Database database;
  schema::Lexicon lexicon;
  schema::State state;
  analysis::Analyzer analyzer;  ///< that it was made with
};

class Snapshot {
 public:
  /// Throws schema::IndexError.
  explicit Snapshot(const std::vector<std::string>& where);

  const Xapian::Database& database() const { return database_; }
  const std::vector<Shard>& shards() const { return shards_; }
  /// What the indexes hold (schema/fingerprint.hpp), joined by + in their order.
  const std::string& fingerprint() const { return fingerprint_; }
  /// The name keys of all shards; made when they are first asked for.
  const NameKeys& name_keys() const;
  /// The different analyzers of the shards, for the words of a query; mostly one.
  const std::vector<analysis::Analyzer>& analyzers() const { return analyzers_; }
  std::size_t shard_of(Xapian::docid id) const { return owners_[(id - 1) % owners_.size()]; }

  /// The stored data of a passage or document. Valid as long as this, or until `buffer` is changed.
  std::string_view data(Xapian::docid id, std::string& buffer) const;
  /// Whether some of it lies on another machine, so that asking for much at once pays.
  bool is_remote() const { return is_remote_; }

  /// Whether Xapian holds something still that the index does not any more: a query finds it, and who reads leaves it
  /// out.
  bool is_gone(Xapian::docid id) const { return !gone_.empty() && gone_.contains(id); }
  bool has_gone() const { return !gone_.empty(); }
  /// All that has a term and is there, in rising order.
  std::vector<Xapian::docid> all_with(const std::string& term) const;
  /// The passages of a document in their order; where several indexes have one of that id, those of one of them.
  std::vector<Xapian::docid> passages_of(const std::string& document) const;

  /// Passages that a term is in.
  std::size_t frequency(const std::string& term) const { return database_.get_termfreq(term); }
  /// Inverse document frequency of what `frequency` passages of a language (of any, for `other`) have.
  double idf(std::size_t frequency, analysis::Language language) const;
  /// Passages of a language; of the whole index for `other`.
  std::size_t passages(analysis::Language language) const { return passages_[static_cast<std::size_t>(language)]; }
  /// Mean words of a passage of the language.
  double mean_length(analysis::Language language) const;
  /// Mean words of a document.
  double mean_document_length() const;

 private:
  void open_stored(const std::vector<std::string>& segments, std::size_t databases);
  void find_gone(const Shard& shard, std::size_t first, const std::vector<std::string>& segments);

  Xapian::Database database_;
  std::vector<Shard> shards_;
  std::vector<std::size_t> owners_;  // of each database that Xapian searches, its shard
  std::vector<std::unique_ptr<const schema::StoredData>>
      stored_;  // likewise, its data; null where there is no short cut
  bool is_remote_ = false;
  std::unordered_set<Xapian::docid> gone_;
  std::vector<analysis::Analyzer> analyzers_;
  std::vector<std::size_t> passages_;
  std::vector<std::size_t> tagged_;  // passages whose own language it is, `other` too
  schema::Totals totals_;
  std::string fingerprint_;
  mutable std::unique_ptr<const NameKeys> name_keys_;
};

}  // namespace izde::searcher
