#include "indexer/pipeline.hpp"

#include "analysis/language.hpp"
#include "indexer/conveyor.hpp"
#include "indexer/counted_source.hpp"
#include "indexer/dating.hpp"
#include "indexer/enrich.hpp"
#include "indexer/faults.hpp"
#include "indexer/kinds/kinds.hpp"
#include "indexer/learn.hpp"
#include "indexer/splitter.hpp"
#include "indexer/walk.hpp"
#include "indexer/writer.hpp"
#include "schema/bytes.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>

namespace izde::indexer {
namespace {

using What = DocumentOutcome::What;

constexpr std::size_t kBatchPassages = 64;
constexpr std::size_t kBatchBytes = 128u << 10;
constexpr std::size_t kBeltBytes = 4u << 20;                   // of text; analysed words take some thirty times as much
constexpr std::size_t kCommitMemory = std::size_t{128} << 20;  // what is not committed may take

struct Interrupted {};  // thrown through a reader to leave a source in the middle

/// Some passages of a document on their way to the writer, or the news that there is nothing to write.
struct Batch {
  std::shared_ptr<DocumentOutcome> outcome;
  std::shared_ptr<const schema::DocumentRecord> record;  // null: only tell the outcome
  analysis::Language claimed = analysis::Language::other;
  bool first = false, last = false;
  std::vector<SplitPassage> passages;
  std::vector<EnrichedPassage> enriched;
  std::string failure;             // why the document cannot go on, if it cannot
  std::uint64_t source_bytes = 0;  // read so far
};

std::uint64_t size_of(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

std::uint64_t content_hash(const schema::Document& document, std::uint64_t seed) {
  std::uint64_t hash = schema::hash64(document.id, seed);
  const auto add = [&hash](std::string_view text) { hash = schema::hash64("\x1f", schema::hash64(text, hash)); };
  for (const auto& [name, value] : document.metadata) {
    add(name);
    add(value);
  }
  for (const schema::Block& block : document.blocks) {
    add(block.heading);
    add(block.page);
    add(block.text);
  }
  return hash;
}

/// The reading thread: sources → documents → batches of passages on the belt.
class Producer {
 public:
  /// `known` must outlive it and not change.
  Producer(const PipelineOptions& options, const std::unordered_map<std::uint64_t, std::uint64_t>& known,
           std::uint64_t seed, Conveyor<Batch>& belt)
      : options_(options), known_(known), seed_(seed), belt_(belt) {}

  void run(const Walk& walk) {
    for (const DocumentFailure& failure : walk.failures) fail(failure);
    for (const FoundFile& file : walk.files) {
      if (stopped()) break;
      read(file);
    }
    belt_.close();
  }

  const std::unordered_set<std::uint64_t>& seen() const { return seen_; }
  const std::unordered_set<std::string>& failed_paths() const { return failed_paths_; }

 private:
  bool stopped() const { return options_.stop != nullptr && *options_.stop; }

  void read(const FoundFile& file) {
    const std::uint64_t before = source_bytes_;
    const std::uint64_t size = size_of(file.path);
    try {
      const std::unique_ptr<Source> source = open(file, options_.stop);
      std::uint64_t read_here = 0;
      CountedSource counted(*source, read_here);
      file.reader->read(
          counted, options_.read,
          [&](schema::Document document) {
            source_bytes_ = before + std::min(read_here, size);
            take(std::move(document));
          },
          [this](const DocumentFailure& failure) { fail(failure); });
    } catch (const Interrupted&) {
    } catch (const std::exception& error) {  // a ReadError, or what a format's library throws: the other sources go on
      if (!stopped()) fail({file.path, error.what()});
    }
    source_bytes_ = before + size;
  }

  void fail(const DocumentFailure& failure) {
    if (options_.prune) failed_paths_.insert(failure.path);
    auto outcome = std::make_shared<DocumentOutcome>();
    outcome->what = What::failed;
    outcome->path = failure.path;
    outcome->reason = failure.reason;
    tell(std::move(outcome));
  }

  void tell(std::shared_ptr<DocumentOutcome> outcome) {
    Batch batch;
    batch.outcome = std::move(outcome);
    put(std::move(batch), 1);
  }

  void put(Batch batch, std::size_t weight) {
    batch.source_bytes = source_bytes_;
    if (!belt_.put(std::move(batch), weight)) throw Interrupted();
  }

  void take(schema::Document document) {
    if (stopped()) throw Interrupted();
    auto outcome = std::make_shared<DocumentOutcome>();
    outcome->id = document.id;
    outcome->path = document.path;
    outcome->encoding = document.encoding;
    outcome->notes = std::move(document.notes);
    for (schema::Note& fault : faults_of(document.metadata, document.places))
      outcome->notes.push_back(std::move(fault));
    outcome->unknown_fields = unknown_fields(document.metadata);
    const std::uint64_t id = schema::document_key(document.id);
    if (!seen_.insert(id).second)
      outcome->notes.push_back(
          {"", "the id “" + document.id + "” was met before in this run; the later document replaces the earlier"});
    const std::uint64_t hash = content_hash(document, seed_);
    if (is_known(id, hash)) {
      outcome->what = What::unchanged;
      outcome->notes.clear();
      return tell(std::move(outcome));
    }
    met_[id] = hash;
    auto record = std::make_shared<schema::DocumentRecord>();
    record->id = document.id;
    record->path = document.path;
    record->encoding = document.encoding;
    record->content_hash = hash;
    record->metadata = document.metadata;
    load(std::move(document), record, std::move(outcome));
  }

  // Whether the index holds this very content: as it was when opened, or as this run has written since.
  bool is_known(std::uint64_t id, std::uint64_t hash) const {
    if (const auto met = met_.find(id); met != met_.end()) return met->second == hash;
    const auto old = known_.find(id);
    return old != known_.end() && old->second == hash;
  }

  void load(schema::Document document, const std::shared_ptr<schema::DocumentRecord>& record,
            std::shared_ptr<DocumentOutcome> outcome) {
    const auto tagged = analysis::language_of_tag(schema::value_of(record->metadata, "lang"));
    Batch batch;
    batch.claimed = tagged.value_or(options_.language);
    batch.outcome = std::move(outcome);
    batch.record = record;
    batch.first = true;
    const auto written = schema::date_of(record->metadata);
    std::size_t bytes = 0;
    std::string heading;
    split(std::move(document), [&](schema::Passage passage) {
      if (batch.passages.size() == kBatchPassages || bytes >= kBatchBytes) {
        std::vector<SplitPassage> full = std::exchange(batch.passages, {});
        Batch sent = batch;
        sent.passages = std::move(full);
        batch.first = false;
        put(std::move(sent), std::exchange(bytes, 0) + 1);
      }
      bytes += passage.text.size();
      const bool new_heading = !passage.heading.empty() && passage.heading != heading;
      if (new_heading) heading = passage.heading;
      batch.passages.push_back({std::move(passage), batch.claimed, new_heading, written});
    });
    if (batch.first && batch.passages.empty()) return fail({record->path, "is empty: there is no text to index"});
    batch.last = true;
    put(std::move(batch), bytes + 1);
  }

  const PipelineOptions& options_;
  const std::unordered_map<std::uint64_t, std::uint64_t>& known_;
  std::unordered_map<std::uint64_t, std::uint64_t> met_;  // written in this run: key → content hash
  const std::uint64_t seed_;
  Conveyor<Batch>& belt_;
  std::unordered_set<std::uint64_t> seen_;
  std::unordered_set<std::string> failed_paths_;
  std::uint64_t source_bytes_ = 0;
};

/// The calling thread: batches in order → index, listener.
class Consumer {
 public:
  Consumer(std::optional<Writer>& writer, const Listener& listener, Progress& progress, std::size_t commit_passages)
      : writer_(writer), listener_(listener), progress_(progress), commit_passages_(commit_passages) {}

  void take(Batch& batch) {
    progress_.source_bytes = batch.source_bytes;
    if (batch.record != nullptr) write(batch);
    if (batch.record == nullptr || batch.last) finish(*batch.outcome);
    if (listener_.progress) listener_.progress(progress_);
  }

 private:
  void write(Batch& batch) {
    DocumentOutcome& outcome = *batch.outcome;
    if (batch.first) readings_.clear();  // of one before that was left in the middle
    if (batch.first && writer_ && writer_->begin_document(*batch.record, batch.claimed)) outcome.what = What::replaced;
    if (!batch.failure.empty()) give_up(batch);
    if (outcome.what == What::failed) return;
    for (EnrichedPassage& passage : batch.enriched) {
      ++outcome.passages;
      outcome.bytes += passage.passage.text.size();
      count_reading(passage.passage.reading);
      if (writer_) writer_->add(std::move(passage));
    }
    if (!batch.last) return;
    if (writer_) {
      writer_->end_document(*batch.record);
      if (commit_passages_ > 0 && writer_->uncommitted_passages() >= commit_passages_) writer_->commit();
      if (writer_->memory() >= kCommitMemory) writer_->commit_behind();
    }
    settle_readings(outcome);
  }

  // What analysis cannot do must not stop the run, nor leave half a document behind.
  void give_up(const Batch& batch) {
    batch.outcome->what = What::failed;
    batch.outcome->reason = batch.failure;
    readings_.clear();
    if (writer_) writer_->abandon_document();
  }

  void count_reading(const analysis::Reading& reading) {
    const auto same = std::find_if(readings_.begin(), readings_.end(), [&](const auto& row) {
      return row.first.language == reading.language && row.first.script == reading.script &&
             row.first.alphabet == reading.alphabet && row.first.old_spelling == reading.old_spelling;
    });
    if (same == readings_.end()) {
      readings_.emplace_back(reading, 1);
    } else {
      same->first.confidence += reading.confidence;
      ++same->second;
    }
  }

  void settle_readings(DocumentOutcome& outcome) {
    std::stable_sort(readings_.begin(), readings_.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (auto& [reading, count] : readings_) {
      reading.confidence /= static_cast<float>(count);
      outcome.readings.push_back(reading);
    }
    readings_.clear();
  }

  void finish(const DocumentOutcome& outcome) {
    ++progress_.documents;
    progress_.passages += outcome.passages;
    progress_.text_bytes += outcome.bytes;
    switch (outcome.what) {
      case What::added:
        ++progress_.added;
        break;
      case What::replaced:
        ++progress_.replaced;
        break;
      case What::unchanged:
        ++progress_.unchanged;
        break;
      case What::failed:
        ++progress_.failed;
        break;
    }
    if (listener_.document) listener_.document(outcome);
  }

  std::optional<Writer>& writer_;
  const Listener& listener_;
  Progress& progress_;
  const std::size_t commit_passages_;
  std::vector<std::pair<analysis::Reading, std::size_t>> readings_;  // of the document at hand
};

void analyse(Batch& batch, const EnrichTools& tools) {
  try {
    batch.enriched.reserve(batch.passages.size());
    if (batch.passages.empty()) return;
    Dating dating(batch.record->metadata);
    for (SplitPassage& passage : batch.passages) batch.enriched.push_back(enrich(std::move(passage), tools, dating));
  } catch (const std::exception& error) {
    batch.failure = error.what();
  }
  batch.passages.clear();
}

// Decides what else than its content makes a document need indexing again.
std::uint64_t hash_seed(const PipelineOptions& options, const thesaurus::Thesaurus& thesaurus) {
  return schema::hash64(thesaurus.fingerprint(),
                        kinds_fingerprint() + static_cast<std::uint64_t>(options.language) + 1);
}

// A mistyped folder or a disk that is not there must not empty the index.
bool names_failed(const std::vector<std::string>& paths, const std::unordered_set<std::string>& failed) {
  return std::any_of(paths.begin(), paths.end(), [&](const std::string& path) { return failed.contains(path); });
}

struct Load {
  const Walk& found;
  const PipelineOptions& options;
  const EnrichTools& tools;
};

// False when all is taken.
bool take_one(Conveyor<Batch>& belt, Consumer& consumer) {
  std::optional<Batch> batch = belt.take();
  if (!batch) return false;
  consumer.take(*batch);
  return true;
}

// Runs the threads to the end. Whatever fails on the way, the belt is stopped before the threads are waited for.
void convey(Conveyor<Batch>& belt, Producer& producer, Consumer& consumer, const Load& load) {
  std::vector<std::jthread> threads;
  try {
    threads.emplace_back([&] {
      try {
        producer.run(load.found);
      } catch (const Interrupted&) {
        belt.close();
      } catch (...) {
        belt.close(std::current_exception());
      }
    });
    for (unsigned i = 0; i < load.options.jobs; ++i)
      threads.emplace_back([&] { belt.work([&](Batch& batch) { analyse(batch, load.tools); }); });
    while (take_one(belt, consumer)) {
    }
  } catch (...) {
    belt.cancel();
    throw;
  }
}

}  // namespace

Progress run_pipeline(const PipelineOptions& options, const thesaurus::Thesaurus& thesaurus, const Listener& listener) {
  Progress progress;
  std::optional<Writer> writer;
  if (!options.dry_run) writer.emplace(options.database, options.maker);
  const Walk found = walk(options.paths);
  progress.skipped_files = found.unknown + found.hidden;
  for (const FoundFile& file : found.files) progress.source_total += size_of(file.path);

  if (writer && options.learn_words) progress.learned_words = learn_words(*writer, found, options);

  Conveyor<Batch> belt(kBeltBytes);
  const std::unordered_map<std::uint64_t, std::uint64_t> nothing_known;
  Producer producer(options, writer ? writer->known() : nothing_known, hash_seed(options, thesaurus), belt);
  Consumer consumer(writer, listener, progress, options.commit_passages);
  const analysis::Analyzer analyzer = writer ? writer->analyzer() : analysis::Analyzer();
  const Cues cues(analyzer);
  convey(belt, producer, consumer, {found, options, {thesaurus, analyzer, cues}});
  progress.interrupted = options.stop != nullptr && *options.stop;
  if (writer) {
    writer->set_thesaurus_fingerprint(thesaurus.fingerprint());
    if (options.prune && !progress.interrupted) {
      if (producer.seen().empty() || names_failed(options.paths, producer.failed_paths()))
        progress.prune_refused = true;
      else
        progress.pruned = writer->prune(producer.seen(), producer.failed_paths());
    }
    writer->commit();
  }
  return progress;
}

}  // namespace izde::indexer
