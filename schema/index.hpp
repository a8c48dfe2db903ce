// Opening and creating an index: what stands in its metadata, which versions we read, and what we say when we do not.
#pragma once

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include "analysis/analyzer.hpp"

#include <xapian.h>

#include "schema/lexicon.hpp"

namespace izde::schema {

/// What is wrong with an index and what to do about it, in one sentence that names the index.
struct IndexError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Grows whenever records, terms or streams change their form. An index of another number is refused.
inline constexpr std::string_view kFormat = "3";

/// Counts that ranking needs and Xapian does not keep.
struct Totals {
  std::uint64_t documents = 0;
  std::array<std::uint64_t, 4> words{};  ///< of the texts, per language of the passage
  friend bool operator==(const Totals&, const Totals&) = default;
};

/// Opens for reading: a folder, a stub file that names one index, or "host:port". Throws IndexError, and
/// Xapian::DatabaseModifiedError when a writer committed twice meanwhile (open it again).
Xapian::Database open_index(const std::string& where);

/// Opens for writing, making the index if there is none. Throws IndexError: locked by another writer, foreign, damaged,
/// another version, no room.
Xapian::WritableDatabase open_for_writing(const std::string& folder);

std::string to_data(const Totals& totals);
Totals read_totals(const Xapian::Database& database);
void write_totals(Xapian::WritableDatabase& database, const Totals& totals);

/// Appends a block of new forms.
void write_lexicon_block(Xapian::WritableDatabase& database, std::string_view block);
/// All blocks, joined in order.
std::string read_lexicon(const Xapian::Database& database);

/// The word support that the index was made with (analysis/filters/kazakh_support.hpp); "" if it is the shipped one.
/// Throws BytesError where it is not what was written.
std::string read_learned_words(const Xapian::Database& database);
/// The analyzer of that support. Throws BytesError too where it is no table of words.
analysis::Analyzer read_analyzer(const Xapian::Database& database);
void write_learned_words(Xapian::WritableDatabase& database, std::string_view support);

/// Fingerprint of the thesaurus whose mentions are stored.
std::string read_thesaurus_fingerprint(const Xapian::Database& database);
void write_thesaurus_fingerprint(Xapian::WritableDatabase& database, const std::string& fingerprint);

}  // namespace izde::schema
