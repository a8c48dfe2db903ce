// What an index says of itself as a whole: counts, contents, rules, and which documents of its segments are there no
// more. It stands in the metadata of the segment written last, so that one look tells it, also over a remote server.
#pragma once

#include "analysis/analyzer.hpp"
#include "schema/bytes.hpp"
#include "schema/sources.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <xapian.h>

namespace izde::schema {

/// Grows whenever records, terms or streams change their form. An index of another number is refused.
inline constexpr std::string_view kFormat = "6";

/// Counts that ranking needs and Xapian does not keep.
struct Totals {
  std::uint64_t documents = 0;
  std::array<std::uint64_t, 4> words{};  ///< of the texts, per language of the passage
  friend bool operator==(const Totals&, const Totals&) = default;
};
std::string to_data(const Totals& totals);

/// A document that a segment holds, but the index does not any more: it was replaced or removed.
struct Gone {
  std::string segment;   ///< its name
  std::string document;  ///< its id
  friend bool operator==(const Gone&, const Gone&) = default;
};

struct State {
  std::uint64_t segments = 0;  ///< how many the index has
  Totals totals;
  std::uint64_t contents = 0;  ///< the sum of the content hashes of all documents (DocumentRecord::content_hash)
  std::string thesaurus;       ///< fingerprint of the thesaurus whose mentions are stored
  std::string learned_words;   ///< the word support it was made with (analysis/filters/kazakh_support.hpp), if not the
                               ///< shipped one
  std::vector<Gone> gone;
  Sources sources;  ///< that the paths of its documents begin with
  friend bool operator==(const State&, const State&) = default;
};

using PutMetadata = std::function<void(const std::string& key, const std::string& value)>;

/// With the numbers of format and rules.
void write_state(const State& state, const PutMetadata& put);
/// Throws BytesError where it is not what was written.
State read_state(const Xapian::Database& database);

/// Numbers that say by which program an index was written; "" where it was none of ours.
std::string read_format(const Xapian::Database& database);
std::string read_analysis(const Xapian::Database& database);

/// The analyzer that the words of the index were made by. Throws BytesError where the support is no table of words.
analysis::Analyzer analyzer_of(const State& state);

/// What the index holds, as sixteen hexadecimal digits that a list of hits can name: the same sources indexed by the
/// same rules give the same digits, in whatever folder and order, and any change of a source, a name or a rule gives
/// others. Throws BytesError.
std::string fingerprint(const State& state);

/// Documents by key (document_key) with their content hashes, as a segment keeps them for the next run.
struct Known {
  std::uint64_t key = 0;
  std::uint64_t content_hash = 0;
};
void write_known(const std::vector<Known>& known, const PutMetadata& put);
std::vector<Known> read_known(const Xapian::Database& segment);

/// All records of a segment, added up: tells damage that can be read as if it were a record.
class RecordSum {
 public:
  void add(std::string_view data) { sum_ += hash64(data); }
  void write(const PutMetadata& put) const;
  /// Whether a segment was written with this sum. Throws BytesError where it has none.
  bool is_that_of(const Xapian::Database& segment) const;

 private:
  std::uint64_t sum_ = 0;
};

/// The forms of the index (lexicon.hpp) stand in documents of their own, blocks that name the number of their first.
std::vector<std::string> lexicon_documents(std::string_view block, std::uint64_t first_form);
/// All blocks, joined in order. Throws BytesError where one is missing.
std::string read_lexicon(const Xapian::Database& database);
/// The same of one segment, with the number of its first form; 0 where it brought none.
struct LexiconPart {
  std::uint64_t first_form = 0;
  std::string blocks;
};
LexiconPart read_lexicon_part(const Xapian::Database& segment);

}  // namespace izde::schema
