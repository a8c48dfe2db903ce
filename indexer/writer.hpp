// Writes documents into an index, in order, in transactions: what was committed is whole and stays, whatever happens
// after. The only room of the indexer that names Xapian.
#pragma once

#include "analysis/analyzer.hpp"
#include "analysis/filters/kazakh_support.hpp"
#include "indexer/enrich.hpp"
#include "schema/index.hpp"
#include "schema/record.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace izde::indexer {

/// One writer per index; not for several threads. Every function may throw schema::IndexError (no room, I/O).
class Writer {
 public:
  explicit Writer(const std::string& folder);

  /// Key of the id (schema::document_key) → content hash of every document in the index when it was opened.
  const std::unordered_map<std::uint64_t, std::uint64_t>& known() const { return known_; }

  /// What the words of this index are made by: the shipped support, or what was learned when it was begun.
  const analysis::Analyzer& analyzer() const { return analyzer_; }
  /// Whether nothing is in it yet and nothing was learned for it.
  bool is_new() const;
  bool has_learned() const { return learned_; }
  /// Records what was learned and uses it from now on. Only for a new index.
  void learn(const analysis::KazakhSupport& support);

  /// Takes out whatever the index holds under the record's id and starts writing it anew; `claimed` is the language its
  /// fields are likely in. True if it replaced something.
  bool begin_document(const schema::DocumentRecord& record, analysis::Language claimed);
  /// Adds a passage of the document begun.
  void add(const EnrichedPassage& enriched);
  /// Completes the document begun; `record.passages` and `.words` are filled in here.
  void end_document(schema::DocumentRecord record);

  /// Takes out what was added of a document that cannot be completed.
  void abandon_document(const std::string& id);

  /// Takes out all documents whose key is not in `seen`, save those read from one of the files or folders `spared`.
  std::size_t prune(const std::unordered_set<std::uint64_t>& seen, const std::unordered_set<std::string>& spared);

  /// Makes everything since the last commit permanent.
  void commit();
  void set_thesaurus_fingerprint(const std::string& fingerprint);
  std::size_t uncommitted_passages() const { return uncommitted_; }
  const schema::Totals& totals() const { return totals_; }

 private:
  bool remove(const std::string& id);

  Xapian::WritableDatabase database_;
  std::string folder_;
  analysis::Analyzer analyzer_;
  bool learned_ = false;
  schema::LexiconBuilder lexicon_;
  schema::Totals totals_;
  std::uint64_t contents_ = 0;  // sum of the content hashes of all documents
  std::unordered_map<std::uint64_t, std::uint64_t> known_;
  std::array<std::uint64_t, 4> words_{};  // of the document being written
  std::uint32_t passages_ = 0;
  Xapian::Document shared_;  // the terms and values that all its passages have
  std::size_t uncommitted_ = 0;
};

}  // namespace izde::indexer
