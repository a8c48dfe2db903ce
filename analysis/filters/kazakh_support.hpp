// How many words of a collection share a Kazakh stem: what tells үкімет (of which many forms are seen) from үкім. One
// table is shipped; another can be learned from the collection that is indexed (kazakh_learn.hpp), since it may spell
// as its time did. Between kazakh_suffixes.hpp, which proposes stems, and kazakh_rank.hpp, which decides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/filters/kazakh_suffixes.hpp"

namespace izde::analysis {

/// A stem's hash, letter by letter: hash_with(hash_with(kNoLetters, first), second). Letters as in KazakhWord.
constexpr std::uint64_t kNoLetters = 0xCBF29CE484222325U;
constexpr std::uint64_t hash_with(std::uint64_t letters, std::uint8_t next) {
  return (letters ^ next) * 0x100000001B3U;  // FNV-1a
}

/// In how many distinct forms a stem was seen, by kind; whole words are counted as nominal. At most 65535.
struct StemForms {
  std::uint16_t nominal = 0;
  std::uint16_t verbal = 0;
};

/// One line of the table.
struct CountedStem {
  std::string stem;
  StemKind kind = StemKind::nominal;
  std::uint16_t forms = 0;
};

/// Immutable and safe from any thread. Stems are compared by hash alone: that two of them share it is less likely than
/// one in ten thousand for a table of half a million.
class KazakhSupport {
 public:
  /// The table that comes with the library (tables/kk_stem_support.tsv).
  static const KazakhSupport& shipped();

  /// From bytes(), or a table in the same form: a header line, then stem, kind (n or v) and forms, tab-separated; lines
  /// with '#' are comments. Throws std::invalid_argument if the bytes are not such a table.
  static KazakhSupport from_bytes(std::string bytes);

  /// From counts; a stem and kind that comes twice counts as its greatest.
  static KazakhSupport from_counts(std::vector<CountedStem> counts);

  /// What from_bytes() takes.
  const std::string& bytes() const { return bytes_; }

  /// Every line of the table.
  std::vector<CountedStem> counts() const;

  /// The same for tables with the same lines, in whatever order.
  std::uint64_t fingerprint() const { return fingerprint_; }

  /// Forms of a stem; names of the gazetteer (tables/kk_gazetteer.tsv) have as many as a common noun at least.
  StemForms of(std::uint64_t hash) const;

 private:
  struct Slot {
    std::uint32_t tag = 0;  ///< of the hash; 0 is an empty slot
    StemForms forms;
  };

  explicit KazakhSupport(std::string bytes);
  void read_names();
  StemForms& slot(std::uint64_t hash);

  std::string bytes_;
  std::uint64_t fingerprint_ = 0;
  std::vector<Slot> slots_;  ///< a power of two, at most half full; linear probing
};

}  // namespace izde::analysis
