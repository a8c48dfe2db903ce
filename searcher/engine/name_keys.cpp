#include "searcher/engine/name_keys.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "searcher/engine/spelling.hpp"

namespace izde::searcher {
namespace {

constexpr std::size_t kLeastLetters = 6;
constexpr std::size_t kLeastForConsonants = 7;  // KOLCaK (Колчак) is not KONCaK (Кончак)
constexpr std::size_t kMostNear = 10;
constexpr std::size_t kMostEdits = 2;

bool is_vowel(char c) { return c == 'a' || c == 'A' || c == 'E' || c == 'O'; }

std::u32string letters(std::string_view key) { return {key.begin(), key.end()}; }

bool same_consonants(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t k = 0;
  while (true) {
    while (i < a.size() && is_vowel(a[i])) ++i;
    while (k < b.size() && is_vowel(b[k])) ++k;
    if (i == a.size() || k == b.size()) return i == a.size() && k == b.size();
    if (a[i++] != b[k++]) return false;
  }
}

}  // namespace

const std::vector<std::string_view>& NameKeys::beginning_with(char letter) const {
  const auto place = static_cast<std::size_t>(letter - 'A');
  std::vector<std::string_view>& keys = by_letter_[place];
  if (gathered_.test(place)) return keys;
  gathered_.set(place);
  std::unordered_set<std::string_view> known;
  for (const schema::Lexicon* lexicon : lexicons_)
    for (const schema::FormId id : lexicon->find_names(letter))
      if (const std::string_view key = lexicon->form(id).name; key.size() >= kLeastLetters && known.insert(key).second)
        keys.push_back(key);
  return keys;
}

std::vector<NearKey> NameKeys::near(std::string_view key) const {
  std::vector<NearKey> found;
  if (key.size() < kLeastLetters || key[0] < 'A' || key[0] > 'Z') return found;
  const std::u32string wanted = letters(key);
  for (const std::string_view other : beginning_with(key[0])) {
    const std::size_t longer = std::max(key.size(), other.size());
    if (longer - std::min(key.size(), other.size()) > kMostEdits) continue;
    const bool vowels_only = same_consonants(key, other);
    if (!vowels_only && std::min(key.size(), other.size()) < kLeastForConsonants) continue;
    const std::size_t limit = vowels_only ? kMostEdits : 1;
    const std::size_t edits = edit_distance(wanted, letters(other), limit);
    if (edits > 0 && edits <= limit) found.push_back({other, edits});
  }
  std::stable_sort(found.begin(), found.end(), [](const NearKey& a, const NearKey& b) { return a.edits < b.edits; });
  if (found.size() > kMostNear) found.resize(kMostNear);
  return found;
}

}  // namespace izde::searcher
