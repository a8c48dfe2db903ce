#include "analysis/filters/russian_stem.hpp"

#include <xapian.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

struct Override {
  std::string_view stem;
  bool capital_only = false;
};

std::string_view ending_of(std::string_view cell) { return cell == "-" ? std::string_view() : cell; }

using Overrides = std::unordered_map<std::string, Override>;

Overrides read_overrides() {
  Overrides overrides;
  for (const Row& row : rows_of(tables::ru_stem_overrides)) {
    for (const std::string_view ending : parts_of(row[2], '|')) {
      overrides.emplace(std::string(row[1]).append(ending_of(ending)), Override{row[0], row[3] == "capital"});
    }
  }
  return overrides;
}

/// A suffix with one of its case endings, as the end of a name: ов + ым.
struct NameEnding {
  std::string letters;
  std::size_t ending = 0;  ///< bytes to be cut off
  std::size_t letters_before = 0;
};

std::vector<NameEnding> read_name_endings() {
  std::vector<NameEnding> rows;
  for (const Row& row : rows_of(tables::ru_name_endings)) {
    for (const std::string_view cell : parts_of(row[1], '|')) {
      const std::string_view ending = ending_of(cell);
      rows.push_back({std::string(row[0]).append(ending), ending.size(), static_cast<std::size_t>(number_of(row[2]))});
    }
  }
  // The longest first: Ивановою ends in -ою, not in -у.
  std::stable_sort(rows.begin(), rows.end(),
                   [](const NameEnding& a, const NameEnding& b) { return a.letters.size() > b.letters.size(); });
  return rows;
}

/// The name without its case ending, or nothing if it is not declined like a surname.
std::string_view name_stem(std::string_view word) {
  static const std::vector<NameEnding> endings = read_name_endings();
  for (const NameEnding& row : endings) {
    if (!word.ends_with(row.letters)) continue;
    const std::string_view before = word.substr(0, word.size() - row.letters.size());
    if (letters_of(before).size() >= row.letters_before) return word.substr(0, word.size() - row.ending);
  }
  return {};
}

struct StemEndings {
  std::unordered_map<std::string_view, std::string_view> instead;
  std::string last_bytes;  ///< of the rows: most stems end otherwise and are not looked at further
};

StemEndings read_stem_endings() {
  StemEndings endings;
  for (const Row& row : rows_of(tables::ru_stem_endings)) {
    endings.instead.emplace(row[0], row[1]);
    endings.last_bytes += row[0].back();
  }
  return endings;
}

/// The stem with its end put right by the longest row that fits: алашординец → алашординц.
std::string mended(std::string_view stem) {
  static const StemEndings endings = read_stem_endings();
  if (stem.empty() || endings.last_bytes.find(stem.back()) == std::string::npos) return std::string(stem);
  const std::string anchored = "^" + std::string(stem);
  for (std::size_t at = 0; at < anchored.size(); ++at) {
    const std::string_view end = std::string_view(anchored).substr(at);
    const auto found = endings.instead.find(end);
    if (found == endings.instead.end()) continue;
    const std::size_t kept = at == 0 ? 0 : at - 1;
    return std::string(stem.substr(0, kept)).append(found->second);
  }
  return std::string(stem);
}

std::string snowball(std::string_view word) {
  thread_local const Xapian::Stem stemmer("russian");
  return mended(stemmer(std::string(word)));
}

}  // namespace

std::string russian_stem(std::string_view plain, bool capitalised) {
  static const Overrides overrides = read_overrides();
  const auto found = overrides.find(std::string(plain));
  if (found != overrides.end() && (capitalised || !found->second.capital_only)) return std::string(found->second.stem);
  if (capitalised) {
    const std::string_view name = name_stem(plain);
    if (!name.empty()) return std::string(name);
  }
  return snowball(plain);
}

}  // namespace izde::analysis
