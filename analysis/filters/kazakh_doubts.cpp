#include "analysis/filters/kazakh_doubts.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include "analysis/filters/kazakh_letters.hpp"
#include "analysis/filters/kazakh_rank.hpp"
#include "analysis/filters/kazakh_stem.hpp"
#include "analysis/letters.hpp"

namespace izde::analysis {
namespace {

constexpr int kWellKnown = 12;          // forms of a stem that is not doubted
constexpr std::size_t kRounds = 3;      // kinds of changes that one word may need
constexpr std::size_t kMostPlaces = 6;  // places of a word where one kind of change is tried

constexpr std::array<std::u32string_view, 3> kWith = {U"мен", U"бен", U"пен"};  // front after every stem

/// Harmony of the last vowel of a stem, or of the first of what follows it.
template <class Letters>
Harmony first_harmony(const Letters& letters) {
  for (const char32_t c : letters) {
    if (kazakh_letter(c).harmony != Harmony::none) return kazakh_letter(c).harmony;
  }
  return Harmony::none;
}

/// What is known of a word: the stem that it would be given.
struct Known {
  std::u32string word;
  int forms = 0;             ///< that the stem is known in
  std::size_t stem_end = 0;  ///< letters of the word before the suffixes
  bool harmonious = true;    ///< whether the suffixes follow the stem
};

Known known(std::u32string letters) {
  const std::string written = utf8_of(letters);
  const auto [head, part] = stemmed_part(written);
  const KazakhWord word = kazakh_word(part);
  if (word.size == 0) return {std::move(letters), kWellKnown};
  const KazakhSupport& support = KazakhSupport::shipped();
  const RankedStem stem = KazakhRanker::shipped().best(word, support);
  std::uint64_t hash = kNoLetters;
  for (const std::uint8_t letter : word.first(stem.key.kept)) hash = hash_with(hash, letter);
  if (stem.key.added != 0) hash = hash_with(hash, stem.key.added);
  const StemForms found = support.of(hash);
  Known result{.word = std::move(letters)};
  result.forms = stem.kind == StemKind::verbal ? found.verbal : found.nominal;
  if (stem.kind == StemKind::whole) result.forms = std::max(found.nominal, found.verbal);
  result.stem_end = result.word.size() - word.size + stem.key.kept;
  const std::u32string_view before = std::u32string_view(result.word).substr(0, result.stem_end);
  const std::u32string_view rest = std::u32string_view(result.word).substr(result.stem_end);
  const Harmony of_stem = first_harmony(std::views::reverse(before));
  const Harmony of_rest = first_harmony(rest);
  result.harmonious = of_stem == of_rest || of_rest == Harmony::none ||
                      std::ranges::any_of(kWith, [&](std::u32string_view with) { return rest.starts_with(with); });
  return result;
}

/// Hamza is written on words with front vowels in which no ە ك گ shows them.
bool is_written(std::u32string_view word, Hamza hamza) {
  if (hamza == Hamza::not_arabic) return true;
  const bool front = word.find_first_of(U"әөүі") != std::u32string::npos;
  const bool shown = word.find_first_of(U"еэкг") != std::u32string::npos;
  return (front && !shown) == (hamza == Hamza::present);
}

struct Place {
  std::size_t at = 0;
  const ContextRule* rule = nullptr;
};

std::vector<Place> places_of(std::u32string_view word, const std::vector<ContextRule>& group) {
  std::vector<Place> places;
  for (std::size_t at = 0; at < word.size() && places.size() < kMostPlaces; ++at) {
    const auto rule =
        std::ranges::find_if(group, [&](const ContextRule& r) { return fits(r, word.substr(0, at), word.substr(at)); });
    if (rule == group.end()) continue;
    places.push_back({at, &*rule});
    at += rule->draft.size() - 1;
  }
  return places;
}

std::u32string changed(const std::u32string& word, const std::vector<Place>& places, std::size_t first,
                       std::size_t last) {
  std::u32string other = word;
  for (std::size_t i = last + 1; i-- > first;) {
    other.replace(places[i].at, places[i].rule->draft.size(), places[i].rule->cyrillic);
  }
  return other;
}

/// The best known word that one kind of change makes, at one place or several in a row. A change that begins behind the
/// stem or has suffixes disagree with it explains nothing.
Known best_change(const Known& word, const AlphabetTable& table, Hamza hamza) {
  Known best;
  for (const auto& group : table.doubts) {
    const std::vector<Place> places = places_of(word.word, group);
    for (std::size_t first = 0; first < places.size(); ++first) {
      for (std::size_t last = first; last < places.size(); ++last) {
        std::u32string letters = changed(word.word, places, first, last);
        if (!is_written(letters, hamza)) continue;
        Known other = known(std::move(letters));
        if (other.stem_end <= places[first].at) continue;
        if (word.harmonious && word.forms > 0 && !other.harmonious) continue;
        if (other.forms > best.forms) best = std::move(other);
      }
    }
  }
  return best;
}

bool is_far_better(const Known& other, const Known& than) { return other.forms >= 2 * than.forms + 2; }

}  // namespace

std::u32string known_spelling(std::u32string word, const AlphabetTable& table, Hamza hamza) {
  if (table.doubts.empty()) return word;
  Known best = known(std::move(word));
  for (std::size_t round = 0; round < kRounds && best.forms < kWellKnown; ++round) {
    Known better = best_change(best, table, hamza);
    if (!is_far_better(better, best)) break;
    best = std::move(better);
  }
  return std::move(best.word);
}

}  // namespace izde::analysis
