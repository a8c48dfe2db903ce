#include "indexer/writer.hpp"

#include "indexer/passage_terms.hpp"
#include "schema/bytes.hpp"
#include "schema/dates.hpp"
#include "schema/fields.hpp"
#include "schema/lexicon_file.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <xapian.h>

namespace izde::indexer {
namespace {

constexpr std::size_t kAhead = 8;  // words whose memory is on its way

template <class Step>
auto guarded(const std::string& folder, Step step) {
  const auto stopped = [&](const std::string& why) {
    return schema::IndexError(folder + ": writing failed (" + why +
                              "); everything up to the last commit is kept, run again to go on");
  };
  try {
    return step();
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw schema::IndexError(schema::damage_of(folder, error.get_msg()));
  } catch (const schema::BytesError& error) {
    throw schema::IndexError(schema::damage_of(folder, error.what()));
  } catch (const Xapian::Error& error) {
    throw stopped(error.get_msg() +
                  (error.get_error_string() != nullptr ? std::string(", ") + error.get_error_string() : ""));
  } catch (const std::system_error& error) {
    throw stopped(error.what());
  }
}

// Whether a document was read from one of these files, or from below one of these folders.
bool was_read_from(std::string path, const std::unordered_set<std::string>& places) {
  if (const std::size_t line = path.rfind(':');
      line != std::string::npos && path.find_first_not_of("0123456789", line + 1) == std::string::npos)
    path.resize(line);
  for (;;) {
    if (places.contains(path)) return true;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return false;
    path.resize(slash);
  }
}

schema::DocumentRecord record_at(const Xapian::Database& segment, Xapian::docid document,
                                 const schema::Sources& sources) {
  return schema::document_from_data(segment.get_document(document).get_data(), sources);
}

Xapian::docid last_passage(const Xapian::Database& segment, const std::string& id) {
  const std::string term = schema::document_term(id);
  Xapian::docid last = 0;
  for (auto row = segment.postlist_begin(term); row != segment.postlist_end(term); ++row) last = *row;
  return last;
}

}  // namespace

Writer::Writer(const std::string& folder, SegmentMaker maker) : folder_(folder), maker_(maker) {
  schema::prepare_for_writing(folder_);
  lock_ = std::make_unique<schema::WriterLock>(folder_);
  names_ = schema::read_segments(folder_);
  if (names_.empty()) adopt();
  if (names_.empty()) {
    schema::remove_other_segments(folder_, names_);
    changed_ = true;  // an index of nothing is one too
    return;
  }
  guarded(folder_, [&] {
    state_ = schema::read_state(schema::open_index(folder_));
    for (const schema::Gone& row : state_.gone) gone_.emplace(row.segment, row.document);
    analyzer_ = schema::analyzer_of(state_);
    open_segments();
    know_documents();
    know_forms();
  });
  schema::remove_other_segments(folder_, names_);  // now that all of the list is there
}

// A first segment that was finished, but not yet listed when its writer was ended, is the index. Others without a list
// are somebody's index: nothing of it is touched.
void Writer::adopt() {
  const std::vector<std::string> finished = schema::unlisted_segments(folder_);
  if (finished.empty()) return;
  if (finished.size() == 1) {
    try {
      if (schema::read_state(schema::open_segment(folder_, finished.front())).segments == 1) {
        schema::write_segments(folder_, finished);
        names_ = finished;
        return;
      }
    } catch (const schema::BytesError&) {  // it was not finished after all
      return;
    }
  }
  throw schema::IndexError(folder_ + ": its list of segments (" + std::string(schema::kSegmentList) +
                           ") is missing; restore it, or index the sources again into a new folder");
}

// What was not committed is not there.
Writer::~Writer() {
  std::error_code error;
  if (finishing_) {
    const std::string name = finishing_->name();
    finishing_.reset();
    std::filesystem::remove_all(folder_ + "/" + name, error);
  }
  if (segment_ == nullptr) return;
  segment_.reset();
  std::filesystem::remove_all(folder_ + "/" + segment_name_, error);
}

void Writer::open_segments() {
  segments_.clear();
  for (const std::string& name : names_) segments_.push_back(schema::open_segment(folder_, name));
}

// The newest segment's word is the last.
void Writer::know_documents() {
  for (auto segment = segments_.rbegin(); segment != segments_.rend(); ++segment)
    for (const schema::Known& row : schema::read_known(*segment)) known_[row.key] = row.content_hash;
  for (const auto& [segment, document] : gone_) {
    const std::uint64_t key = schema::document_key(document);
    const auto is_there = [&](std::size_t i) {
      return segments_[i].term_exists(schema::document_term(document)) && !gone_.contains({names_[i], document});
    };
    bool any = false;
    for (std::size_t i = 0; i < names_.size(); ++i) any |= is_there(i);
    if (!any) known_.erase(key);
  }
}

// What is new is read and analysed meanwhile. Xapian's databases are not for several threads, so these are its own.
void Writer::know_forms() {
  Xapian::Database all;
  for (const std::string& name : names_) all.add_database(schema::open_segment(folder_, name));
  const auto read = [this, all] { lexicon_.append(schema::read_lexicon(all)); };
  try {
    forms_known_ = std::async(std::launch::async, read);
  } catch (const std::system_error&) {  // no more threads
    read();
  }
}

bool Writer::is_new() const { return !has_learned() && state_.totals.documents == 0 && uncommitted_ == 0; }

void Writer::learn(const analysis::KazakhSupport& support) {
  state_.learned_words = support.bytes();
  guarded(folder_, [&] { analyzer_ = schema::analyzer_of(state_); });
  changed_ = true;
}

void Writer::start_segment() {
  if (segment_ != nullptr) return;
  std::vector<std::string> others = names_;
  if (finishing_) others.push_back(finishing_->name());
  segment_name_ = schema::name_segment(others);
  if (forms_known_.valid()) guarded(folder_, [&] { forms_known_.get(); });
  guarded(folder_, [&] { segment_ = make_segment(folder_ + "/" + segment_name_, maker_); });
  inverter_ = std::make_unique<Inverter>(segment_->terms(), lexicon_);
}

std::optional<std::size_t> Writer::segment_of(const std::string& id) const {
  const std::string term = schema::document_term(id);
  for (std::size_t i = 0; i < segments_.size(); ++i)
    if (segments_[i].term_exists(term) && !gone_.contains({names_[i], id})) return i;
  return std::nullopt;
}

void Writer::remove(const std::string& id) {
  const std::optional<std::size_t> at = segment_of(id);
  if (!at) return;
  const schema::DocumentRecord old = record_at(segments_[*at], last_passage(segments_[*at], id), state_.sources);
  gone_.emplace(names_[*at], id);
  for (std::size_t k = 0; k < old.words.size(); ++k)
    state_.totals.words[k] -= std::min(old.words[k], state_.totals.words[k]);
  --state_.totals.documents;
  state_.contents -= old.content_hash;
  changed_ = true;
}

bool Writer::begin_document(const schema::DocumentRecord& record, analysis::Language claimed) {
  abandon_document();
  // What one segment holds of a document is there or gone as a whole.
  const std::uint64_t key = schema::document_key(record.id);
  if (inside_.contains(key)) commit();
  if (finishing_ && finishing_->holds(key)) settle();
  start_segment();
  begun_ = record.id;
  words_ = {};
  passages_ = 0;
  shared_.clear();
  own_date_ = schema::date_of(record.metadata);
  std::vector<std::string> terms = terms_of_fields(record.metadata, analyzer_, claimed);
  terms.emplace_back(schema::kPassageTerm);
  terms.push_back(schema::document_term(record.id));
  terms.push_back(schema::segment_term(segment_name_));
  for (const std::string& term : terms) shared_.push_back(segment_->terms().number(term));
  return guarded(folder_, [&] { return segment_of(record.id).has_value(); });
}

void Writer::add(EnrichedPassage enriched) {
  Inverter& to = *inverter_;
  schema::PassageRecord stored{std::move(enriched.passage), {}};
  schema::Passage& passage = stored.passage;
  passage.written = own_date_;
  for (const TermId term : shared_) to.add(term, 0);
  std::vector<schema::FormId> forms;
  for (std::size_t section = 0; section < schema::kSections; ++section) {
    const analysis::Tokens& tokens = enriched.tokens[section];
    forms.clear();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const analysis::Token& token = tokens[i];
      if (i + kAhead < tokens.size()) to.expect(tokens[i + kAhead]);
      forms.push_back(to.form(token));
      common_.add(passage.reading.language, forms.back());
      stored.stream.sections[section].push_back({forms.back(), token.position, token.width});
    }
    to.add_words(tokens, forms, kSectionWeight[section]);
    if (section == schema::section_title) to.add_field(schema::find_field("title")->prefix, tokens, forms);
    if (section == schema::section_heading) to.add_field(schema::find_field("heading")->prefix, tokens, forms);
  }
  stored.stream.base = common_.begin(passage.reading.language);
  words_[static_cast<std::size_t>(passage.reading.language)] += stored.stream.length(schema::section_text);
  ++passages_;
  for (const std::string& term : terms_of_names(passage)) to.add(segment_->terms().number(term), 1);
  for (const std::string& term : place_terms(passage)) to.add_filter(term);
  flush();
  const std::span<const Posting> postings = to.take();
  held_ = Held{
      std::move(passage.title), {postings.begin(), postings.end()}, schema::to_data(stored, enriched.beside_words)};
  ++uncommitted_;
}

void Writer::flush() {
  if (held_) guarded(folder_, [&] { segment_->add(held_->postings, held_->data); });
  held_.reset();
}

void Writer::abandon_document() {
  if (!begun_) return;
  if (passages_ > (held_ ? 1U : 0U)) {  // something of it is there
    gone_.emplace(segment_name_, *begun_);
    inside_.insert(schema::document_key(*begun_));
  }
  begun_.reset();
  held_.reset();
}

void Writer::end_document(schema::DocumentRecord record) {
  begun_.reset();
  guarded(folder_, [&] { remove(record.id); });
  record.words = words_;
  record.passages = std::exchange(passages_, 0);
  for (std::size_t i = 0; i < words_.size(); ++i) state_.totals.words[i] += words_[i];
  ++state_.totals.documents;
  state_.contents += record.content_hash;
  const std::uint64_t key = schema::document_key(record.id);
  written_.push_back({key, record.content_hash});
  inside_.insert(key);
  held_->postings.push_back({segment_->terms().number(schema::kRecordTerm), 0});
  held_->data += schema::to_data(record, held_->title, state_.sources);
  flush();
}

std::size_t Writer::prune(const std::unordered_set<std::uint64_t>& seen,
                          const std::unordered_set<std::string>& spared) {
  commit();  // so that all of them are found in segments
  return guarded(folder_, [&] {
    std::size_t removed = 0;
    const std::string term(schema::kRecordTerm);
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      for (auto row = segments_[i].postlist_begin(term); row != segments_[i].postlist_end(term); ++row) {
        const schema::DocumentRecord record = record_at(segments_[i], *row, state_.sources);
        if (gone_.contains({names_[i], record.id}) || seen.contains(schema::document_key(record.id)) ||
            was_read_from(record.path, spared))
          continue;
        remove(record.id);
        ++removed;
      }
    }
    return removed;
  });
}

std::size_t Writer::memory() const {
  return segment_ == nullptr ? 0 : segment_->memory() + inverter_->memory() + lexicon_.pending_bytes();
}

void Writer::set_thesaurus_fingerprint(const std::string& fingerprint) {
  changed_ |= state_.thesaurus != fingerprint;
  state_.thesaurus = fingerprint;
}

void Writer::describe(const std::vector<std::string>& names, const GoneDocuments& gone) {
  state_.segments = names.size();
  state_.gone.clear();
  for (const auto& [segment, document] : gone) state_.gone.push_back({segment, document});
}

void Writer::commit() {
  abandon_document();
  if (segment_ == nullptr && !changed_) return settle();
  seal();
  settle();
}

void Writer::commit_behind() {
  abandon_document();
  if (segment_ != nullptr) seal();
}

// Of two segments the older is a part of the index before the younger is sealed, so that the last state is the whole.
void Writer::seal() {
  settle();
  start_segment();  // what changed may be nothing but what is gone
  guarded(folder_, [&] {
    std::vector<std::string> names = names_;
    names.insert(names.begin(), segment_name_);
    describe(names, gone_);
    const auto put = [this](const std::string& key, const std::string& value) { segment_->set_metadata(key, value); };
    schema::write_state(state_, put);
    schema::write_known(std::exchange(written_, {}), put);
    FullSegment full{segment_name_, folder_ + "/" + segment_name_, std::move(segment_), {}, {}, {}, {}};
    full.first_form = lexicon_.first_pending();
    full.form_count = lexicon_.size() - lexicon_.first_pending();
    full.forms = lexicon_.take_block();
    full.documents = std::exchange(inside_, {});
    inverter_.reset();
    finishing_.emplace(std::move(full));
  });
  changed_ = false;
  uncommitted_ = 0;
}

// What could not be written goes, so that a full disk has room for what is said of it.
void Writer::wait_for_segment() {
  try {
    finishing_->wait();
  } catch (...) {
    std::error_code error;
    std::filesystem::remove_all(folder_ + "/" + finishing_->name(), error);
    finishing_.reset();
    throw;
  }
}

void Writer::settle() {
  if (!finishing_) return;
  guarded(folder_, [&] {
    wait_for_segment();
    std::vector<std::string> names = names_;
    names.insert(names.begin(), finishing_->name());
    schema::write_segments(folder_, names);
    names_ = std::move(names);
    finishing_.reset();
    segments_.insert(segments_.begin(), schema::open_segment(folder_, names_.front()));
    put_together();
  });
}

// The newest segments become one, which then is the newest.
void Writer::put_together() {
  if (maker_ != SegmentMaker::tables || !writes_tables()) return;
  std::vector<Member> members;
  for (std::size_t i = 0; i < names_.size(); ++i) members.push_back({names_[i], segments_[i]});
  const std::size_t newest = newest_to_merge(members, gone_);
  if (newest == 0) return;
  members.resize(newest);
  std::reverse(members.begin(), members.end());
  const std::string name = schema::name_segment(names_);
  GoneDocuments left = gone_;
  for (const Member& member : members) std::erase_if(left, [&](const auto& row) { return row.first == member.name; });
  std::vector<std::string> names(names_.begin() + static_cast<std::ptrdiff_t>(newest), names_.end());
  names.insert(names.begin(), name);
  describe(names, left);
  merge_segments(members, gone_, folder_, name,
                 [&](const schema::PutMetadata& put) { schema::write_state(state_, put); });
  schema::write_lexicon_file(folder_ + "/" + name);
  schema::write_segments(folder_, names);
  names_ = std::move(names);
  gone_ = std::move(left);
  open_segments();
  std::vector<std::string> kept = names_;
  if (segment_ != nullptr) kept.push_back(segment_name_);
  schema::remove_other_segments(folder_, kept);
}

}  // namespace izde::indexer
