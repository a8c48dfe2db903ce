#include "analysis/filters/russian_stem.hpp"

#include <xapian.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/word_memo.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

std::string_view letters_in(std::string_view cell) { return cell == "-" ? std::string_view() : cell; }

struct Override {
  std::string stem;
  bool capital_only = false;
};

struct Overrides {
  std::unordered_map<std::string, Override> by_word;
  WordSieve sieve;  ///< of its words: most words have none
};
using Paradigms = std::unordered_map<std::string_view, std::vector<std::string_view>>;

Paradigms read_paradigms() {
  Paradigms paradigms;
  for (const Row& row : rows_of(tables::ru_paradigms)) paradigms.emplace(row[0], parts_of(row[1], '|'));
  return paradigms;
}

/// A cell of endings, those of the paradigms that it names written out: шел|шедш@soft → шел, шедший, шедшая …
std::vector<std::string> endings_in(std::string_view cell, const Paradigms& paradigms) {
  std::vector<std::string> endings;
  for (const std::string_view item : parts_of(cell, '|')) {
    const std::size_t at = item.find('@');
    const std::string before(letters_in(item.substr(0, at)));
    if (at == item.npos) {
      endings.push_back(before);
      continue;
    }
    for (const std::string_view ending : paradigms.at(item.substr(at + 1))) {
      endings.push_back(std::string(before).append(letters_in(ending)));
    }
  }
  return endings;
}

Overrides read_overrides() {
  const Paradigms paradigms = read_paradigms();
  Overrides overrides;
  for (const Row& row : rows_of(tables::ru_stem_overrides)) {
    const std::vector<std::string> endings = endings_in(row[3], paradigms);
    for (const std::string_view cell : parts_of(row[1], '|')) {
      const std::string prefix(letters_in(cell));
      for (const std::string& ending : endings) {
        const auto added = overrides.by_word.emplace(std::string(prefix).append(letters_in(row[2])).append(ending),
                                                     Override{prefix + std::string(row[0]), row[4] == "capital"});
        overrides.sieve.add(added.first->first);
      }
    }
  }
  return overrides;
}

/// The stem that the table gives a word, -ся and -сь apart: принялся as принял.
const Override* override_of(std::string_view plain, bool capitalised) {
  static const Overrides overrides = read_overrides();
  const auto find = [](std::string_view word) -> const Override* {
    if (!overrides.sieve.may_hold(word)) return nullptr;
    const auto found = overrides.by_word.find(std::string(word));
    return found == overrides.by_word.end() ? nullptr : &found->second;
  };
  const Override* found = find(plain);
  if (found == nullptr && (plain.ends_with("ся") || plain.ends_with("сь"))) {
    constexpr std::size_t kReflexive = std::string_view("ся").size();
    found = find(plain.substr(0, plain.size() - kReflexive));
  }
  return found == nullptr || (found->capital_only && !capitalised) ? nullptr : found;
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
      const std::string_view ending = letters_in(cell);
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

/// A word's end that Snowball errs in, and what stands for it: ро + енн + ого → ро.
struct WordEnding {
  std::string letters;
  std::size_t replaced = 0;  ///< bytes of its end
  std::string_view instead;
};

/// Rows of ru_word_endings.tsv by their last byte, the longest first.
using WordEndings = std::unordered_map<char, std::vector<WordEnding>>;

WordEndings read_word_endings() {
  WordEndings rows;
  for (const Row& row : rows_of(tables::ru_word_endings)) {
    for (const std::string_view cell : parts_of(row[1], '|')) {
      const std::string end = std::string(row[0]).append(letters_in(cell));
      for (const std::string_view before : parts_of(row[2], '|')) {
        const std::string letters = std::string(letters_in(before)) + end;
        rows[letters.back()].push_back({letters, end.size(), letters_in(row[3])});
      }
    }
  }
  for (auto& [last, endings] : rows) {
    std::stable_sort(endings.begin(), endings.end(),
                     [](const WordEnding& a, const WordEnding& b) { return a.letters.size() > b.letters.size(); });
  }
  return rows;
}

/// The stem by the end of the word, or nothing: направлена → направ, активности → активност.
std::string stem_by_ending(std::string_view word) {
  static const WordEndings rows = read_word_endings();
  const auto found = word.empty() ? rows.end() : rows.find(word.back());
  if (found == rows.end()) return {};
  for (const WordEnding& row : found->second) {
    const bool nothing_left = word.size() == row.replaced && row.instead.empty();
    if (!word.ends_with(row.letters) || nothing_left) continue;
    return std::string(word.substr(0, word.size() - row.replaced)).append(row.instead);
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
  if (const Override* found = override_of(plain, capitalised)) return found->stem;
  if (capitalised) {
    const std::string_view name = name_stem(plain);
    if (!name.empty()) return std::string(name);
  }
  const std::string stem = stem_by_ending(plain);
  return stem.empty() ? snowball(plain) : mended(stem);
}

}  // namespace izde::analysis
