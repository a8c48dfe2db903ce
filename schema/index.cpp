#include "schema/index.hpp"

#include "analysis/analyzer.hpp"
#include "analysis/filters/kazakh_support.hpp"
#include "schema/bytes.hpp"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <utility>

#include <unistd.h>

namespace izde::schema {
namespace {

constexpr auto kFormatKey = "izde.format";
constexpr auto kAnalysisKey = "izde.analysis";
constexpr auto kTotalsKey = "izde.totals";
constexpr auto kThesaurusKey = "izde.thesaurus";
constexpr std::string_view kLexiconBlocks = "izde.lexicon.";
constexpr auto kLearnedHashKey = "izde.learned";
constexpr std::string_view kLearnedBlocks = "izde.words.";
constexpr std::size_t kBlockBytes = 1u << 20;  // metadata values must stay well below Xapian's item limit

std::string block_key(std::string_view kind, std::uint64_t number) {
  return std::string(kind).append(std::to_string(number));
}

std::string count_key(std::string_view kind) { return std::string(kind).append("blocks"); }

std::uint64_t count_blocks(const Xapian::Database& database, std::string_view kind) {
  const std::string value = database.get_metadata(count_key(kind));
  return value.empty() ? 0 : BytesReader(value).number();
}

void append_blocks(Xapian::WritableDatabase& database, std::string_view kind, std::string_view bytes) {
  std::uint64_t count = count_blocks(database, kind);
  for (; !bytes.empty(); ++count) {
    database.set_metadata(block_key(kind, count), std::string(bytes.substr(0, kBlockBytes)));
    bytes.remove_prefix(std::min(kBlockBytes, bytes.size()));
  }
  std::string value;
  append_number(value, count);
  database.set_metadata(count_key(kind), value);
}

std::string read_blocks(const Xapian::Database& database, std::string_view kind) {
  std::string bytes;
  const std::uint64_t count = count_blocks(database, kind);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string block = database.get_metadata(block_key(kind, i));
    if (block.empty()) throw BytesError();
    bytes += block;
  }
  return bytes;
}

[[noreturn]] void refuse(const std::string& where, const std::string& why) { throw IndexError(where + ": " + why); }

[[noreturn]] void refuse_damaged(const std::string& where, const Xapian::Error& error) {
  refuse(where, "the index is damaged (" + error.get_msg() + "); index the sources again into a new folder");
}

void check_version(const Xapian::Database& database, const std::string& where) {
  const std::string format = database.get_metadata(kFormatKey);
  const std::string analysis = database.get_metadata(kAnalysisKey);
  if (format.empty())
    refuse(where, "is a Xapian database, but not one that izde-index made; choose another folder with --db");
  if (format != kFormat)
    refuse(where, "was made by another version of Izde (index format " + format + ", this program reads format " +
                      std::string(kFormat) + "); index the sources again into a new folder");
  if (analysis != analysis::analysis_version())
    refuse(where, "was made with other language rules (analysis " + analysis + ", this program has " +
                      std::string(analysis::analysis_version()) + "); index the sources again into a new folder");
}

bool is_remote(const std::string& where) {
  const std::size_t colon = where.rfind(':');
  return colon != std::string::npos && colon + 1 < where.size() && !std::filesystem::exists(where) &&
         where.find_first_not_of("0123456789", colon + 1) == std::string::npos;
}

Xapian::Database open_any(const std::string& where) {
  if (is_remote(where)) {
    const std::size_t colon = where.rfind(':');
    return Xapian::Remote::open(where.substr(0, colon), static_cast<unsigned>(std::stoul(where.substr(colon + 1))));
  }
  std::error_code error;
  if (!std::filesystem::exists(where, error))
    refuse(where, "there is no index here; make one with: izde-index --db " + where + " FOLDER");
  if (std::filesystem::is_directory(where, error) && std::filesystem::is_empty(where, error))
    refuse(where, "is an empty folder, not an index; make one with: izde-index --db " + where + " FOLDER");
  return Xapian::Database(where);
}

}  // namespace

Xapian::Database open_index(const std::string& where) {
  try {
    Xapian::Database database = open_any(where);
    if (database.size() > 1)
      refuse(where,
             "is a stub of " + std::to_string(database.size()) + " indexes; name each of them with a --db of its own");
    check_version(database, where);
    return database;
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;  // a writer was quicker: the caller opens it again
  } catch (const Xapian::DatabaseOpeningError& error) {
    refuse(where, "cannot be opened as an index (" + error.get_msg() + ")");
  } catch (const Xapian::NetworkError& error) {
    refuse(where, "the index server does not answer (" + error.get_msg() + ")");
  } catch (const Xapian::DatabaseError& error) {
    refuse_damaged(where, error);
  }
}

Xapian::WritableDatabase open_for_writing(const std::string& folder) {
  std::error_code error;
  const bool exists = std::filesystem::exists(folder, error);
  if (exists && !std::filesystem::is_directory(folder, error))
    refuse(folder, "is a file; an index is written into a folder of its own");
  const bool fresh = !exists || std::filesystem::is_empty(folder, error);
  if (!fresh && !std::filesystem::exists(std::filesystem::path(folder) / "iamglass", error))
    refuse(folder, "holds other files and no index; choose an empty folder with --db");
  try {
    Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
    if (database.get_doccount() == 0 && database.get_metadata(kFormatKey).empty()) {
      database.set_metadata(kFormatKey, std::string(kFormat));
      database.set_metadata(kAnalysisKey, std::string(analysis::analysis_version()));
      database.commit();
    }
    check_version(database, folder);
    return database;
  } catch (const Xapian::DatabaseLockError&) {
    if (::access(folder.c_str(), W_OK) != 0 || ::access((folder + "/flintlock").c_str(), W_OK) != 0)
      refuse(folder, "you may not write here; ask for the permission or choose another folder with --db");
    refuse(folder, "another izde-index is writing to this index; wait until it has finished");
  } catch (const Xapian::DatabaseCorruptError& failure) {
    refuse_damaged(folder, failure);
  } catch (const Xapian::DatabaseError& failure) {
    refuse(folder, "cannot be written (" + failure.get_msg() +
                       (failure.get_error_string() ? std::string(", ") + failure.get_error_string() : std::string()) +
                       ")");
  }
}

std::string to_data(const Totals& totals) {
  std::string out;
  append_number(out, totals.documents);
  for (const std::uint64_t count : totals.words) append_number(out, count);
  return out;
}

Totals read_totals(const Xapian::Database& database) {
  Totals totals;
  const std::string value = database.get_metadata(kTotalsKey);
  if (value.empty()) return totals;
  BytesReader in(value);
  totals.documents = in.number();
  for (std::uint64_t& count : totals.words) count = in.number();
  return totals;
}

void write_totals(Xapian::WritableDatabase& database, const Totals& totals) {
  database.set_metadata(kTotalsKey, to_data(totals));
}

void write_lexicon_block(Xapian::WritableDatabase& database, std::string_view block) {
  append_blocks(database, kLexiconBlocks, block);
}

std::string read_lexicon(const Xapian::Database& database) { return read_blocks(database, kLexiconBlocks); }

void write_learned_words(Xapian::WritableDatabase& database, std::string_view support) {
  append_blocks(database, kLearnedBlocks, support);
  database.set_metadata(kLearnedHashKey, hex(hash64(support)));
}

std::string read_learned_words(const Xapian::Database& database) {
  std::string support = read_blocks(database, kLearnedBlocks);
  const std::string hash = database.get_metadata(kLearnedHashKey);
  if (support.empty() ? !hash.empty() : hash != hex(hash64(support))) throw BytesError();
  return support;
}

analysis::Analyzer read_analyzer(const Xapian::Database& database) {
  std::string learned = read_learned_words(database);
  if (learned.empty()) return {};
  try {
    return analysis::Analyzer(
        std::make_shared<const analysis::KazakhSupport>(analysis::KazakhSupport::from_bytes(std::move(learned))));
  } catch (const std::invalid_argument&) {
    throw BytesError();
  }
}

std::string read_thesaurus_fingerprint(const Xapian::Database& database) {
  return database.get_metadata(kThesaurusKey);
}

void write_thesaurus_fingerprint(Xapian::WritableDatabase& database, const std::string& fingerprint) {
  database.set_metadata(kThesaurusKey, fingerprint);
}

}  // namespace izde::schema
