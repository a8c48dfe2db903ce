#include "thesaurus/mentions.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"
#include "thesaurus/endings.hpp"
#include "thesaurus/validity.hpp"

namespace izde::thesaurus {
namespace {

using analysis::Language;
using analysis::Script;
using analysis::Token;

/// In a query without capitals a short name counts only as it stands: алаша is a rug, but букейханова is the man.
constexpr std::size_t kLettersToInflect = 5;

Script script_of(const Token& token) { return analysis::script_of(std::string_view(token->written)); }

/// Whether a Vietnamese word carries marks, and so means only the syllable with these very marks.
bool is_marked(const Token& token) { return token->language == Language::vi && token->plain != token->key; }

/// A Russian name in a Kazakh passage, or the other way round, is found as it stands: quotations do not inflect.
bool is_quoted(const PatternWord& word, const Token& token, Language language) {
  return token->language == language && token->plain == word.plain && script_of(token) == Script::cyrillic;
}

bool word_matches(const PatternWord& word, const Token& token, Comparison comparison) {
  if (script_of(token) == Script::other) return token->written == word.written;  // the 1 of 1-й Алашский полк
  switch (comparison) {
    case Comparison::russian:
      return token->language == Language::ru ? is_form_of(token->plain, word.plain, Language::ru)
                                             : is_quoted(word, token, Language::kk);
    case Comparison::kazakh:
      if (token->language != Language::kk) return is_quoted(word, token, Language::ru);
      return token->plain == word.plain ||
             (token->key == word.root && is_form_of(token->plain, word.plain, Language::kk));
    case Comparison::latin:
      return is_marked(token) ? token->plain == word.plain || token->written == word.written
                              : latin_root(token->written) == word.root;
    case Comparison::exact:
      return token->written == word.written;
  }
  return false;
}

bool is_capital(const Token& token) { return token->capitalised || script_of(token) == Script::arabic; }

/// A name keeps a capital: all of them in an exact label, one in any other (Алаш-орда). Labels without capitals need
/// none.
bool capitals_agree(const Pattern& pattern, const std::vector<const Token*>& matched) {
  bool wanted = false, one = false, all = true;
  for (std::size_t i = 0; i < matched.size(); ++i) {
    if (!pattern.words[i].capitalised) continue;
    wanted = true;
    const bool capital = is_capital(*matched[i]);
    one = one || capital;
    all = all && capital;
  }
  return !wanted || (pattern.comparison == Comparison::exact ? all : one);
}

/// The guard of typed names: see kLettersToInflect.
bool long_enough(const Pattern& pattern, const std::vector<const Token*>& matched) {
  if (pattern.comparison != Comparison::russian) return true;
  std::size_t letters = 0;
  bool inflected = false, capital = false;
  for (std::size_t i = 0; i < matched.size(); ++i) {
    letters += analysis::letters_of(pattern.words[i].plain).size();
    inflected = inflected || (*matched[i])->plain != pattern.words[i].plain;
    capital = capital || (*matched[i])->capitalised;
  }
  return !inflected || capital || letters >= kLettersToInflect;
}

/// The position behind a token; what an abbreviation stands for takes the abbreviation's.
std::uint32_t end_of(const Token& token) { return token.position + std::max(token.width, 1U); }

/// What a word was found to begin: some numbers of first words of labels, or more than there is room for.
struct KnownStarts {
  std::array<std::uint32_t, 3> first{};
  std::uint32_t count = 0;
};

analysis::FacesMemo<KnownStarts>& known_starts() {
  thread_local analysis::FacesMemo<KnownStarts> memo;
  return memo;
}

bool covers(const Found& longer, const Found& shorter) {
  return longer.position <= shorter.position && longer.position + longer.width >= shorter.position + shorter.width;
}

/// In order of position, longer first, by an undated label if there is one; without doubles and without a concept
/// inside a longer name of its own.
void tidy(std::vector<Found>& found) {
  const auto order = [](const Found& f) { return std::tuple(f.position, ~f.width, f.concept_index, f.dated); };
  std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) { return order(a) < order(b); });
  std::vector<Found> kept;
  for (const Found& one : found) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Found& other) {
      return other.concept_index == one.concept_index && covers(other, one);
    });
    if (!known) kept.push_back(one);
  }
  found = std::move(kept);
}

}  // namespace

/// One run over some tokens.
struct Finder::Search {
  const analysis::Tokens& tokens;
  bool typed = false;             ///< a query: capitals do not count
  bool without_capitals = false;  ///< the whole passage is written small: Latin names are found all the same
  std::size_t at = 0;             ///< the token where a name may begin
  std::vector<const Token*> matched;
  std::vector<Found> found;
  std::span<const analysis::DayRange> times;  ///< of the passage, if anything is known

  bool accepts(const Pattern& pattern) const {
    if (!is_valid(pattern.valid, times)) return false;
    if (typed) return long_enough(pattern, matched);
    return (without_capitals && pattern.comparison == Comparison::latin) || capitals_agree(pattern, matched);
  }

  /// Whether the pattern's words from `matched` on stand from this position on. A place may hold several tokens, the
  /// parts and their joined word.
  bool matches_from(const Pattern& pattern, std::uint32_t position) {
    if (matched.size() == pattern.words.size()) return accepts(pattern);
    // Those before the last that matched stand before the position, and the position is not far behind it.
    auto token = tokens.begin() + (matched.back() - tokens.data());
    while (token != tokens.end() && token->position < position) ++token;
    for (; token != tokens.end() && token->position == position; ++token) {
      if (matches_with(pattern, *token)) return true;
    }
    return false;
  }

  bool matches_with(const Pattern& pattern, const Token& token) {
    if (!word_matches(pattern.words[matched.size()], token, pattern.comparison)) return false;
    matched.push_back(&token);
    if (matches_from(pattern, end_of(token))) return true;
    matched.pop_back();
    return false;
  }
};

Finder::Finder(std::vector<Pattern> patterns) : patterns_(std::move(patterns)) {
  for (std::uint32_t i = 0; i < patterns_.size(); ++i) starts_[start_of(patterns_[i])].patterns.push_back(i);
}

std::uint32_t Finder::start_of(const Pattern& pattern) {
  const PatternWord& first = pattern.words.front();
  const Faces& faces = faces_[static_cast<std::size_t>(pattern.comparison)];
  const auto known = faces.starts.find(first.written);
  if (known != faces.starts.end()) {
    for (const std::uint32_t start : known->second) {
      const PatternWord& word = starts_[start].word;
      if (word.written == first.written && word.plain == first.plain && word.root == first.root) return start;
    }
  }
  const auto start = static_cast<std::uint32_t>(starts_.size());
  starts_.push_back({pattern.comparison, first, {}});
  add_faces(start);
  return start;
}

void Finder::add_faces(std::uint32_t start) {
  const auto& [comparison, word, patterns] = starts_[start];
  const auto add = [&, where = &faces_[static_cast<std::size_t>(comparison)]](std::string_view face) {
    where->sieve.add(face);
    std::vector<std::uint32_t>& known = where->starts[std::string(face)];
    if (known.empty() || known.back() != start) known.push_back(start);
  };
  add(word.written);
  if (comparison == Comparison::exact) return;
  add(word.plain);
  if (!word.root.empty()) add(word.root);
  if (comparison != Comparison::russian) return;
  for (const std::string_view part : russian_parts(word.plain)) add(part);
}

/// Gathers the first words of labels that a token is.
struct Finder::LookUp {
  const Finder& finder;
  const Token& token;
  std::vector<std::uint32_t> starts;

  void add(Comparison comparison, std::string_view face) {
    const Faces& faces = finder.faces_[static_cast<std::size_t>(comparison)];
    if (!faces.sieve.may_hold(face)) return;
    const auto entry = faces.starts.find(face);
    if (entry == faces.starts.end()) return;
    for (const std::uint32_t start : entry->second) {
      if (std::find(starts.begin(), starts.end(), start) != starts.end()) continue;
      if (word_matches(finder.starts_[start].word, token, comparison)) starts.push_back(start);
    }
  }
};

void Finder::try_patterns(Search& search, const Start& start) const {
  const Token& token = search.tokens[search.at];
  for (const std::uint32_t candidate : start.patterns) {
    const Pattern& pattern = patterns_[candidate];
    search.matched.assign(1, &token);
    if (!search.matches_from(pattern, end_of(token))) continue;
    const Token& last = *search.matched.back();
    search.found.push_back(
        {pattern.concept_index, token.position, end_of(last) - token.position, pattern.valid.has_value()});
  }
}

std::vector<std::uint32_t> Finder::starts_with(const Token& token) const {
  LookUp look_up{*this, token, {}};
  look_up.add(Comparison::exact, token->written);
  const Script script = script_of(token);
  if (script == Script::other) {
    for (const Comparison any : {Comparison::russian, Comparison::kazakh, Comparison::latin}) {
      look_up.add(any, token->written);
    }
    return std::move(look_up.starts);
  }
  if (script == Script::cyrillic) {
    look_up.add(Comparison::kazakh, token->plain);
    if (token->language != Language::ru) look_up.add(Comparison::russian, token->plain);
  }
  if (token->language == Language::ru) {
    for (const std::string_view part : russian_parts(token->plain)) look_up.add(Comparison::russian, part);
  } else if (token->language == Language::kk) {
    if (script != Script::cyrillic) look_up.add(Comparison::kazakh, token->plain);
    if (token->key != token->plain) look_up.add(Comparison::kazakh, token->key);
  }
  if (script != Script::latin) return std::move(look_up.starts);
  if (is_marked(token)) {
    look_up.add(Comparison::latin, token->plain);
    if (token->written != token->plain) look_up.add(Comparison::latin, token->written);
  } else {
    look_up.add(Comparison::latin, latin_root(token->written));
  }
  return std::move(look_up.starts);
}

void Finder::try_starts(Search& search) const {
  const Token& token = search.tokens[search.at];
  const KnownStarts known = known_starts().get(number_, token.faces, [&] {
    const std::vector<std::uint32_t> starts = starts_with(token);
    KnownStarts made;
    made.count = static_cast<std::uint32_t>(starts.size());
    std::copy_n(starts.begin(), std::min(starts.size(), made.first.size()), made.first.begin());
    return made;
  });
  if (known.count <= known.first.size()) {
    for (std::size_t i = 0; i < known.count; ++i) try_patterns(search, starts_[known.first[i]]);
  } else {
    for (const std::uint32_t start : starts_with(token)) try_patterns(search, starts_[start]);
  }
}

std::vector<Found> Finder::find(Search& search) const {
  constexpr std::size_t kAhead = 8;  // tokens
  for (search.at = 0; search.at < search.tokens.size(); ++search.at) {
    if (search.typed) {  // the words of a query are too few to be worth remembering
      for (const std::uint32_t start : starts_with(search.tokens[search.at])) try_patterns(search, starts_[start]);
      continue;
    }
    if (search.at + kAhead < search.tokens.size()) known_starts().expect(search.tokens[search.at + kAhead].faces);
    try_starts(search);
  }
  tidy(search.found);
  return std::move(search.found);
}

std::vector<Found> Finder::in_passage(const analysis::Tokens& tokens, std::span<const analysis::DayRange> times) const {
  Search search{tokens, false, true, 0, {}, {}, times};
  search.without_capitals =
      std::none_of(tokens.begin(), tokens.end(), [](const Token& token) { return token->capitalised; });
  return find(search);
}

std::vector<Found> Finder::in_query(const analysis::Tokens& tokens) const {
  Search search{tokens, true, false, 0, {}, {}, {}};
  std::vector<Found> found = find(search);
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.width > b.width; });
  return found;
}

}  // namespace izde::thesaurus
