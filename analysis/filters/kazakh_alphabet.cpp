#include <array>
#include <string_view>
#include <unordered_map>

#include "analysis/filters/kazakh_scripts.hpp"
#include "analysis/filters/kazakh_spellings.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

using Mask = std::uint32_t;  // one bit per Alphabet

constexpr std::u32string_view kVowels = U"aäáeoöóuūüúəɵ";
constexpr std::u32string_view kConsonants = U"bcçdfgğǵhjklmnñńŋpqrsştvwxz";
constexpr std::u32string_view kEdge = U" ";

constexpr std::array kDrafts = {Alphabet::kk_latin_2021, Alphabet::kk_latin_2018, Alphabet::kk_latin_2019,
                                Alphabet::kk_qazaqparat, Alphabet::kk_latin_2017, Alphabet::kk_yanalif};

constexpr Mask bit(Alphabet alphabet) { return Mask{1} << static_cast<unsigned>(alphabet); }

constexpr Mask kAllDrafts = [] {
  Mask mask = 0;
  for (const Alphabet draft : kDrafts) mask |= bit(draft);
  return mask;
}();

/// Which alphabets a letter or a pair of letters may belong to.
class Signatures {
 public:
  Signatures() {
    const Row header = header_of(tables::kk_scripts);
    for (const Row& row : rows_of(tables::kk_scripts)) {
      for (std::size_t column = 1; column < row.size(); ++column) {
        for (const char32_t c : letters_of(row[column])) {
          for (const Alphabet alphabet : alphabets_of(header[column])) letters_[c] |= bit(alphabet);
        }
      }
    }
    for (const Row& row : rows_of(tables::script_signatures)) add_pair(row);
  }

  /// All alphabets for a letter no alphabet has: a foreign word tells nothing.
  Mask of(char32_t letter) const {
    const auto found = letters_.find(letter);
    return found == letters_.end() ? kAll : found->second | bit(Alphabet::kk_latin_mixed);
  }
  Mask of(char32_t first, char32_t second) const {
    const auto found = pairs_.find(key(first, second));
    return found == pairs_.end() ? kAll : found->second;
  }

  static constexpr Mask kAll = ~Mask{0};

 private:
  static std::uint64_t key(char32_t first, char32_t second) { return std::uint64_t{first} << 32 | second; }

  static std::u32string expanded(char32_t c) {
    if (c == U'V') return std::u32string(kVowels);
    if (c == U'C') return std::u32string(kConsonants);
    return c == U'#' ? std::u32string(kEdge) : std::u32string(1, c);
  }

  void add_pair(const Row& row) {
    Mask mask = 0;
    for (const Alphabet alphabet : alphabets_of(row[1])) mask |= bit(alphabet);
    const std::u32string sign = letters_of(row[0]);
    for (const char32_t first : expanded(sign[0])) {
      for (const char32_t second : expanded(sign[1]))
        pairs_.try_emplace(key(first, second), Mask{kAll}).first->second &= mask;
    }
  }

  std::unordered_map<char32_t, Mask> letters_;
  std::unordered_map<std::uint64_t, Mask> pairs_;
};

/// What a passage says for and against each alphabet: letters and pairs that not every alphabet could have written.
struct Evidence {
  std::array<std::size_t, kAlphabets + 1> faults{};
  std::array<std::size_t, kAlphabets + 1> support{};
  bool any = false;

  void add(Mask possible) {
    if ((possible & kAllDrafts) == kAllDrafts) return;
    // What no draft writes (zh, gh) is no slip but another way of romanising.
    constexpr std::size_t kForeignPair = 3;
    const std::size_t weight = (possible & kAllDrafts) == 0 ? kForeignPair : 1;
    for (const Alphabet alphabet : kDrafts) {
      const bool fits = (possible & bit(alphabet)) != 0;
      (fits ? support : faults)[static_cast<std::size_t>(alphabet)] += weight;
      any |= !fits;
    }
  }
};

Evidence latin_evidence(std::string_view text) {
  constexpr std::size_t kEnough = 600;  // bytes: a hundred words show every letter of an alphabet
  text = text.substr(0, kEnough);
  static const Signatures signatures;
  Evidence evidence;
  char32_t before = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const Letter raw = letter_at(text, at);
    at += raw.bytes;
    char32_t c = lower(raw.value);
    if (c == 0x2019 || c == 0x2BC || c == 0x2018 || c == '`') c = U'\'';
    const bool letter = is_latin(c) || c == U'ь';
    if (!letter && c != U'\'') c = U' ';
    if (letter) evidence.add(signatures.of(c));
    evidence.add(signatures.of(before, c));
    before = c;
  }
  evidence.add(signatures.of(before, U' '));
  return evidence;
}

/// The draft with the fewest faults, unless they are too many for foreign names in its text.
Alphabet latin_alphabet(std::string_view text) {
  constexpr std::size_t kSupportPerFault = 2;
  const Evidence evidence = latin_evidence(text);
  if (!evidence.any) return Alphabet::kk_latin_mixed;
  std::size_t best = static_cast<std::size_t>(kDrafts.front());
  for (const Alphabet draft : kDrafts) {
    const auto candidate = static_cast<std::size_t>(draft);
    if (evidence.faults[candidate] < evidence.faults[best]) best = candidate;
  }
  const bool fits = evidence.faults[best] * kSupportPerFault <= evidence.support[best];
  return fits ? static_cast<Alphabet>(best) : Alphabet::kk_latin_mixed;
}

}  // namespace

Alphabet kazakh_alphabet(std::string_view text) {
  constexpr std::size_t kNone = 0, kLatin = 1, kCyrillic = 2, kArabic = 3;
  const auto script_of_letter = [](char32_t c) {
    return is_latin(c) ? kLatin : is_cyrillic(c) ? kCyrillic : is_arabic(c) ? kArabic : kNone;
  };
  static const std::array<std::uint8_t, 0x700> known = [&] {  // nearly every letter of every text
    std::array<std::uint8_t, 0x700> made{};
    for (char32_t c = 0; c < made.size(); ++c) made[c] = static_cast<std::uint8_t>(script_of_letter(c));
    return made;
  }();
  std::array<std::size_t, 4> letters{};
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    at += letter.bytes;
    ++letters[letter.value < known.size() ? known[letter.value] : script_of_letter(letter.value)];
  }
  const auto [none, latin, cyrillic, arabic] = letters;
  if (latin + cyrillic + arabic == 0) return Alphabet::none;
  if (arabic > latin && arabic > cyrillic) return Alphabet::kk_arabic;
  return latin > cyrillic ? latin_alphabet(text) : Alphabet::kk_cyrillic;
}

}  // namespace izde::analysis
