#include "indexer/writer.hpp"

#include "analysis/detect.hpp"
#include "schema/bytes.hpp"
#include "schema/dates.hpp"
#include "schema/fields.hpp"
#include "schema/fingerprint.hpp"

#include <algorithm>
#include <numeric>

namespace izde::indexer {
namespace {

// Title words count twice, as in re-scoring; set by judgement, not yet measured apart (docs/RANKING.md).
constexpr std::array<Xapian::termcount, schema::kSections> kSectionWeight{2, 1, 1};

schema::IndexError damaged(const std::string& folder, const std::string& why) {
  return schema::IndexError(folder + ": the index is damaged (" + why + "); index the sources again into a new folder");
}

template <class Step>
auto guarded(const std::string& folder, Step step) {
  try {
    return step();
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw damaged(folder, error.get_msg());
  } catch (const schema::BytesError& error) {
    throw damaged(folder, error.what());
  } catch (const Xapian::Error& error) {
    std::string message = folder + ": writing failed (" + error.get_msg();
    if (error.get_error_string() != nullptr) message.append(", ").append(error.get_error_string());
    throw schema::IndexError(message + "); everything up to the last commit is kept, run again to go on");
  }
}

void add_words(Xapian::Document& document, const EnrichedPassage& enriched) {
  for (std::size_t section = 0; section < schema::kSections; ++section)
    for (const auto& [term, count] : schema::terms_of(enriched.tokens[section]))
      document.add_term(term, count * kSectionWeight[section]);
  for (const schema::Mention& mention : enriched.passage.mentions)
    document.add_term(schema::concept_term(mention.concept_id));
  if (!enriched.passage.act) return;
  for (const std::string& issuer : enriched.passage.act->issuers) document.add_term(schema::issuer_term(issuer));
}

void add_field_words(Xapian::Document& document, std::string_view prefix, const analysis::Tokens& tokens) {
  for (const auto& [term, count] : schema::terms_of(tokens))
    document.add_boolean_term(schema::keyword_term(prefix, term));
}

void add_keyword(Xapian::Document& document, std::string_view field, std::string_view value) {
  if (!value.empty())
    document.add_boolean_term(schema::keyword_term(schema::find_field(field)->prefix, schema::keyword_value(value)));
}

// How the fields of a document are read.
struct FieldReader {
  const analysis::Analyzer& analyzer;
  analysis::Language claimed;
};

// The fields of the document's description.
void add_fields(Xapian::Document& document, const schema::Metadata& metadata, const FieldReader& reader) {
  for (const auto& [name, value] : metadata) {
    const schema::Field* field = schema::find_field(name);
    if (field == nullptr || field->kind == schema::FieldKind::section || name == "lang" || name == "id") continue;
    if (field->kind == schema::FieldKind::text)
      add_field_words(document, field->prefix, reader.analyzer.analyze(value, analysis::detect(value, reader.claimed)));
    else
      add_keyword(document, name, value);
  }
}

// What the passage itself adds: its title and heading as fields, language, script, page, kinds.
void add_place(Xapian::Document& document, const EnrichedPassage& enriched) {
  const schema::Passage& passage = enriched.passage;
  add_field_words(document, schema::find_field("title")->prefix, enriched.tokens[schema::section_title]);
  add_field_words(document, schema::find_field("heading")->prefix, enriched.tokens[schema::section_heading]);
  document.add_boolean_term(schema::language_term(passage.reading.language));
  add_keyword(document, "script", analysis::code(passage.reading.script));
  add_keyword(document, "page", passage.page);
  for (const schema::KindMark& mark : passage.kinds)
    add_keyword(document, "kind", schema::kKindNames[static_cast<std::size_t>(mark.kind)]);
}

void add_date(Xapian::Document& document, const schema::Metadata& metadata) {
  const auto days = schema::date_of(metadata);
  if (!days) return;
  document.add_value(schema::slot_first_day, Xapian::sortable_serialise(days->first));
  document.add_value(schema::slot_last_day, Xapian::sortable_serialise(days->last));
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

std::string eight_bytes(std::uint64_t value) {
  std::string bytes(8, '\0');
  for (char& byte : bytes) {
    byte = static_cast<char>(value & 0xFF);
    value >>= 8;
  }
  return bytes;
}

std::uint64_t from_eight_bytes(const std::string& bytes) {
  return std::accumulate(bytes.rbegin(), bytes.rend(), std::uint64_t{0},
                         [](std::uint64_t value, char byte) { return value << 8 | static_cast<unsigned char>(byte); });
}

}  // namespace

Writer::Writer(const std::string& folder) : database_(schema::open_for_writing(folder)), folder_(folder) {
  guarded(folder_, [&] {
    lexicon_.append(schema::read_lexicon(database_));
    totals_ = schema::read_totals(database_);
    analyzer_ = schema::read_analyzer(database_);
    learned_ = !schema::read_learned_words(database_).empty();
    const auto end = database_.postlist_end(std::string(schema::kDocumentTerm));
    for (auto doc = database_.postlist_begin(std::string(schema::kDocumentTerm)); doc != end; ++doc) {
      const Xapian::Document document = database_.get_document(*doc);
      const auto id_term = [&] {
        auto term = document.termlist_begin();
        term.skip_to("I");
        return *term;
      }();
      const std::uint64_t hash = from_eight_bytes(document.get_value(schema::slot_content_hash));
      known_.emplace(schema::hash64(id_term), hash);
      contents_ += hash;
    }
    database_.begin_transaction();
  });
}

bool Writer::is_new() const { return !learned_ && database_.get_doccount() == 0; }

void Writer::learn(const analysis::KazakhSupport& support) {
  guarded(folder_, [&] {
    schema::write_learned_words(database_, support.bytes());
    analyzer_ = schema::read_analyzer(database_);
  });
  learned_ = true;
}

bool Writer::remove(const std::string& id) {
  const std::string term = schema::document_term(id);
  const auto found = database_.postlist_begin(term);
  if (found == database_.postlist_end(term)) return false;
  const schema::DocumentRecord old = schema::document_from_data(database_.get_document(*found).get_data());
  for (std::size_t i = 0; i < old.words.size(); ++i) totals_.words[i] -= std::min(old.words[i], totals_.words[i]);
  --totals_.documents;
  contents_ -= old.content_hash;
  database_.delete_document(schema::passages_of_document_term(id));
  database_.delete_document(term);
  return true;
}

bool Writer::begin_document(const schema::DocumentRecord& record, analysis::Language claimed) {
  words_ = {};
  passages_ = 0;
  shared_ = Xapian::Document();
  add_fields(shared_, record.metadata, {analyzer_, claimed});
  add_date(shared_, record.metadata);
  shared_.add_boolean_term(std::string(schema::kPassageTerm));
  shared_.add_boolean_term(schema::passages_of_document_term(record.id));
  return guarded(folder_, [&] { return remove(record.id); });
}

void Writer::add(const EnrichedPassage& enriched) {
  const schema::Passage& passage = enriched.passage;
  schema::PassageRecord stored{passage, {}};
  for (std::size_t section = 0; section < schema::kSections; ++section)
    for (const analysis::Token& token : enriched.tokens[section])
      stored.stream.sections[section].push_back({lexicon_.number(*token), token.position, token.width});
  words_[static_cast<std::size_t>(passage.reading.language)] += stored.stream.length(schema::section_text);
  ++passages_;

  Xapian::Document document;
  for (auto term = shared_.termlist_begin(); term != shared_.termlist_end(); ++term) document.add_boolean_term(*term);
  for (auto value = shared_.values_begin(); value != shared_.values_end(); ++value)
    document.add_value(value.get_valueno(), *value);
  add_words(document, enriched);
  add_place(document, enriched);
  for (const std::string& term : schema::date_terms(passage.dates, passage.act)) document.add_boolean_term(term);
  document.add_boolean_term(schema::passage_term(passage.id()));
  document.set_data(schema::to_data(stored));
  guarded(folder_, [&] { return database_.add_document(document); });
  ++uncommitted_;
}

void Writer::abandon_document(const std::string& id) {
  guarded(folder_, [&] { database_.delete_document(schema::passages_of_document_term(id)); });
}

void Writer::end_document(schema::DocumentRecord record) {
  record.words = words_;
  record.passages = passages_;
  for (std::size_t i = 0; i < words_.size(); ++i) totals_.words[i] += words_[i];
  ++totals_.documents;
  contents_ += record.content_hash;
  Xapian::Document document;
  document.add_boolean_term(std::string(schema::kDocumentTerm));
  document.add_boolean_term(schema::document_term(record.id));
  document.add_value(schema::slot_content_hash, eight_bytes(record.content_hash));
  document.set_data(schema::to_data(record));
  guarded(folder_, [&] { return database_.add_document(document); });
}

std::size_t Writer::prune(const std::unordered_set<std::uint64_t>& seen,
                          const std::unordered_set<std::string>& spared) {
  return guarded(folder_, [&] {
    std::vector<std::string> gone;
    const auto end = database_.postlist_end(std::string(schema::kDocumentTerm));
    for (auto doc = database_.postlist_begin(std::string(schema::kDocumentTerm)); doc != end; ++doc) {
      const schema::DocumentRecord record = schema::document_from_data(database_.get_document(*doc).get_data());
      if (!seen.contains(schema::document_key(record.id)) && !was_read_from(record.path, spared))
        gone.push_back(record.id);
    }
    for (const std::string& id : gone) remove(id);
    return gone.size();
  });
}

void Writer::set_thesaurus_fingerprint(const std::string& fingerprint) {
  guarded(folder_, [&] {
    if (schema::read_thesaurus_fingerprint(database_) != fingerprint)
      schema::write_thesaurus_fingerprint(database_, fingerprint);
  });
}

void Writer::commit() {
  guarded(folder_, [&] {
    if (const std::string block = lexicon_.take_block(); !block.empty()) schema::write_lexicon_block(database_, block);
    schema::write_totals(database_, totals_);
    schema::write_contents(database_, contents_);
    database_.commit_transaction();
    database_.begin_transaction();
  });
  uncommitted_ = 0;
}

}  // namespace izde::indexer
