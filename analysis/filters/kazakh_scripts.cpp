#include "analysis/filters/kazakh_scripts.hpp"

#include <algorithm>

#include "analysis/filters/kazakh_doubts.hpp"
#include "analysis/filters/kazakh_letters.hpp"
#include "analysis/filters/kazakh_spellings.hpp"
#include "analysis/letters.hpp"

namespace izde::analysis {
namespace {

constexpr std::u32string_view kHamzas = U"\u0674\u0621";  // ٴ and ء: the vowels of the word are front
constexpr std::u32string_view kApostrophes = U"\u2018\u2019\u02BC\u02BB\u02B9\u2032`";

bool starts_with(std::u32string_view text, std::u32string_view start) { return text.substr(0, start.size()) == start; }
/// Letter by letter, the longest spelling first: shyǵys → ш ы ғ ы с.
std::u32string draft_of(std::u32string_view word, const AlphabetTable& table) {
  std::u32string draft;
  while (!word.empty()) {
    std::size_t taken = 0;
    if (const auto found = table.spellings.find(word.front()); found != table.spellings.end()) {
      const auto spelling =
          std::ranges::find_if(found->second, [&](const Spelling& s) { return starts_with(word, s.written); });
      if (spelling != found->second.end()) {
        draft += spelling->cyrillic;
        taken = spelling->written.size();
      }
    }
    if (taken == 0) draft += word[taken++];
    word.remove_prefix(taken);
  }
  return draft;
}

/// What the neighbours decide: abai → абаи → абай.
std::u32string settle(std::u32string_view draft, const AlphabetTable& table) {
  std::u32string done;
  while (!draft.empty()) {
    std::size_t taken = 0;
    if (const auto found = table.rules.find(draft.front()); found != table.rules.end()) {
      const auto rule = std::ranges::find_if(found->second, [&](const ContextRule& r) { return fits(r, done, draft); });
      if (rule != found->second.end()) {
        done += rule->cyrillic;
        taken = rule->draft.size();
      }
    }
    if (taken == 0) done += draft[taken++];
    draft.remove_prefix(taken);
  }
  return done;
}

bool is_nucleus(char32_t c) { return kazakh_letter(c).vowel == Vowel::native || c == U'и'; }

/// Front and back vowels of a word in Arabic script, which writes them alike. ә and ө are looked for in the first
/// syllable only, and not where another a or o follows (گازەتا → газета). Hamza makes the other vowels front; қ and ғ
/// make those of their own syllable back, к and г front; where a syllable shows nothing, its vowel follows its
/// neighbour: قىركۇيەك → қырк-ұй-ек → қыркүйек.
class ArabicVowels {
 public:
  ArabicVowels(std::u32string_view draft, bool hamza) : draft_(draft), hamza_(hamza) {
    const std::size_t stem = draft.size() - (ends_with_instrumental(draft) ? kInstrumental : 0);
    for (std::size_t at = 0; at < draft.size(); ++at) {
      const KazakhLetter& letter = kazakh_letter(draft[at]);
      shows_front_ |= letter.shows == Harmony::front && at < stem;
      shows_back_ |= letter.shows == Harmony::back;
      if (letter.twin_first) last_open_ = at;
      if (first_ == kNone && is_nucleus(draft[at])) first_ = at;
    }
  }

  std::u32string settled() const {
    std::u32string word(draft_);
    Harmony before = Harmony::none;
    for (std::size_t at = 0; at < draft_.size(); ++at) {
      const KazakhLetter& letter = kazakh_letter(draft_[at]);
      if (letter.vowel == Vowel::native && letter.shows != Harmony::none) before = letter.shows;
      if (letter.partner == 0) continue;
      if (letter.twin_first && is_open_back(at)) {
        before = Harmony::back;
        continue;
      }
      before = harmony_at(at, before);
      if (before == Harmony::front) word[at] = letter.partner;
    }
    return word;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  static constexpr std::size_t kInstrumental = 3;  ///< letters of -мен, -бен, -пен: front after back stems too

  static bool ends_with_instrumental(std::u32string_view draft) {
    return draft.ends_with(U"мен") || draft.ends_with(U"бен") || draft.ends_with(U"пен");
  }

  bool is_open_back(std::size_t at) const { return at != first_ || (last_open_ != at && !hamza_); }

  /// The consonant before the vowel, and the one after it if it closes the syllable.
  Harmony syllable_shows(std::size_t at) const {
    const auto shows = [this](std::size_t i) {
      const KazakhLetter& letter = kazakh_letter(draft_[i]);
      return letter.vowel == Vowel::none ? letter.shows : Harmony::none;
    };
    const bool closed = at + 1 < draft_.size() && (at + 2 >= draft_.size() || !is_nucleus(draft_[at + 2]));
    const Harmony onset = at > 0 ? shows(at - 1) : Harmony::none;
    const Harmony coda = closed ? shows(at + 1) : Harmony::none;
    if (onset == Harmony::back || coda == Harmony::back) return Harmony::back;
    return onset != Harmony::none ? onset : coda;
  }

  Harmony next_shown(std::size_t at) const {
    for (const char32_t c : draft_.substr(at)) {
      if (kazakh_letter(c).shows != Harmony::none) return kazakh_letter(c).shows;
    }
    return Harmony::back;
  }

  Harmony harmony_at(std::size_t at, Harmony before) const {
    if (const Harmony shown = syllable_shows(at); shown != Harmony::none) return shown;
    if (shows_back_ && !hamza_ && !shows_front_) return Harmony::back;
    if (before == Harmony::back && !hamza_) return Harmony::back;
    if (hamza_ || (shows_front_ && !shows_back_)) return Harmony::front;
    return before != Harmony::none ? before : next_shown(at);
  }

  std::u32string_view draft_;
  bool hamza_;
  bool shows_front_ = false;
  bool shows_back_ = false;
  std::size_t first_ = kNone;      ///< vowel of the first syllable
  std::size_t last_open_ = kNone;  ///< last a or o
};

/// ASCII writing drops the dots of ö and ü; a word whose other vowels are all front gets them back: kundiz → күндіз
/// (in kun no vowel shows it).
std::u32string with_front_vowels(std::u32string word) {
  bool front = false;
  for (const char32_t c : word) {
    const KazakhLetter& letter = kazakh_letter(c);
    if (letter.harmony == Harmony::back && c != U'о' && c != U'ұ') return word;
    front |= letter.harmony == Harmony::front;
  }
  for (char32_t& c : word) {
    if (front && kazakh_letter(c).partner != 0) c = kazakh_letter(c).partner;
  }
  return word;
}

/// Latin look-alikes are mended only where the rest of the word is Cyrillic: aзaйту, but Windows.
bool has_cyrillic(std::u32string_view word) { return std::ranges::any_of(word, is_cyrillic); }

/// Yañalif is typed with Cyrillic в and ь; a word that begins with one is no Cyrillic word: вajtursьnov, вirigiꞑder.
bool is_yanalif(std::u32string_view word) {
  constexpr std::u32string_view kBorrowed = U"вьәөң";
  const auto latin = std::ranges::count_if(word, is_latin);
  const bool only_borrowed = std::ranges::all_of(
      word, [&](char32_t c) { return !is_cyrillic(c) || kBorrowed.find(c) != std::u32string_view::npos; });
  return only_borrowed && has_cyrillic(word) && latin > 0 && 2 * latin >= std::ssize(word);
}

}  // namespace

std::string arabic_grade(std::string_view cyrillic, std::size_t most) {
  thread_local std::u32string key;
  key.clear();
  const auto add = [](char32_t k) {
    // Before и the spellings with and without ы or и vary: қыйын, қиын; автономия, автономиа.
    if (k == U'и' && !key.empty() && (key.back() == U'ы' || key.back() == U'и')) key.pop_back();
    key += k;
  };
  // The last letter may still be taken back.
  for (std::size_t at = 0; at < cyrillic.size() && key.size() <= most;) {
    const Letter read = letter_at(cyrillic, at);
    at += read.bytes;
    const KazakhLetter& letter = kazakh_letter(read.value);
    if (letter.index == 0) {
      add(read.value);
    } else {
      for (const char32_t k : letter.arabic) add(k);
    }
  }
  return utf8_of(std::u32string_view(key).substr(0, most));
}

std::string kazakh_cyrillic(std::string_view word, Alphabet alphabet) {
  std::u32string letters = letters_of(word);
  if (alphabet == Alphabet::kk_cyrillic && is_yanalif(letters)) alphabet = Alphabet::kk_yanalif;
  if (alphabet == Alphabet::none || (alphabet == Alphabet::kk_cyrillic && !has_cyrillic(letters)))
    return std::string(word);
  const AlphabetTable& table = alphabet_table(alphabet);
  for (char32_t& c : letters) {
    if (kApostrophes.find(c) != std::u32string_view::npos) c = U'\'';
  }
  std::u32string draft = draft_of(letters, table);
  Hamza hamza = Hamza::not_arabic;
  if (alphabet == Alphabet::kk_arabic) {
    hamza = letters.find_first_of(kHamzas) == std::u32string::npos ? Hamza::absent : Hamza::present;
    draft = ArabicVowels(draft, hamza == Hamza::present).settled();
  }
  std::u32string settled = settle(draft, table);
  if (alphabet == Alphabet::kk_latin_mixed) settled = with_front_vowels(std::move(settled));
  return utf8_of(known_spelling(std::move(settled), table, hamza));
}

}  // namespace izde::analysis
