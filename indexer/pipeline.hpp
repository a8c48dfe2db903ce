// The road in, whole: sources → documents → passages → words → index. One thread reads and splits, `jobs` threads
// analyse, the calling thread writes; what is under way is bounded in bytes, and the order of the sources is kept, so
// that the same sources give the same index whatever `jobs` is.
#pragma once

#include "indexer/readers/readers.hpp"
#include "indexer/segment/segment.hpp"
#include "schema/index.hpp"
#include "schema/record.hpp"
#include "thesaurus/thesaurus.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace izde::indexer {

class Writer;

struct PipelineOptions {
  std::vector<std::string> paths;                           ///< as named by the user; "-" is JSONL on standard input
  std::string database;                                     ///< folder of the index; unused with dry_run
  analysis::Language language = analysis::Language::other;  ///< claimed by the user for sources that claim none
  ReadOptions read;
  unsigned jobs = 1;                ///< analysing threads, at least 1
  std::size_t commit_passages = 0;  ///< makes them permanent each time there are so many; 0: when memory is full
  SegmentMaker maker = SegmentMaker::tables;
  bool prune = false;
  bool learn_words = false;                 ///< stems Kazakh by the words of these sources (learn.hpp)
  bool dry_run = false;                     ///< reads, splits and analyses; opens no index
  const std::atomic<bool>* stop = nullptr;  ///< set from a signal handler: finish the document at hand, commit, return
};

/// What became of one document.
struct DocumentOutcome {
  enum class What : std::uint8_t { added, replaced, unchanged, failed };
  What what = What::added;
  std::string id, path, encoding;
  std::string reason;  ///< of a failure
  std::vector<schema::Note> notes;
  std::vector<std::string> unknown_fields;  ///< of its description: kept, not searchable
  std::uint32_t passages = 0;
  std::uint64_t bytes = 0;  ///< of text
  std::vector<analysis::Reading>
      readings;  ///< the distinct ones of its passages, commonest first; confidence is their mean
};

/// Counts so far; `source_bytes` and `source_total` are bytes of files, for the time left.
struct Progress {
  std::uint64_t documents = 0, added = 0, replaced = 0, unchanged = 0, failed = 0, pruned = 0;
  std::uint64_t passages = 0, text_bytes = 0, source_bytes = 0, source_total = 0;
  std::uint64_t learned_words = 0;  ///< distinct ones that the index is stemmed by, if they were learned in this run
  std::uint64_t skipped_files = 0;  ///< in folders, of no known format or hidden
  bool interrupted = false;
  bool prune_refused = false;  ///< a named path could not be read, or held no document: nothing was removed
};

/// Where the pipeline tells what it does; both are called on the calling thread.
struct Listener {
  std::function<void(const DocumentOutcome&)> document;
  std::function<void(const Progress&)> progress;
};

/// Throws schema::IndexError if the index cannot be opened or written; failures of documents go to the listener.
Progress run_pipeline(const PipelineOptions& options, const thesaurus::Thesaurus& thesaurus, const Listener& listener);

}  // namespace izde::indexer
