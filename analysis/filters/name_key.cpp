#include "analysis/filters/name_key.hpp"

#include <algorithm>
#include <vector>

#include "analysis/filters/kazakh_scripts.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

constexpr std::size_t kLeastLetters = 3;
constexpr std::string_view kVowels = "AEO";
constexpr std::string_view kVoiceless = "CFKPST";

bool is_vowel(char sign) { return kVowels.find(sign) != std::string_view::npos; }

struct Sounding {
  std::u32string letters;
  std::string_view key;
};

/// The spellings of one column of the table, by first letter, longest first. '#' is the end of the word.
class Spellings {
 public:
  explicit Spellings(std::string_view name) {
    for (const Row& row : rows_of(tables::name_key)) {
      if (row[0] != name) continue;
      for (const std::string_view letters : parts_of(row[1], ' ')) {
        Sounding sounding{letters_of(letters), row[2]};
        const char32_t first = sounding.letters.front();
        if (first >= by_first_.size()) by_first_.resize(first + 1);
        by_first_[first].push_back(std::move(sounding));
      }
    }
    for (auto& soundings : by_first_) {
      std::ranges::stable_sort(soundings, std::ranges::greater{}, [](const Sounding& s) { return s.letters.size(); });
    }
  }

  /// What the next letters sound like; nullptr if the first is unknown.
  const Sounding* next(std::u32string_view rest) const {
    if (rest.front() >= by_first_.size()) return nullptr;
    const auto& soundings = by_first_[rest.front()];
    const auto sounding = std::ranges::find_if(
        soundings, [&](const Sounding& s) { return rest.substr(0, s.letters.size()) == s.letters; });
    return sounding == soundings.end() ? nullptr : &*sounding;
  }

 private:
  std::vector<std::vector<Sounding>> by_first_;  ///< by code point; those of the table are low
};

/// Letters that only Vietnamese has: a word with one is a phonetic transcription.
bool is_vietnamese(std::u32string_view word) {
  constexpr std::u32string_view kMarked = U"ăâđêôơưàảãáèẻẽéìỉĩíòỏõóùủũúỳỷỹý";
  return std::ranges::any_of(
      word, [&](char32_t c) { return (c >= 0x1EA0 && c <= 0x1EF9) || kMarked.find(c) != std::u32string_view::npos; });
}

std::string sounds_of(std::u32string_view word, const Spellings& spellings) {
  std::string sounds;
  while (!word.empty()) {
    const Sounding* sounding = spellings.next(word);
    if (sounding != nullptr) sounds += sounding->key;
    word.remove_prefix(sounding == nullptr ? 1 : sounding->letters.size());
  }
  return sounds;
}

/// U, Y and H by their neighbours: UALEKAN → VALEKAN, SEMEY → SEME, TENYCPAEV → TENECPAEV.
std::string settled(std::string sounds) {
  for (std::size_t at = 0; at < sounds.size(); ++at) {
    const bool after_vowel = at > 0 && is_vowel(sounds[at - 1]);
    const bool before_vowel = at + 1 < sounds.size() && is_vowel(sounds[at + 1]);
    const bool after_voiceless = at > 0 && kVoiceless.find(sounds[at - 1]) != std::string_view::npos;
    char& sign = sounds[at];
    if (sign == 'U') sign = before_vowel || after_vowel ? 'V' : 'O';
    if (sign == 'Y') sign = after_vowel || before_vowel ? ' ' : 'E';
    if (sign == 'H') sign = after_voiceless ? 'P' : 'B';
  }
  std::erase(sounds, ' ');
  return sounds;
}

/// Doubled consonants once, the first vowel by its class, later ones as a mere syllable, the last not at all, since
/// Russian stems have lost it: SEMEPALATENSK → SEMaPaLaTaNSK, ALAC → ALaC, ORDA → ORD.
std::string skeleton(std::string_view sounds) {
  std::string key;
  bool first_vowel = true;
  char before = 0;
  for (const char sign : sounds) {
    if (is_vowel(sign)) {
      if (!is_vowel(before)) key += first_vowel ? sign : 'a';
      first_vowel = false;
    } else if (sign != before) {
      key += sign;
    }
    before = sign;
  }
  if (key.ends_with('a')) key.pop_back();
  return key;
}

}  // namespace

std::string name_key(std::string_view stem, Language language, Script script) {
  static const Spellings any("any");
  static const Spellings vietnamese("vietnamese");
  std::u32string word = letters_of(stem);
  if (script == Script::arabic && std::ranges::any_of(word, is_arabic)) {
    word = letters_of(kazakh_cyrillic(stem, Alphabet::kk_arabic));
  }
  for (char32_t& c : word) c = lower(c);
  const auto letters = std::ranges::count_if(word, [](char32_t c) { return is_latin(c) || is_cyrillic(c); });
  if (static_cast<std::size_t>(letters) < kLeastLetters) return {};
  std::erase(word, U'-');
  if (language == Language::vi && is_vietnamese(word)) return skeleton(settled(sounds_of(word + U'#', vietnamese)));
  return skeleton(settled(sounds_of(word, any)));
}

}  // namespace izde::analysis
