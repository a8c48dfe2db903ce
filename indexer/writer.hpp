// Writes documents into an index, in order: into a segment of their own, which becomes a part of the index at a commit.
// What was committed is whole and stays, whatever happens after.
#pragma once

#include "analysis/analyzer.hpp"
#include "analysis/filters/kazakh_support.hpp"
#include "indexer/common_forms.hpp"
#include "indexer/enrich.hpp"
#include "indexer/finishing.hpp"
#include "indexer/inverter.hpp"
#include "indexer/segment/merge.hpp"
#include "indexer/segment/segment.hpp"
#include "schema/index.hpp"
#include "schema/record.hpp"
#include "schema/segments.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace izde::indexer {

/// How often a word of each section is posted. Title words count twice, as in re-scoring; set by judgement, not yet
/// measured apart (docs/RANKING.md).
inline constexpr std::array<std::uint32_t, schema::kSections> kSectionWeight{2, 1, 1};

/// One writer per index; not for several threads. Every function may throw schema::IndexError (no room, I/O).
class Writer {
 public:
  explicit Writer(const std::string& folder, SegmentMaker maker = SegmentMaker::tables);
  ~Writer();

  /// Key of the id (schema::document_key) → content hash of every document in the index when it was opened.
  const std::unordered_map<std::uint64_t, std::uint64_t>& known() const { return known_; }

  /// What the words of this index are made by: the shipped support, or what was learned when it was begun.
  const analysis::Analyzer& analyzer() const { return analyzer_; }
  /// Whether nothing is in it yet and nothing was learned for it.
  bool is_new() const;
  bool has_learned() const { return !state_.learned_words.empty(); }
  /// Records what was learned and uses it from now on. Only for a new index.
  void learn(const analysis::KazakhSupport& support);

  /// Starts writing a document; `claimed` is the language its fields are likely in. True if the index holds one of this
  /// id already, which stays until the new one is complete. One that was begun and not ended is abandoned.
  bool begin_document(const schema::DocumentRecord& record, analysis::Language claimed);
  /// Adds a passage of the document begun.
  void add(EnrichedPassage enriched);
  /// Completes the document begun, which has a passage at least, in place of what the index held under its id;
  /// `record.passages` and `.words` are filled in here.
  void end_document(schema::DocumentRecord record);

  /// Takes out what was added of the document begun, if one is.
  void abandon_document();

  /// Takes out all documents whose key is not in `seen`, save those read from one of the files or folders `spared`.
  std::size_t prune(const std::unordered_set<std::uint64_t>& seen, const std::unordered_set<std::string>& spared);

  /// Makes everything since the last commit permanent, and puts segments together where there are many.
  void commit();
  /// Begins the same and goes on meanwhile: it is done at the next commit of either kind, if nothing stops it.
  void commit_behind();
  void set_thesaurus_fingerprint(const std::string& fingerprint);
  std::size_t uncommitted_passages() const { return uncommitted_; }
  /// About how much of the memory is taken by what is not committed, in bytes.
  std::size_t memory() const;
  const schema::Totals& totals() const { return state_.totals; }

 private:
  struct Held {
    std::string title;
    std::vector<Posting> postings;
    std::string data;
  };

  void adopt();
  void open_segments();
  void know_documents();
  void know_forms();
  void start_segment();
  std::optional<std::size_t> segment_of(const std::string& id) const;
  void remove(const std::string& id);
  void flush();
  void seal();
  void settle();
  void wait_for_segment();
  void describe(const std::vector<std::string>& names, const GoneDocuments& gone);
  void put_together();

  const std::string folder_;
  const SegmentMaker maker_;
  std::unique_ptr<schema::WriterLock> lock_;
  std::vector<std::string> names_;  // of the segments, the one written last first
  std::vector<Xapian::Database> segments_;
  schema::State state_;
  GoneDocuments gone_;  // as of the state
  analysis::Analyzer analyzer_;
  schema::LexiconBuilder lexicon_;
  std::future<void> forms_known_;  // valid while a thread of its own reads the forms of the index
  CommonForms common_;
  std::unordered_map<std::uint64_t, std::uint64_t> known_;

  std::unique_ptr<Segment> segment_;  // in the making
  std::string segment_name_;
  std::unique_ptr<Inverter> inverter_;
  std::optional<Finishing> finishing_;        // the segment before
  std::vector<schema::Known> written_;        // to the segment in the making
  std::unordered_set<std::uint64_t> inside_;  // keys of what it holds, be it only in part
  std::optional<std::string> begun_;          // id of the document being written
  std::optional<Held> held_;                  // its last passage so far, to which the record of the document may come
  std::vector<TermId> shared_;                // terms that all passages of the document being written have
  bool changed_ = false;                      // since the last commit
  std::array<std::uint64_t, 4> words_{};      // of the document being written
  std::uint32_t passages_ = 0;
  std::optional<analysis::DayRange> own_date_;
  std::size_t uncommitted_ = 0;
};

}  // namespace izde::indexer
