#include "analysis/detect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "analysis/filters/kazakh_scripts.hpp"
#include "analysis/filters/russian_spelling.hpp"
#include "analysis/letters.hpp"
#include "analysis/ngrams.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

constexpr std::size_t kScripts = 4;
constexpr std::size_t kLanguages = 4;
constexpr std::size_t kLettersRead = 240;  // some forty words tell enough
constexpr std::size_t kWordsForOther = 9;  // from here on "none of ours" is said wherever it is clearly likelier
constexpr double kOtherPerLetter = 0.05;   // by so many nats a letter
constexpr std::size_t kWordsForDoubt = 3;  // below, a query is taken for one of ours whatever it looks like
constexpr std::size_t kLettersWithoutNames =
    4;                                      // so many letters of uncapitalised words are enough to leave out the others
constexpr double kDoubtPerLetter = 0.1;     // in between, by so many
constexpr double kNatsPerScore = 0.25 / 4;  // weights are quarters of a nat, four n-grams end at each letter
constexpr double kSure = 0.8;               // below this confidence the document's claim decides

std::size_t index(Script script) { return static_cast<std::size_t>(script); }
std::size_t index(Language language) { return static_cast<std::size_t>(language); }

Script script_of_letter(char32_t c) {
  if (is_latin(c)) return Script::latin;
  if (is_cyrillic(c)) return Script::cyrillic;
  return is_arabic(c) || c == 0x674 ? Script::arabic : Script::other;
}

Script script_named(std::string_view name) {
  if (name == "latin") return Script::latin;
  return name == "cyrillic" ? Script::cyrillic : Script::arabic;
}

/// Letters that show a language by themselves, and in which share of the words they must stand.
class DecisiveLetters {
 public:
  static const DecisiveLetters& instance() {
    static const DecisiveLetters letters;
    return letters;
  }

  /// A bit for each language.
  unsigned shown_by(char32_t c) const { return c < shown_.size() ? shown_[c] : 0; }

  /// Whether `showing` of `words` words are enough.
  bool decide(Script script, Language language, std::size_t showing, std::size_t words) const {
    return showing > 0 && showing * 100 >= percent_[index(script)][index(language)] * words;
  }

 private:
  DecisiveLetters() {
    for (const Row& row : rows_of(tables::langid_letters)) {
      const auto language = language_of_tag(row[1]).value_or(Language::other);
      percent_[index(script_named(row[0]))][index(language)] = static_cast<std::size_t>(number_of(row[2]));
      for (const char32_t c : letters_of(row[3])) shown_.at(c) |= static_cast<std::uint8_t>(1U << index(language));
    }
  }

  std::array<std::uint8_t, 0x1F00> shown_{};  // no script of ours has letters beyond that show anything
  std::array<std::array<std::size_t, kLanguages>, kScripts> percent_{};
};

/// What a first look at a text gives.
struct Survey {
  std::array<std::size_t, kScripts> letters{};
  std::array<std::size_t, kScripts> words{};
  std::array<std::size_t, kLanguages> showing{};      ///< words with letters that show a language
  std::array<std::size_t, kScripts> uncapitalised{};  ///< letters in words that start with a small letter
  bool combining = false;

  Script script() const {
    const auto most = std::ranges::max_element(letters);
    return *most == 0 ? Script::other : static_cast<Script>(most - letters.begin());
  }
};

/// What the survey sees in a code point.
struct Sight {
  enum class Kind : std::uint8_t { letter, combining, between_words };
  Kind kind = Kind::letter;
  Script script = Script::other;
  bool capital = false;
  std::uint8_t shown = 0;  ///< a bit for each language
};

Sight sight_of(char32_t raw) {
  if (is_combining(raw)) return {Sight::Kind::combining};
  const Script script = script_of_letter(raw);
  // Letters of other scripts count as one of none, so that Greek is not taken for the one Latin word in it.
  if (script == Script::other && (raw < 0x370 || raw == 0xFFFD || !is_letter(raw))) return {Sight::Kind::between_words};
  const char32_t c = lower(raw);
  return {Sight::Kind::letter, script, c != raw, static_cast<std::uint8_t>(DecisiveLetters::instance().shown_by(c))};
}

/// Of nearly all that texts hold; every code point of every text is looked at.
using Sights = std::array<Sight, 0x2040>;
const Sights& sights() {
  static const Sights known = [] {
    Sights made;
    for (char32_t c = 0; c < made.size(); ++c) made[c] = sight_of(c);
    return made;
  }();
  return known;
}

class Surveyor {
 public:
  Survey survey(std::string_view text) {
    const Sights& known = sights();
    for (std::size_t at = 0; at < text.size();) {
      const Letter letter = letter_at(text, at);
      at += letter.bytes;
      add(letter.value < known.size() ? known[letter.value] : sight_of(letter.value));
    }
    end_word();
    return survey_;
  }

 private:
  void add(const Sight& sight) {
    if (sight.kind == Sight::Kind::combining) {
      survey_.combining = true;
      return;
    }
    if (sight.kind == Sight::Kind::between_words) return end_word();
    ++survey_.letters[index(sight.script)];
    word_script_ = sight.script;
    if (!in_word_) capitalised_ = sight.capital;
    in_word_ = true;
    if (!capitalised_) ++survey_.uncapitalised[index(sight.script)];
    shown_ |= sight.shown;
  }

  void end_word() {
    if (!in_word_) return;
    ++survey_.words[index(word_script_)];
    for (std::size_t language = 0; language < kLanguages; ++language) {
      if ((shown_ >> language & 1U) != 0) ++survey_.showing[language];
    }
    in_word_ = false;
    shown_ = 0;
  }

  Survey survey_;
  Script word_script_ = Script::other;
  bool in_word_ = false;
  bool capitalised_ = false;
  unsigned shown_ = 0;
};

const NgramModel& model_of(Script script) {
  static const NgramModel latin(tables::langid_latin);
  static const NgramModel cyrillic(tables::langid_cyrillic);
  static const NgramModel arabic(tables::langid_arabic);
  if (script == Script::arabic) return arabic;
  return script == Script::latin ? latin : cyrillic;
}

/// This thread's.
NgramModel::Memo& memo_of(Script script) {
  if (script == Script::arabic) {
    thread_local NgramModel::Memo arabic;
    return arabic;
  }
  if (script == Script::latin) {
    thread_local NgramModel::Memo latin;
    return latin;
  }
  thread_local NgramModel::Memo cyrillic;
  return cyrillic;
}

/// Logarithmic likelihood of each language, by its likeliest spelling; lowest for one that does not use the script.
using Likelihood = std::array<double, kLanguages>;
constexpr double kImpossible = std::numeric_limits<double>::lowest();

Likelihood likelihood_of(std::string_view text, const Survey& survey) {
  const Script script = survey.script();
  const bool leave_names = survey.uncapitalised[index(script)] >= kLettersWithoutNames;
  Likelihood likelihood;
  likelihood.fill(kImpossible);
  const NgramModel& model = model_of(script);
  const auto words = leave_names ? NgramModel::Words::uncapitalised : NgramModel::Words::all;
  const NgramModel::Scores scores = model.score(text, kLettersRead, words, memo_of(script));
  for (std::size_t i = 0; i < model.classes().size(); ++i) {
    double& best = likelihood[index(model.classes()[i])];
    best = std::max(best, scores[i] * kNatsPerScore);
  }
  return likelihood;
}

float logistic(double nats) { return static_cast<float>(1 / (1 + std::exp(-nats))); }

struct Verdict {
  Language language = Language::other;
  float confidence = 0;
};

/// How much likelier than ours another language must be for a text to be none of ours. Short texts are taken for one of
/// ours; only in Latin letters, where English is the alternative, a clear case counts from three words on.
double doubt(Script script, std::size_t words, std::size_t letters) {
  if (words >= kWordsForOther) return kOtherPerLetter * static_cast<double>(letters);
  const bool clear = script == Script::latin && words >= kWordsForDoubt;
  return clear ? kDoubtPerLetter * static_cast<double>(letters) : std::numeric_limits<double>::max();
}

/// The likelier of our languages, or "other" where that is likelier still and the text long enough to say so.
Verdict by_ngrams(const Likelihood& likelihood, double doubt_needed) {
  Language best = Language::other;
  double second = kImpossible;
  for (const Language language : {Language::vi, Language::kk, Language::ru}) {
    const double value = likelihood[index(language)];
    if (best == Language::other || value > likelihood[index(best)]) {
      if (best != Language::other) second = std::max(second, likelihood[index(best)]);
      best = language;
    } else {
      second = std::max(second, value);
    }
  }
  const double own = likelihood[index(best)];
  const double other = likelihood[index(Language::other)] - own;
  if (other > doubt_needed) return {Language::other, logistic(other)};
  return {best, second == kImpossible ? 0.5F : logistic(own - second)};
}

bool writes(Language language, Script script) {
  switch (language) {
    case Language::vi:
      return script == Script::latin;
    case Language::ru:
      return script == Script::cyrillic;
    case Language::kk:
      return script != Script::other;
    case Language::other:
      return false;
  }
  return false;
}

/// A language whose own letters stand in a good part of the words.
Language by_letters(const Survey& survey, Script script) {
  Language best = Language::other;
  for (const Language language : {Language::vi, Language::kk, Language::ru}) {
    const std::size_t showing = survey.showing[index(language)];
    if (!writes(language, script)) continue;
    if (!DecisiveLetters::instance().decide(script, language, showing, survey.words[index(script)])) continue;
    if (best == Language::other || showing > survey.showing[index(best)]) best = language;
  }
  return best;
}

Verdict verdict_of(std::string_view text, const Survey& survey, Language hint) {
  const Script script = survey.script();
  const std::size_t words = survey.words[index(script)];
  const std::size_t letters = std::min(survey.letters[index(script)], kLettersRead);
  const Likelihood likelihood = likelihood_of(text, survey);
  Verdict verdict = by_ngrams(likelihood, doubt(script, words, letters));
  const Language shown = by_letters(survey, script);
  if (shown != Language::other && verdict.language != shown) {
    // Tatar has Kazakh letters too: with enough words the n-grams may say so.
    const bool rejected = verdict.language == Language::other && words >= kWordsForOther;
    if (!rejected) verdict = {shown, static_cast<float>(kSure)};
  }
  if (shown == verdict.language && shown != Language::other) {
    verdict.confidence = std::max(verdict.confidence, static_cast<float>(kSure));
  }
  if (verdict.confidence < kSure && writes(hint, script)) verdict.language = hint;
  return verdict;
}

Reading read(std::string_view text, const Survey& survey, Language hint) {
  Reading reading;
  reading.script = survey.script();
  if (std::ranges::all_of(survey.letters, [](std::size_t n) { return n == 0; })) {
    reading.language = hint;
    return reading;
  }
  if (reading.script == Script::other) return reading;
  const Verdict verdict = verdict_of(text, survey, hint);
  reading.language = verdict.language;
  reading.confidence = verdict.confidence;
  if (reading.language == Language::kk) reading.alphabet = kazakh_alphabet(text);
  if (reading.language == Language::ru) reading.old_spelling = shows_old_spelling(text);
  return reading;
}

}  // namespace

Reading detect(std::string_view text, Language hint) {
  const Survey survey = Surveyor().survey(text);
  // Decomposed letters would be read as bare ones.
  if (survey.combining) {
    const std::string composed = nfc(text);
    return read(composed, Surveyor().survey(composed), hint);
  }
  return read(text, survey, hint);
}

}  // namespace izde::analysis
