#include "analysis/filters/kazakh_stem.hpp"

#include <array>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

using Replacements = std::unordered_map<std::string_view, std::string_view>;

Replacements replacements(std::string_view table) {
  Replacements map;
  for (const Row& row : rows_of(table)) map.emplace(row[0], row[1]);
  return map;
}

/// The name of the gazetteer that a stem is derived from, or the stem itself: алашордаш(ы) → алашорда.
class Names {
 public:
  Names() {
    for (const Row& row : rows_of(tables::kk_gazetteer)) names_.insert(row[0]);
    for (const Row& row : rows_of(tables::kk_derivations)) endings_.push_back(row[0]);
  }

  std::string_view underived(std::string_view stem) const {
    for (const std::string_view ending : endings_) {
      if (!stem.ends_with(ending)) continue;
      const std::string_view name = stem.substr(0, stem.size() - ending.size());
      if (names_.contains(name)) return name;
    }
    return stem;
  }

 private:
  std::unordered_set<std::string_view> names_;
  std::vector<std::string_view> endings_;
};

/// The words of a text come back often; a direct-mapped cache for each thread answers most of them.
struct Remembered {
  std::uint64_t support = 0;  ///< fingerprint
  std::string word;
  std::string stem;
};

}  // namespace

StemmedPart stemmed_part(std::string_view plain) {
  constexpr std::size_t kShort = 2;
  const std::size_t hyphen = plain.rfind('-');
  if (hyphen == std::string_view::npos) return {{}, plain};
  const std::string_view part = plain.substr(hyphen + 1);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < part.size(); at += letter_at(part, at).bytes) ++letters;
  if (letters <= kShort) return {{}, plain};
  return {plain.substr(0, hyphen + 1), part};
}

std::string_view kazakh_pronoun(std::string_view form) {
  static const Replacements pronouns = replacements(tables::kk_pronouns);
  const auto found = pronouns.find(form);
  return found == pronouns.end() ? std::string_view() : found->second;
}

std::string key_letters(std::string_view word, StemKey key) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < key.kept; ++i) bytes += letter_at(word, bytes).bytes;
  std::string letters(word.substr(0, bytes));
  if (key.added != 0) letters += utf8_of(std::u32string(1, kazakh_letter_of(key.added)));
  return letters;
}

std::string written_stem(std::string_view word, StemKey key) {
  static const Replacements elisions = replacements(tables::kk_elisions);
  static const Names names;
  std::string stem = key_letters(word, key);
  if (const auto full = elisions.find(stem); full != elisions.end()) return std::string(full->second);
  if (const std::string_view name = names.underived(stem); name.size() < stem.size()) stem.resize(name.size());
  return stem;
}

std::string kazakh_stem(std::string_view plain) { return kazakh_stem(plain, KazakhSupport::shipped()); }

std::string kazakh_stem(std::string_view plain, const KazakhSupport& support) {
  constexpr std::size_t kSlots = 2048;
  thread_local std::array<Remembered, kSlots> cache;
  if (plain.empty()) return {};
  Remembered& slot = cache[std::hash<std::string_view>{}(plain) % kSlots];
  if (slot.word == plain && slot.support == support.fingerprint()) return slot.stem;
  std::string stem = kazakh_stem(plain, support, KazakhRanker::shipped());
  slot.support = support.fingerprint();
  slot.word.assign(plain);
  slot.stem = stem;
  return stem;
}

std::string kazakh_stem(std::string_view plain, const KazakhSupport& support, const KazakhRanker& ranker) {
  const auto [head, part] = stemmed_part(plain);
  const std::string_view pronoun = kazakh_pronoun(part);
  std::string stem(pronoun.empty() ? part : pronoun);
  if (pronoun.empty()) {
    const KazakhWord word = kazakh_word(part);
    if (word.size > 0) stem = written_stem(part, ranker.best(word, support).key);
  }
  return head.empty() ? stem : std::string(head) + stem;
}

StemUse stem_use(std::string_view plain, std::string_view stem) {
  const auto [head, part] = stemmed_part(plain);
  if (!stem.starts_with(head)) return StemUse::unknown;
  const std::string_view wanted = stem.substr(head.size());
  const KazakhWord word = kazakh_word(part);
  if (word.size == 0) return StemUse::unknown;
  bool nominal = false;
  bool verbal = false;
  const auto candidates = stem_candidates(word);  // outlives the view of all of them
  for (const StemCandidate& candidate : candidates.all()) {
    if (written_stem(part, stem_key(word, candidate)) != wanted) continue;
    (candidate.kind == StemKind::verbal ? verbal : nominal) = true;
  }
  if (nominal && verbal) return StemUse::either;
  if (verbal) return StemUse::verbal;
  return nominal ? StemUse::nominal : StemUse::unknown;
}

}  // namespace izde::analysis
