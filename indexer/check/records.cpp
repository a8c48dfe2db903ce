#include "indexer/check/records.hpp"

#include "analysis/detect.hpp"
#include "indexer/check/stream_words.hpp"
#include "schema/bytes.hpp"
#include "schema/packing.hpp"
#include "schema/state.hpp"
#include "schema/stored_data.hpp"
#include "schema/terms.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace izde::indexer {
namespace {

enum Kind : std::uint8_t { none, passage, last_passage, forms };  // the last one holds the record of its document

// Passages of a document, as they are met.
struct Met {
  std::uint32_t passages = 0;
  bool in_order = true;
};

class RecordCheck {
 public:
  RecordCheck(const SegmentAtHand& segment, const ReadWith& with, Findings& findings)
      : segment_(segment),
        with_(with),
        findings_(findings),
        stored_(schema::StoredData::open(segment.folder)),
        words_(with.lexicon) {}

  DocumentsHeld run(const std::set<std::string>& gone) {
    sort_by_kind();
    for (Xapian::docid id = 1; id < kinds_.size(); ++id) check(id);
    compare_counts(gone);
    compare_known();
    compare_sum();
    return std::move(documents_);
  }

 private:
  static std::string numbered(Xapian::docid id) { return "document " + std::to_string(id); }
  void tell(const std::string& inside, const std::string& what, const std::string& detail = {}) {
    findings_.add(segment_.name, inside, what, detail);
  }

  void sort_by_kind() {
    const Xapian::Database& database = segment_.database;
    kinds_.assign(database.get_lastdocid() + 1, none);
    struct Marked {
      std::string term;
      Kind before, kind;
    };
    const Marked marks[] = {{std::string(schema::kPassageTerm), none, passage},
                            {std::string(schema::kRecordTerm), passage, last_passage},
                            {std::string(schema::kLexiconTerm), none, forms}};
    for (const auto& [term, before, kind] : marks)
      for (auto row = database.postlist_begin(term); row != database.postlist_end(term); ++row)
        if (std::exchange(kinds_.at(*row), kind) != before) tell(numbered(*row), "is marked as what it cannot be");
    const std::string own = schema::segment_term(segment_.name);
    own_.assign(kinds_.size(), false);
    for (auto row = database.postlist_begin(own); row != database.postlist_end(own); ++row) own_.at(*row) = true;
  }

  void check(Xapian::docid id) {
    if (kinds_[id] == none) return tell(numbered(id), "is a record of no kind");
    const std::string data = segment_.database.get_document(id).get_data();
    std::string buffer;
    if (const auto short_cut = stored_ ? stored_->find(id, buffer) : std::nullopt; short_cut && *short_cut != data)
      tell("docdata.glass", "reads otherwise for searching than through Xapian", numbered(id));
    sum_.add(data);
    if (kinds_[id] == forms) return;  // the lexicon was checked before
    if (!own_[id]) tell(numbered(id), "lacks the name of its segment");
    try {
      check_passage(id, schema::passage_from_data(data, with_.lexicon));
      if (kinds_[id] == last_passage) check_document(schema::document_from_data(data, with_.sources, &with_.lexicon));
    } catch (const schema::BytesError& error) {
      tell(place_of(id, data), error.what());
    }
  }

  // A passage's id opens its record and may be read where the rest may not.
  std::string place_of(Xapian::docid id, const std::string& data) const {
    try {
      schema::BytesReader in(data);
      const std::string name(in.text());
      return numbered(id) + ", passage " + name + "#p" + std::to_string(in.number32());
    } catch (const schema::BytesError&) {
      return numbered(id);
    }
  }

  bool is_found_by(const std::string& term, Xapian::docid id) const {
    auto row = segment_.database.postlist_begin(term);
    row.skip_to(id);
    return row != segment_.database.postlist_end(term) && *row == id;
  }

  void check_passage(Xapian::docid id, const schema::PassageRecord& record) {
    const std::string name = record.passage.id();
    Met& met = met_[record.passage.document];
    met.in_order &= record.passage.number == ++met.passages;
    if (!is_found_by(schema::number_term(record.passage.number), id) ||
        !is_found_by(schema::document_term(record.passage.document), id))
      tell("passage " + name, "is not found by its id");
    const auto words = words_.sum(record.stream);
    if (!words)
      tell("passage " + name, "has words that the lexicon does not know");
    else if (*words != segment_.posted.words.at(id))
      tell("passage " + name, "is posted under other words than its record has");
    if (words && !has_words_of_texts(record)) tell("passage " + name, "its text has other words than its record");
    for (const analysis::FoundDate& date : record.passage.dates)
      if (date.span.end > record.passage.text.size()) tell("passage " + name, "has a date outside its text");
  }

  // As enrich() makes them.
  bool has_words_of_texts(const schema::PassageRecord& record) const {
    const schema::Passage& passage = record.passage;
    const analysis::Language around = passage.reading.language;
    const auto has = [&](schema::Section section, const std::string& text, const analysis::Reading& reading) {
      const analysis::Tokens tokens = with_.analyzer.analyze(text, reading);
      const auto& words = record.stream.sections[section];
      return std::equal(tokens.begin(), tokens.end(), words.begin(), words.end(),
                        [&](const analysis::Token& token, const schema::StreamWord& word) {
                          return token.width == word.width && token->written == with_.lexicon.form(word.form).written;
                        });
    };
    return has(schema::section_title, passage.title, analysis::detect(passage.title, around)) &&
           has(schema::section_heading, passage.heading, analysis::detect(passage.heading, around)) &&
           has(schema::section_text, passage.text, passage.reading);
  }

  void check_document(const schema::DocumentRecord& record) {
    const auto met = met_.find(record.id);
    if (met == met_.end() || met->second.passages != record.passages)
      tell("document " + record.id, "has its record elsewhere than with its last passage");
    if (!documents_.try_emplace(record.id, DocumentHeld{record.content_hash, record.words, record.passages}).second)
      tell("document " + record.id, "has two records");
  }

  void compare_counts(const std::set<std::string>& gone) {
    for (const auto& [id, held] : documents_) {
      const auto met = met_.find(id);
      const std::uint32_t passages = met == met_.end() ? 0 : met->second.passages;
      if (passages != held.passages)
        tell("document " + id, "has not the passages that its record tells",
             std::to_string(held.passages) + " told, " + std::to_string(passages) + " there");
      else if (passages > 0 && !met->second.in_order)
        tell("document " + id, "has passages that are numbered otherwise than they follow each other");
    }
    for (const auto& [id, met] : met_)
      if (!documents_.contains(id) && !gone.contains(id)) tell("document " + id, "has passages, but no record");
    for (const std::string& id : gone)
      if (!documents_.contains(id) && !met_.contains(id))
        tell("document " + id, "is told as gone from here, but was never here");
  }

  // What the next run believes to be there.
  void compare_known() {
    std::map<std::uint64_t, std::uint64_t> known;
    try {
      for (const schema::Known& row : schema::read_known(segment_.database)) known[row.key] = row.content_hash;
    } catch (const schema::BytesError& error) {
      return tell("postlist.glass, izde.known", error.what());
    }
    for (const auto& [id, held] : documents_) {
      const auto row = known.find(schema::document_key(id));
      if (row == known.end() || row->second != held.content_hash)
        tell("document " + id, "is not known to the next run as it is");
      if (row != known.end()) known.erase(row);
    }
    if (!known.empty())
      tell("postlist.glass, izde.known", "the next run would believe documents to be there that are not",
           std::to_string(known.size()));
  }

  // What reads well need not be what was written.
  void compare_sum() {
    try {
      if (!sum_.is_that_of(segment_.database)) tell("docdata.glass", "has other records than were written");
    } catch (const schema::BytesError& error) {
      tell("postlist.glass, izde.sum", error.what());
    }
  }

  const SegmentAtHand& segment_;
  const ReadWith with_;
  Findings& findings_;
  const std::unique_ptr<const schema::StoredData> stored_;
  StreamWords words_;
  schema::RecordSum sum_;
  std::vector<Kind> kinds_;  // by number
  std::vector<bool> own_;    // whether it has its segment's name
  std::map<std::string, Met> met_;
  DocumentsHeld documents_;
};

// A block of forms may lie in parts.
using Block = std::map<std::uint64_t, std::string>;

}  // namespace

schema::Lexicon check_lexicon(const std::vector<SegmentAtHand>& segments, Findings& findings) {
  std::map<std::uint64_t, std::pair<std::string, Block>> blocks;  // by the first form: the segment, the parts
  const std::string term(schema::kLexiconTerm);
  for (const SegmentAtHand& segment : segments)
    for (auto row = segment.database.postlist_begin(term); row != segment.database.postlist_end(term); ++row) try {
        const std::string data = segment.database.get_document(*row).get_data();
        schema::BytesReader in(data);
        auto& [name, parts] = blocks[in.number()];
        name = segment.name;
        const std::uint64_t part = in.number();
        if (!parts.emplace(part, schema::unpack(in.take(in.left()))).second)
          findings.add(segment.name, "document " + std::to_string(*row), "is a part of the lexicon told twice");
      } catch (const schema::BytesError& error) {
        findings.add(segment.name, "document " + std::to_string(*row) + ", part of the lexicon", error.what());
      }
  schema::Lexicon lexicon;
  for (const auto& [first, block] : blocks) {
    const auto& [name, parts] = block;
    if (first != lexicon.size() || parts.empty() || parts.rbegin()->first != parts.size() - 1) {
      findings.add(name, "lexicon", "a block does not follow the one before it, or lacks a part",
                   "form " + std::to_string(first) + " after " + std::to_string(lexicon.size()));
      return lexicon;
    }
    std::string bytes;
    for (const auto& [part, own] : parts) bytes += own;
    try {
      lexicon.append(bytes);
    } catch (const schema::BytesError& error) {
      findings.add(name, "lexicon, block of form " + std::to_string(first), error.what());
      return lexicon;
    }
  }
  return lexicon;
}

DocumentsHeld check_records(const SegmentAtHand& segment, const ReadWith& with, const std::set<std::string>& gone,
                            Findings& findings) {
  return RecordCheck(segment, with, findings).run(gone);
}

}  // namespace izde::indexer
