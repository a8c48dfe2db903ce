#include "indexer/pipeline.hpp"

#include "analysis/language.hpp"
#include "indexer/conveyor.hpp"
#include "indexer/enrich.hpp"
#include "indexer/faults.hpp"
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
constexpr std::size_t kBeltBytes = 4u << 20;       // of text; analysed words take some thirty times as much
constexpr std::size_t kCommitPassages = 5000;

struct Interrupted {};  // thrown through a reader to leave a source in the middle

/// Some passages of a document on their way to the writer, or the news that there is nothing to write.
struct Batch {
  std::shared_ptr<DocumentOutcome> outcome;
  std::shared_ptr<const schema::DocumentRecord> record;  // null: only tell the outcome
  analysis::Language hint = analysis::Language::other;
  bool first = false, last = false;
  std::vector<schema::Passage> passages;
  std::vector<EnrichedPassage> enriched;
  std::uint64_t source_bytes = 0;  // read so far
};

/// Counts what is read of plain files, so that the time left can be told; compressed ones are counted when done.
class CountedSource : public Source {
 public:
  CountedSource(Source& source, std::uint64_t& bytes) : source_(source), bytes_(bytes) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t got = source_.read(buffer, size);
    bytes_ += got;
    return got;
  }
  const std::string& path() const override { return source_.path(); }
  const std::string& document_id() const override { return source_.document_id(); }

 private:
  Source& source_;
  std::uint64_t& bytes_;
};

std::uint64_t size_of(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

std::uint64_t content_hash(const schema::Document& document, std::uint64_t seed) {
  std::uint64_t hash = schema::hash64(document.path, seed);
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
  Producer(const PipelineOptions& options, std::unordered_map<std::uint64_t, std::uint64_t> known, std::uint64_t seed,
           Conveyor<Batch>& belt)
      : options_(options), known_(std::move(known)), seed_(seed), belt_(belt) {}

  void run(const Walk& walk) {
    for (const DocumentFailure& failure : walk.failures) fail(failure);
    for (const FoundFile& file : walk.files) {
      if (stopped()) break;
      read(file);
    }
    belt_.close();
  }

  const std::unordered_set<std::uint64_t>& seen() const { return seen_; }
  const std::vector<std::string>& failed_paths() const { return failed_paths_; }

 private:
  bool stopped() const { return options_.stop != nullptr && *options_.stop; }

  void read(const FoundFile& file) {
    const std::uint64_t before = source_bytes_;
    const std::uint64_t size = size_of(file.path);
    try {
      const std::unique_ptr<Source> source = open(file);
      std::uint64_t read_here = 0;
      CountedSource counted(*source, read_here);
      file.reader->read(
          counted, options_.read,
          [&](schema::Document document) {
            source_bytes_ = before + std::min(read_here, size);
            take(std::move(document));
          },
          [this](const DocumentFailure& failure) { fail(failure); });
    } catch (const ReadError& error) {
      fail({file.path, error.what()});
    } catch (const Interrupted&) {
    }
    source_bytes_ = before + size;
  }

  void fail(const DocumentFailure& failure) {
    failed_paths_.push_back(failure.path);
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
    for (schema::Note& fault : faults_of(document.metadata)) outcome->notes.push_back(std::move(fault));
    outcome->unknown_fields = unknown_fields(document.metadata);
    const std::uint64_t id = schema::document_key(document.id);
    if (!seen_.insert(id).second)
      outcome->notes.push_back({"", "the id “" + document.id + "” was met before in this run; the later document replaces the earlier"});
    const std::uint64_t hash = content_hash(document, seed_);
    if (const auto old = known_.find(id); old != known_.end() && old->second == hash) {
      outcome->what = What::unchanged;
      outcome->notes.clear();
      return tell(std::move(outcome));
    }
    std::vector<schema::Passage> passages = split(document);
    if (passages.empty()) return fail({document.path, "is empty: there is no text to index"});
    known_[id] = hash;
    auto record = std::make_shared<schema::DocumentRecord>();
    record->id = std::move(document.id);
    record->path = std::move(document.path);
    record->encoding = std::move(document.encoding);
    record->content_hash = hash;
    record->metadata = std::move(document.metadata);
    document.blocks = {};
    load(std::move(passages), std::move(record), std::move(outcome));
  }

  void load(std::vector<schema::Passage> passages, std::shared_ptr<schema::DocumentRecord> record,
            std::shared_ptr<DocumentOutcome> outcome) {
    const auto claimed = analysis::language_of_tag(schema::value_of(record->metadata, "lang"));
    for (std::size_t at = 0; at < passages.size();) {
      Batch batch;
      batch.outcome = outcome;
      batch.record = record;
      batch.hint = claimed.value_or(options_.language);
      batch.first = at == 0;
      std::size_t bytes = 0;
      while (at < passages.size() && batch.passages.size() < kBatchPassages && bytes < kBatchBytes) {
        bytes += passages[at].text.size() + 1;
        batch.passages.push_back(std::move(passages[at++]));
      }
      batch.last = at == passages.size();
      put(std::move(batch), bytes);
    }
  }

  const PipelineOptions& options_;
  std::unordered_map<std::uint64_t, std::uint64_t> known_;
  const std::uint64_t seed_;
  Conveyor<Batch>& belt_;
  std::unordered_set<std::uint64_t> seen_;
  std::vector<std::string> failed_paths_;
  std::uint64_t source_bytes_ = 0;
};

/// The calling thread: batches in order → index, listener.
class Consumer {
 public:
  Consumer(std::optional<Writer>& writer, const Listener& listener, Progress& progress)
      : writer_(writer), listener_(listener), progress_(progress) {}

  void take(Batch batch) {
    progress_.source_bytes = batch.source_bytes;
    if (batch.record != nullptr) write(batch);
    if (batch.record == nullptr || batch.last) finish(*batch.outcome);
    if (listener_.progress) listener_.progress(progress_);
  }

 private:
  void write(const Batch& batch) {
    DocumentOutcome& outcome = *batch.outcome;
    if (batch.first && writer_ && writer_->begin_document(batch.record->id)) outcome.what = What::replaced;
    for (const EnrichedPassage& passage : batch.enriched) {
      if (writer_) writer_->add(passage, *batch.record);
      ++outcome.passages;
      outcome.bytes += passage.passage.text.size();
      count_reading(passage.passage.reading);
    }
    if (!batch.last) return;
    if (writer_) {
      writer_->end_document(*batch.record);
      if (writer_->uncommitted_passages() >= kCommitPassages) writer_->commit();
    }
    settle_readings(outcome);
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
    std::stable_sort(readings_.begin(), readings_.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
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
      case What::added: ++progress_.added; break;
      case What::replaced: ++progress_.replaced; break;
      case What::unchanged: ++progress_.unchanged; break;
      case What::failed: ++progress_.failed; break;
    }
    if (listener_.document) listener_.document(outcome);
  }

  std::optional<Writer>& writer_;
  const Listener& listener_;
  Progress& progress_;
  std::vector<std::pair<analysis::Reading, std::size_t>> readings_;  // of the document at hand
};

void analyse(Batch& batch, const thesaurus::Thesaurus& thesaurus) {
  batch.enriched.reserve(batch.passages.size());
  for (schema::Passage& passage : batch.passages) batch.enriched.push_back(enrich(std::move(passage), batch.hint, thesaurus));
  batch.passages.clear();
}

// Decides what else than its content makes a document need indexing again.
std::uint64_t hash_seed(const PipelineOptions& options, const thesaurus::Thesaurus& thesaurus) {
  return schema::hash64(thesaurus.fingerprint(), static_cast<std::uint64_t>(options.language) + 1);
}

}  // namespace

Progress run_pipeline(const PipelineOptions& options, const thesaurus::Thesaurus& thesaurus, const Listener& listener) {
  Progress progress;
  std::optional<Writer> writer;
  if (!options.dry_run) writer.emplace(options.database);
  const Walk found = walk(options.paths);
  progress.skipped_files = found.unknown + found.hidden;
  for (const FoundFile& file : found.files) progress.source_total += size_of(file.path);

  Conveyor<Batch> belt(kBeltBytes);
  Producer producer(options, writer ? writer->known() : std::unordered_map<std::uint64_t, std::uint64_t>(),
                    hash_seed(options, thesaurus), belt);
  Consumer consumer(writer, listener, progress);
  {
    std::vector<std::jthread> threads;
    threads.emplace_back([&] {
      try {
        producer.run(found);
      } catch (const Interrupted&) {
        belt.close();
      } catch (...) {
        belt.close(std::current_exception());
      }
    });
    for (unsigned i = 0; i < options.jobs; ++i)
      threads.emplace_back([&] { belt.work([&](Batch& batch) { analyse(batch, thesaurus); }); });
    try {
      while (auto batch = belt.take()) consumer.take(std::move(*batch));
    } catch (...) {
      belt.cancel();
      throw;
    }
  }
  progress.interrupted = options.stop != nullptr && *options.stop;
  if (writer) {
    if (options.prune && !progress.interrupted) progress.pruned = writer->prune(producer.seen(), producer.failed_paths());
    writer->set_thesaurus_fingerprint(thesaurus.fingerprint());
    writer->commit();
  }
  return progress;
}

}  // namespace izde::indexer
