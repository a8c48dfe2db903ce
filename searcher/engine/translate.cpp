#include "searcher/engine/translate.hpp"

#include "analysis/filters/function_words.hpp"
#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/other_words.hpp"
#include "searcher/engine/word_line.hpp"
#include "searcher/engine/words.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace izde::searcher {
namespace {

using analysis::Language;
using analysis::Reading;
using analysis::Token;
using analysis::Tokens;
using thesaurus::Equivalent;

// What the text has in its own language is worth more than what a lexicon makes of the query: docs/RANKING.md.
constexpr double kTranslationWeight = 0.8;
constexpr double kPartOfEntry = 0.5;   // of that: what a single word of an entry is called
constexpr std::size_t kShortWord = 4;  // letters of which a Kazakh word may change one

// Before an ending that begins with a vowel the last ы or і of many words is dropped: орын, орны; халық, халқы.
std::u32string without_last_vowel(std::u32string word) {
  const std::size_t size = word.size();
  if (size > kShortWord - 1 && (word[size - 2] == U'ы' || word[size - 2] == U'і')) word.erase(size - 2, 1);
  return word;
}

// Kazakh adds endings to a word and changes its last two letters at most (кітап, кітабы; қабылдау, қабылдады). Where a
// stem is shared with other words (аштық, hunger, and ашу, open), only the word's own forms are its translation.
bool keeps(const Token& word, const schema::Form& form) {
  const std::u32string whole = analysis::letters_of(word->plain);
  const std::u32string other = analysis::letters_of(form.plain);
  if (other.empty() || analysis::is_arabic(analysis::letters_of(form.written)[0])) return true;
  const std::size_t kept = whole.size() <= kShortWord ? whole.size() - 1 : whole.size() - 2;
  return other.starts_with(whole.substr(0, kept)) || other.starts_with(without_last_vowel(whole));
}

// A Kazakh word that the lexicon has in Arabic or Latin letters is a spelling of that script: سەزى is съезі (of the
// congress), but сезі in Cyrillic is of another word.
bool is_of_other_script(const Token& word, const schema::Form& form) {
  const analysis::Script script = analysis::script_of(word->written);
  return script != analysis::Script::cyrillic && analysis::script_of(form.written) != script;
}

// The translations of a word into one language, gathered into one alternative.
class Group {
 public:
  Group(Atom& atom, const Snapshot& snapshot, Language language, double share, bool by_word)
      : atom_(atom),
        snapshot_(snapshot),
        language_(language),
        share_(share),
        by_word_(by_word),
        shards_(snapshot.shards().size()) {
    alternative_.reason = Reason::translation;
    alternative_.language = language;
    alternative_.weight = 0;
  }

  void add(const Equivalent& equivalent) {
    for (const analysis::Analyzer& analyzer : snapshot_.analyzers()) {
      const Tokens tokens = analyzer.analyze(equivalent.text, analysis::printed_reading(language_));
      Tokens words;
      std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(words),
                   [](const Token& t) { return t.width == 1; });
      // Cells hold foreign letters now and then (陽物 as Vietnamese); such words have no term of the language.
      const bool own =
          std::all_of(words.begin(), words.end(), [&](const Token& w) { return w->language == language_; });
      if (!words.empty() && own) add_words(equivalent, words);
    }
  }

  void finish() && {
    if (alternative_.any_of.empty()) return;
    const auto index = static_cast<std::uint32_t>(atom_.alternatives.size());
    alternative_.idf = snapshot_.idf(alternative_.frequency, language_) / share_;
    const auto best = static_cast<float>(alternative_.weight);
    atom_.forms.resize(shards_);
    for (const auto& [shard, form, weight] : forms_)
      atom_.forms[shard].push_back({form, {index, Reason::translation, weight / best}});
    for (Sequence& sequence : sequences_) {
      sequence.alternative = index;
      sequence.weight /= best;
      atom_.sequences.push_back(std::move(sequence));
    }
    alternative_.weight *= kTranslationWeight;
    atom_.alternatives.push_back(std::move(alternative_));
  }

 private:
  struct WeighedForm {
    std::size_t shard;
    schema::FormId form;
    float weight;
  };

  void add_words(const Equivalent& equivalent, const Tokens& words) {
    std::vector<std::string> terms = terms_of(words);
    std::size_t frequency = std::numeric_limits<std::size_t>::max();
    for (const std::string& term : terms) frequency = std::min(frequency, snapshot_.frequency(term));
    if (frequency == 0 || has_term(terms) || !known_.insert(terms).second) return;
    alternative_.frequency += frequency;
    alternative_.weight = std::max(alternative_.weight, equivalent.weight);
    alternative_.shown.append(alternative_.shown.empty() ? "" : ", ").append(equivalent.text);
    alternative_.any_of.push_back(std::move(terms));
    atom_.precise = false;  // the words may stand apart, a syllable have other marks
    if (words.size() == 1)
      add_form(words[0], static_cast<float>(equivalent.weight));
    else
      add_sequence(words, static_cast<float>(equivalent.weight));
  }

  // Whether the word brings this by itself: съезд is съезд in Kazakh too.
  bool has_term(const std::vector<std::string>& terms) const {
    return terms.size() == 1 &&
           std::any_of(atom_.alternatives.begin(), atom_.alternatives.end(),
                       [&](const Alternative& known) { return known.term == terms.front() && known.weight >= 1; });
  }

  // Two Vietnamese syllables have a term of their own, which brings far fewer passages.
  std::vector<std::string> terms_of(const Tokens& words) const {
    std::vector<std::string> terms;
    const bool pairs = language_ == Language::vi && words.size() > 1 && !by_word_;
    for (std::size_t i = pairs ? 1 : 0; i < words.size(); ++i)
      terms.push_back(pairs ? schema::pair_term(*words[i - 1], *words[i]) : schema::stem_term(*words[i]));
    return terms;
  }

  // Forms of a word; in Vietnamese with its marks or, beside another syllable that settles what is meant, with none; in
  // Kazakh those that keep the word but for its last letters.
  std::vector<schema::FormId> forms_of(const Token& word, std::size_t shard, bool alone) const {
    const schema::Lexicon& lexicon = snapshot_.shards()[shard].lexicon;
    std::vector<schema::FormId> forms = forms_of_stem(lexicon, word);
    if (language_ == Language::vi)
      std::erase_if(forms, [&](schema::FormId id) {
        const schema::Form form = lexicon.form(id);
        return form.plain != word->plain && (alone || form.plain != form.key);
      });
    const ListedWord listed = alone ? ListedWord(word) : ListedWord();
    if (language_ == Language::kk)
      std::erase_if(forms, [&](schema::FormId id) {
        const schema::Form form = lexicon.form(id);
        return is_other_word(word, form) || !keeps(word, form) || listed.is_other(form) ||
               is_of_other_script(word, form);
      });
    return forms;
  }

  void add_form(const Token& word, float weight) {
    for (std::size_t shard = 0; shard < shards_; ++shard)
      for (const schema::FormId form : forms_of(word, shard, true)) forms_.push_back({shard, form, weight});
  }

  void add_sequence(const Tokens& words, float weight) {
    Sequence sequence;
    sequence.weight = weight;
    sequence.words.resize(shards_);
    for (std::size_t shard = 0; shard < shards_; ++shard)
      for (const Token& word : words) {
        const auto forms = forms_of(word, shard, false);
        sequence.words[shard].emplace_back(forms.begin(), forms.end());
      }
    sequences_.push_back(std::move(sequence));
  }

  Atom& atom_;
  const Snapshot& snapshot_;
  Language language_;
  double share_;  // words of the query that have it in common
  const bool by_word_;
  std::size_t shards_;
  Alternative alternative_;
  std::set<std::vector<std::string>> known_;
  std::vector<WeighedForm> forms_;
  std::vector<Sequence> sequences_;
};

Tokens words_at(const thesaurus::Translated& found, const std::vector<const Token*>& parts) {
  Tokens words;
  for (std::uint32_t i = found.position; i < found.position + found.width; ++i) words.push_back(*parts[i]);
  return words;
}

/// Words [first, first+count) of a run have equivalents.
struct TypedEntry {
  std::size_t first = 0, count = 1;
  std::vector<Equivalent> equivalents;
  Tokens words;  ///< as the query has them
};

// Words of the query that stand in some entry; English articles and the like tell nothing.
std::size_t words_known(std::span<const Node> words, const std::vector<TypedEntry>& entries) {
  std::vector<bool> known(words.size());
  for (const TypedEntry& entry : entries)
    for (std::size_t i = entry.first; i < entry.first + entry.count; ++i)
      known[i] = !analysis::is_function_word(analysis::lower_case(words[i].text), Language::other);
  return static_cast<std::size_t>(std::count(known.begin(), known.end(), true));
}

// At each place the longest entry of one reading; several readings may give several for one place.
std::vector<TypedEntry> find_entries(std::span<const Node> words, std::span<const analysis::Analyzer> analyzers,
                                     const thesaurus::Dictionary& dictionary, Language main) {
  if (words.empty()) return {};
  const WordLine line(words);
  // The language of few words is easily mistaken, the more so as English is none of those that are detected: what
  // knows most of the words counts, the query's language first.
  std::map<Language, std::vector<TypedEntry>> by_language;
  for (const analysis::Analyzer& analyzer : analyzers)
    for (const Reading& reading : analyzer.readings(line.text())) {
      const Tokens tokens = analyzer.analyze(line.text(), reading);
      const auto parts = parts_of(tokens);
      for (thesaurus::Translated& found : dictionary.find(tokens, analyzer))
        if (const auto range = line.covered(found.position, found.width, parts))
          by_language[reading.language].push_back(
              {range->first, range->second, std::move(found.equivalents), words_at(found, parts)});
    }
  const bool main_knows_some = main != Language::other && (words_known(words, by_language[main]) > 0 ||
                                                           words_known(words, by_language[Language::other]) > 0);
  if (main_knows_some)
    std::erase_if(by_language, [&](const auto& row) { return row.first != main && row.first != Language::other; });
  std::size_t most = 0;
  for (const auto& [language, found] : by_language) most = std::max(most, words_known(words, found));
  std::vector<TypedEntry> entries;
  for (const auto& [language, found] : by_language)
    if (words_known(words, found) == most) entries.insert(entries.end(), found.begin(), found.end());
  return entries;
}

void add_group(Atom& atom, const std::vector<Equivalent>& equivalents, const Snapshot& snapshot, Language language,
               double share, bool by_word) {
  Group group(atom, snapshot, language, share, by_word);
  for (const Equivalent& equivalent : equivalents)
    if (thesaurus::language_of(equivalent.tongue) == language) group.add(equivalent);
  std::move(group).finish();
}

}  // namespace

std::vector<WordEquivalents> equivalents_of(std::span<const Node> words, std::span<const analysis::Analyzer> analyzers,
                                            const thesaurus::Dictionary& dictionary, Language main) {
  std::vector<WordEquivalents> equivalents(words.size());
  for (const TypedEntry& entry : find_entries(words, analyzers, dictionary, main))
    for (std::size_t i = entry.first; i < entry.first + entry.count; ++i) {
      WordEquivalents& here = equivalents[i];
      if (entry.count < here.words) continue;
      if (entry.count > here.words) here.all.clear();
      here.first = entry.first;
      here.words = entry.count;
      here.entry = entry.words;
      here.all.insert(here.all.end(), entry.equivalents.begin(), entry.equivalents.end());
    }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (equivalents[i].words < 2) continue;
    for (const TypedEntry& alone : find_entries(words.subspan(i, 1), analyzers, dictionary, main))
      equivalents[i].alone.insert(equivalents[i].alone.end(), alone.equivalents.begin(), alone.equivalents.end());
  }
  return equivalents;
}

bool add_translations(Atom& atom, const WordEquivalents& equivalents, const Snapshot& snapshot,
                      const std::vector<Language>& wanted, bool by_word) {
  const std::size_t own = atom.alternatives.size();
  for (const Language language : {Language::vi, Language::kk, Language::ru}) {
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), language) == wanted.end()) continue;
    if (snapshot.passages(language) == 0) continue;
    const std::size_t before = atom.alternatives.size();
    add_group(atom, equivalents.all, snapshot, language, std::max<double>(1, static_cast<double>(equivalents.words)),
              by_word);
    const std::size_t whole = atom.alternatives.size();
    add_group(atom, equivalents.alone, snapshot, language, 1, by_word);
    if (atom.alternatives.size() == whole) continue;
    atom.alternatives.back().weight *= kPartOfEntry;
    atom.alternatives.back().weak = whole > before;
  }
  return atom.alternatives.size() > own;
}

}  // namespace izde::searcher
