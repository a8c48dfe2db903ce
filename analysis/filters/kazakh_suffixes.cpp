#include "analysis/filters/kazakh_suffixes.hpp"

#include <algorithm>
#include <ranges>
#include <string_view>
#include <vector>

#include "analysis/filters/kazakh_letters.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

static_assert(kMaxChain < 16, "chains are remembered in 16 bits");

constexpr std::size_t kLetters = 64;
constexpr std::size_t kMaxStates = 16;
constexpr std::size_t kLeastStem = 2;

using LetterSet = std::uint64_t;

LetterSet bit(std::uint8_t letter) { return LetterSet{1} << letter; }

/// One allomorph, with what it asks of the letters before it.
struct Suffix {
  std::size_t class_name = 0;     ///< number of its cell in the class column
  std::uint8_t suffix_class = 0;  ///< what stands before ':'
  std::vector<std::uint8_t> letters;
  LetterSet before = 0;
  Harmony harmony = Harmony::none;         ///< none: fits every stem
  std::array<std::uint8_t, 3> restores{};  ///< by harmony of the stem
};

struct Step {
  const Suffix* suffix = nullptr;
  std::uint8_t next = 0;
};

struct State {
  bool stops = false;
  StemKind kind = StemKind::nominal;
  std::array<std::vector<Step>, kLetters> by_last_letter;  ///< in table order
};

/// Names in order of appearance; the number of a name is its place.
class Numbering {
 public:
  std::size_t number(std::string_view name) {
    const std::size_t found = find(name);
    if (found == names_.size()) names_.push_back(name);
    return found;
  }
  std::size_t find(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::find(names_, name) - names_.begin());
  }
  std::size_t size() const { return names_.size(); }
  std::span<const std::string_view> all() const { return names_; }

 private:
  std::vector<std::string_view> names_;
};

std::uint8_t index_of(char32_t c) { return kazakh_letter(c).index; }

struct Automaton {
  std::vector<Suffix> suffixes;
  std::array<State, kMaxStates> states;  ///< state 0 is the end of the word
  Numbering classes;
  LetterSet vowels = 0;
  std::array<Harmony, kLetters> harmony{};
  std::array<std::uint8_t, kLetters> final{};  ///< what a letter is at the end of a stem
  std::array<char32_t, kLetters> written{};
  std::uint8_t soft_sign = index_of(U'ь');
  std::uint8_t high_back = index_of(U'ы');
  std::uint8_t high_front = index_of(U'і');

  Automaton() {
    read_letters();
    Numbering cells;
    for (const Row& row : rows_of(tables::kk_suffixes)) add_suffix(row, cells);
    Numbering names;
    for (const Row& row : rows_of(tables::kk_suffix_states)) {
      State& state = states.at(names.number(row[0]));
      state.stops = !row[1].empty();
      state.kind = row[1] == "verbal" ? StemKind::verbal : StemKind::nominal;
    }
    for (const Row& row : rows_of(tables::kk_suffix_automaton)) {
      State& state = states.at(names.number(row[0]));
      const std::size_t class_name = cells.number(row[1]);
      const auto next = static_cast<std::uint8_t>(names.number(row[2]));
      for (const Suffix& suffix : suffixes) {
        if (suffix.class_name == class_name) state.by_last_letter[suffix.letters.back()].push_back({&suffix, next});
      }
    }
  }

  Harmony harmony_of(std::span<const std::uint8_t> letters) const {
    for (const std::uint8_t letter : letters | std::views::reverse) {
      if (harmony[letter] != Harmony::none) return harmony[letter];
    }
    return Harmony::none;
  }

 private:
  void read_letters() {
    for (const Row& row : rows_of(tables::kk_letters)) {
      const KazakhLetter& letter = kazakh_letter(letter_at(row[0], 0).value);
      harmony[letter.index] = letter.harmony;
      if (letter.vowel != Vowel::none) vowels |= bit(letter.index);
      written[letter.index] = letter_at(row[0], 0).value;
      final[letter.index] = letter.final == 0 ? letter.index : index_of(letter.final);
    }
  }

  void add_suffix(const Row& row, Numbering& cells) {
    Suffix suffix;
    suffix.class_name = cells.number(row[0]);
    suffix.suffix_class = static_cast<std::uint8_t>(classes.number(row[0].substr(0, row[0].find(':'))));
    for (const char32_t c : letters_of(row[1])) suffix.letters.push_back(index_of(c));
    if (row[2] == "*") suffix.before = ~LetterSet{0};
    for (const char32_t c : letters_of(row[2])) suffix.before |= bit(index_of(c));
    if (row[3] != "free") suffix.harmony = harmony_of(suffix.letters);
    if (const std::u32string restores = letters_of(row[4]); restores.size() == 2) {
      // A stem without harmonic vowels takes the front one.
      suffix.restores = {index_of(restores[1]), index_of(restores[0]), index_of(restores[1])};
    }
    suffixes.push_back(std::move(suffix));
  }
};

const Automaton& automaton() {
  static const Automaton instance;
  return instance;
}

/// One walk over a word from its end.
class Walk {
 public:
  explicit Walk(const KazakhWord& word) : machine_(automaton()), word_(word) {
    found_.of[0].length = static_cast<std::uint8_t>(word.size);
    found_.size = 1;
    strip({.length = static_cast<std::uint8_t>(word.size)}, 0);
  }

  const StemCandidates& found() const { return found_; }

 private:
  bool ends_with(std::size_t length, const Suffix& suffix) const {
    const std::size_t start = length - suffix.letters.size();
    return std::equal(suffix.letters.begin(), suffix.letters.end(),
                      word_.letters.begin() + static_cast<std::ptrdiff_t>(start));
  }

  bool fits(std::size_t length, const Suffix& suffix) const {
    std::uint8_t last = word_.letters[length - 1];
    if (last == machine_.soft_sign && length > kLeastStem) last = word_.letters[length - 2];
    return (suffix.before & bit(last)) != 0;
  }

  StemCandidate without(const StemCandidate& from, const Suffix& suffix, std::size_t length) const {
    StemCandidate rest = from;
    const Harmony stem = machine_.harmony_of(word_.first(length));
    const bool breaks = suffix.harmony != Harmony::none && stem != Harmony::none && stem != suffix.harmony;
    const bool high = suffix.letters[0] == machine_.high_back || suffix.letters[0] == machine_.high_front;
    rest.length = static_cast<std::uint8_t>(length);
    rest.restored = suffix.restores[static_cast<std::size_t>(stem)];
    rest.chain[rest.suffixes++] = {suffix.suffix_class, suffix.letters.size() == 1, breaks, high};
    return rest;
  }

  /// A stem is kept once, with its shortest chain.
  void keep(StemCandidate candidate, StemKind kind) {
    candidate.kind = kind;
    const auto stem = word_.first(candidate.length);
    const auto is_vowel = [this](std::uint8_t letter) { return (machine_.vowels & bit(letter)) != 0; };
    if (candidate.restored == 0 && std::ranges::none_of(stem, is_vowel)) return;
    for (std::size_t i = 1; i < found_.size; ++i) {
      StemCandidate& known = found_.of[i];
      if (known.length != candidate.length || known.restored != candidate.restored || known.kind != kind) continue;
      if (candidate.suffixes < known.suffixes) known = candidate;
      return;
    }
    if (found_.size < found_.of.size()) found_.of[found_.size++] = candidate;
  }

  void strip(const StemCandidate& from, std::uint8_t state_number) {
    if (from.suffixes == kMaxChain || from.length == 0) return;
    const State& state = machine_.states[state_number];
    for (const Step& step : state.by_last_letter[word_.letters[from.length - 1U]]) {
      const Suffix& suffix = *step.suffix;
      if (from.length < suffix.letters.size() + kLeastStem || !ends_with(from.length, suffix)) continue;
      const std::size_t length = from.length - suffix.letters.size();
      if (!fits(length, suffix)) continue;
      const StemCandidate rest = without(from, suffix, length);
      if (rest.restored == 0) {
        std::uint16_t& seen = seen_[length][step.next];
        const auto chain = static_cast<std::uint16_t>(1U << rest.suffixes);
        if ((seen & chain) != 0) continue;
        seen = static_cast<std::uint16_t>(seen | chain);
      }
      const State& next = machine_.states[step.next];
      if (next.stops) keep(rest, next.kind);
      if (rest.restored == 0) strip(rest, step.next);
    }
  }

  const Automaton& machine_;
  const KazakhWord& word_;
  StemCandidates found_;
  std::array<std::array<std::uint16_t, kMaxStates>, kMaxWord> seen_{};  ///< bits: lengths of the chains
};

}  // namespace

KazakhWord kazakh_word(std::string_view word) {
  KazakhWord indices;
  for (std::size_t at = 0; at < word.size();) {
    if (indices.size == kMaxWord) return {};
    const Letter letter = letter_at(word, at);
    indices.letters[indices.size++] = index_of(letter.value);
    at += letter.bytes;
  }
  return indices;
}

StemCandidates stem_candidates(const KazakhWord& word) { return Walk(word).found(); }

StemKey stem_key(const KazakhWord& word, const StemCandidate& candidate) {
  constexpr std::size_t kShortest = 2, kShortVerb = 4;
  static const Automaton& machine = automaton();
  static const std::array softening = {suffix_class("CVP"), suffix_class("PASS")};
  static const std::uint8_t rounded = index_of(U'у'), labial = index_of(U'п');
  StemKey key{candidate.length, candidate.restored};
  if (key.size() == 0) return key;
  const auto last = [&] { return key.added != 0 ? key.added : word.letters[key.kept - 1U]; };
  const auto before_last = [&] { return word.letters[key.added != 0 ? key.kept - 1U : key.kept - 2U]; };
  const auto rewrite_last = [&](std::uint8_t letter) {
    if (letter == last()) return;
    if (key.added == 0) --key.kept;
    key.added = letter;
  };
  // Between vowels only: кітабы is of кітап, but жылғы is not of жылқ(ы).
  if (key.size() > kShortest && last() != 0 && is_kazakh_vowel(before_last())) rewrite_last(machine.final[last()]);
  if (candidate.kind == StemKind::verbal && last() == rounded && key.size() <= kShortVerb) {
    const auto& inner = candidate.innermost();
    if (inner.opens_high && std::ranges::count(softening, inner.suffix_class) > 0) rewrite_last(labial);
  }
  if (key.size() > kShortest && (last() == machine.high_back || last() == machine.high_front)) {
    if (key.added != 0) {
      key.added = 0;
    } else {
      --key.kept;
    }
  }
  return key;
}

char32_t kazakh_letter_of(std::uint8_t index) { return automaton().written[index]; }

bool is_kazakh_vowel(std::uint8_t index) { return (automaton().vowels & bit(index)) != 0; }

std::span<const std::string_view> suffix_class_names() { return automaton().classes.all(); }

std::size_t suffix_class(std::string_view name) {
  const Numbering& classes = automaton().classes;
  const std::size_t found = classes.find(name);
  return found == classes.size() ? kMaxClasses : found;
}

}  // namespace izde::analysis
