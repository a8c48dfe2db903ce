#include "schema/state.hpp"

#include "analysis/filters/kazakh_support.hpp"
#include "schema/bytes.hpp"
#include "schema/packing.hpp"
#include "schema/terms.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

namespace izde::schema {
namespace {

constexpr auto kFormatKey = "izde.format";
constexpr auto kAnalysisKey = "izde.analysis";
constexpr auto kStateKey = "izde.state";
constexpr auto kSumKey = "izde.sum";
constexpr auto kLearnedHashKey = "izde.learned";
constexpr std::string_view kSourceBlocks = "izde.sources.";
constexpr std::string_view kGoneBlocks = "izde.gone.";
constexpr std::string_view kLearnedBlocks = "izde.words.";
constexpr std::string_view kKnownBlocks = "izde.known.";
constexpr std::size_t kBlockBytes = 1U << 20;  // an item of Xapian must stay well below its limit

std::string block_key(std::string_view kind, std::uint64_t number) {
  return std::string(kind).append(std::to_string(number));
}

std::string count_key(std::string_view kind) { return std::string(kind).append("blocks"); }

void write_blocks(std::string_view kind, std::string_view bytes, const PutMetadata& put) {
  if (bytes.empty()) return;
  std::uint64_t count = 0;
  for (; !bytes.empty(); ++count) {
    put(block_key(kind, count), std::string(bytes.substr(0, kBlockBytes)));
    bytes.remove_prefix(std::min(kBlockBytes, bytes.size()));
  }
  std::string value;
  append_number(value, count);
  put(count_key(kind), value);
}

std::string read_blocks(const Xapian::Database& database, std::string_view kind) {
  std::string bytes;
  const std::string value = database.get_metadata(count_key(kind));
  const std::uint64_t count = value.empty() ? 0 : BytesReader(value).number();
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string block = database.get_metadata(block_key(kind, i));
    if (block.empty()) throw BytesError();
    bytes += block;
  }
  return bytes;
}

Totals read_totals(BytesReader& in) {
  Totals totals;
  totals.documents = in.number();
  for (std::uint64_t& count : totals.words) count = in.number();
  return totals;
}

// Names of segments come again and again; each is written once, then its documents.
std::string bytes_of(const std::vector<Gone>& gone) {
  std::map<std::string, std::vector<std::string>> by_segment;
  for (const Gone& row : gone) by_segment[row.segment].push_back(row.document);
  std::string out;
  for (const auto& [segment, documents] : by_segment) {
    append_text(out, segment);
    append_number(out, documents.size());
    for (const std::string& document : documents) append_text(out, document);
  }
  return out;
}

std::vector<Gone> gone_from(std::string_view bytes) {
  std::vector<Gone> gone;
  BytesReader in(bytes);
  while (!in.done()) {
    const std::string segment(in.text());
    for (std::uint64_t left = in.number(); left > 0; --left) gone.push_back({segment, std::string(in.text())});
  }
  return gone;
}

}  // namespace

std::string to_data(const Totals& totals) {
  std::string out;
  append_number(out, totals.documents);
  for (const std::uint64_t count : totals.words) append_number(out, count);
  return out;
}

void write_state(const State& state, const PutMetadata& put) {
  put(kFormatKey, std::string(kFormat));
  put(kAnalysisKey, std::string(analysis::analysis_version()));
  std::string out;
  append_number(out, state.segments);
  out += to_data(state.totals);
  append_number(out, state.contents);
  append_text(out, state.thesaurus);
  put(kStateKey, out);
  write_blocks(kGoneBlocks, bytes_of(state.gone), put);
  write_blocks(kSourceBlocks, state.sources.bytes(), put);
  if (state.learned_words.empty()) return;
  write_blocks(kLearnedBlocks, state.learned_words, put);
  put(kLearnedHashKey, hex(hash64(state.learned_words)));
}

State read_state(const Xapian::Database& database) {
  State state;
  const std::string value = database.get_metadata(kStateKey);
  BytesReader in(value);
  state.segments = in.number();
  state.totals = read_totals(in);
  state.contents = in.number();
  state.thesaurus = in.text();
  state.gone = gone_from(read_blocks(database, kGoneBlocks));
  state.sources = Sources::from_bytes(read_blocks(database, kSourceBlocks));
  state.learned_words = read_blocks(database, kLearnedBlocks);
  const std::string hash = database.get_metadata(kLearnedHashKey);
  const bool as_written = state.learned_words.empty() ? hash.empty() : hash == hex(hash64(state.learned_words));
  if (!as_written) throw BytesError();
  return state;
}

std::string read_format(const Xapian::Database& database) { return database.get_metadata(kFormatKey); }
std::string read_analysis(const Xapian::Database& database) { return database.get_metadata(kAnalysisKey); }

analysis::Analyzer analyzer_of(const State& state) {
  if (state.learned_words.empty()) return {};
  try {
    return analysis::Analyzer(
        std::make_shared<const analysis::KazakhSupport>(analysis::KazakhSupport::from_bytes(state.learned_words)));
  } catch (const std::invalid_argument&) {
    throw BytesError();
  }
}

std::string fingerprint(const State& state) {
  std::string held;
  append_number(held, state.contents);
  append_text(held, to_data(state.totals));
  append_text(held, kFormat);
  append_text(held, analysis::analysis_version());
  append_text(held, state.thesaurus);
  append_number(held, analyzer_of(state).fingerprint());
  return hex(hash64(held));
}

void write_known(const std::vector<Known>& known, const PutMetadata& put) {
  std::string out;
  for (const Known& document : known) {
    append_number(out, document.key);
    append_number(out, document.content_hash);
  }
  write_blocks(kKnownBlocks, out, put);
}

std::vector<Known> read_known(const Xapian::Database& segment) {
  const std::string bytes = read_blocks(segment, kKnownBlocks);
  std::vector<Known> known;
  for (BytesReader in(bytes); !in.done();) {
    const std::uint64_t key = in.number();
    known.push_back({key, in.number()});
  }
  return known;
}

void RecordSum::write(const PutMetadata& put) const {
  std::string value;
  append_fixed(value, sum_);
  put(kSumKey, value);
}

bool RecordSum::is_that_of(const Xapian::Database& segment) const {
  const std::string value = segment.get_metadata(kSumKey);
  return BytesReader(value).fixed() == sum_;
}

std::vector<std::string> lexicon_documents(std::string_view block, std::uint64_t first_form) {
  std::vector<std::string> documents;
  for (std::uint64_t part = 0; !block.empty(); ++part) {
    std::string& document = documents.emplace_back();
    append_number(document, first_form);
    append_number(document, part);
    document.append(pack(block.substr(0, kBlockBytes), analysis::Language::other));
    block.remove_prefix(std::min(kBlockBytes, block.size()));
  }
  return documents;
}

LexiconPart read_lexicon_part(const Xapian::Database& segment) {
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::string> parts;
  const std::string term(kLexiconTerm);
  for (auto row = segment.postlist_begin(term); row != segment.postlist_end(term); ++row) {
    const std::string data = segment.get_document(*row).get_data();
    BytesReader in(data);
    const std::uint64_t first = in.number();
    const std::uint64_t part = in.number();
    parts.emplace(std::pair(first, part), unpack(in.take(in.left())));
  }
  LexiconPart lexicon;
  if (!parts.empty()) lexicon.first_form = parts.begin()->first.first;
  std::uint64_t expected = 0;
  for (const auto& [place, bytes] : parts) {
    if (place.second != 0 && place.second != expected) throw BytesError();
    expected = place.second + 1;
    lexicon.blocks += bytes;
  }
  return lexicon;
}

std::string read_lexicon(const Xapian::Database& database) { return read_lexicon_part(database).blocks; }

}  // namespace izde::schema
