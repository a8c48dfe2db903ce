#include "searcher/engine/words.hpp"

#include "analysis/filters/kazakh_misreadings.hpp"
#include "analysis/filters/name_key.hpp"
#include "analysis/filters/vietnamese.hpp"
#include "analysis/letters.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/other_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace izde::searcher {
namespace {

using analysis::Language;
using analysis::Token;
using schema::Face;
using schema::Form;

constexpr std::array<Language, 4> kLanguages{Language::other, Language::vi, Language::kk, Language::ru};

// Measured in LINGUISTICS 1.2 (first five letters) and 3 (other marks); a name key alone is weaker than a word.
constexpr double kBeginningWeight = 0.5;
constexpr double kOtherMarksWeight = 0.3;
constexpr double kOtherWordWeight = 0.3;  // of the same stem, or the same in today's spelling
constexpr double kNameWeight = 0.6;
constexpr double kDamagedWeight = 0.3;   // of words that lost their Kazakh letters in the text
constexpr double kRestoredWeight = 0.5;  // of words that may have lost them in the query
constexpr std::size_t kLeastNameKey = 3;
constexpr std::size_t kLeastUnknownKey = 5;  // of words that only may be names: мясо is not Маса

std::string_view posted_value(const Token& token) { return token->language == Language::ru ? token->stem : token->key; }

struct FormGrade {
  Reason reason;
  float weight;
};

/// The same in every language.
bool is_number(const Token& token) { return !token->plain.empty() && token->plain[0] >= '0' && token->plain[0] <= '9'; }

bool is_arabic(std::string_view utf8) {
  const auto lead = utf8.empty() ? 0 : static_cast<unsigned char>(utf8[0]);
  return lead >= 0xD8 && lead <= 0xDB;
}
bool is_latin(std::string_view utf8) {
  const auto lead = utf8.empty() ? 0 : static_cast<unsigned char>(utf8[0]);
  return lead < 0xCC || lead == 0xE1;
}

// What the forms that are other words are worth: brings nothing where the word itself is found.
Alternative other_words_of(const Alternative& word, bool other_marks, bool better_than_nothing) {
  Alternative other = word;
  other.term.clear();
  other.frequency = 0;
  other.weight *= other_marks ? kOtherMarksWeight : kOtherWordWeight;
  other.reason = other_marks ? Reason::marks : Reason::inflected;
  other.weak = better_than_nothing;
  return other;
}

// How a form of the word's own stem differs from what was typed.
FormGrade grade_form(const Token& typed, const Form& form) {
  if (form.written == typed->written) return {Reason::exact, 1};
  const bool same_script =
      is_arabic(form.written) == is_arabic(typed->written) && is_latin(form.written) == is_latin(typed->written);
  if (typed->language == Language::kk && !same_script) return {Reason::script, 1};
  if (form.plain == typed->plain) {
    if (typed->language == Language::ru) return {Reason::old_spelling, 1};
    return {typed->language == Language::kk ? Reason::script : Reason::exact, 1};
  }
  if (typed->language == Language::vi || typed->language == Language::other) return {Reason::marks, 1};
  return {Reason::inflected, 1};
}

}  // namespace

std::string stem_term(const Form& form) {
  return schema::stem_term({form.written, form.plain, form.stem, form.key, form.name, form.language, form.capitalised});
}

std::vector<schema::FormId> forms_of_stem(const schema::Lexicon& lexicon, const Token& token) {
  return lexicon.find(Face::posted, token->language, posted_value(token));
}

void WordExpander::weigh(Alternative& alternative) const {
  alternative.frequency = alternative.term.empty() ? 0 : snapshot_.frequency(alternative.term);
  alternative.idf = snapshot_.idf(alternative.frequency, alternative.language);
}

// Whether a form of the index is spelt so in the token's language.
bool WordExpander::is_written(std::string_view plain, const Token& token) const {
  return std::any_of(snapshot_.shards().begin(), snapshot_.shards().end(), [&](const Shard& shard) {
    return !shard.lexicon.find(Face::plain, token->language, plain).empty();
  });
}

// Marks typed are meant: a word that differs in them is another word, found by the same term but worth far less; so is
// one with marks where the query has some elsewhere, or is one word that has none (vua is king, vừa just now). In texts
// that have marks nobody writes it otherwise, unless it is no word as it was typed.
WordExpander::Spelling WordExpander::spelling_of(const Token& token) const {
  const bool has_marks = token->plain != token->key;
  if (token->language == Language::other)
    return {has_marks, has_marks && !is_written(token->plain, token) && !is_written(token->key, token)};
  if (token->language != Language::vi) return {};
  const bool bare_meant =
      main_.has_marks || (main_.alone && dictionary_.has_headword(token->plain, thesaurus::Tongue::vi));
  if (!has_marks && !bare_meant) return {};
  if (is_written(token->plain, token) || is_written(token->key, token)) return {true, false};
  return {true, !has_marks || !dictionary_.has_syllable(token->plain)};
}

// Which forms of its stem a word is meant by, and which are other words.
struct WordExpander::Wanted {
  const Token& token;
  const analysis::Tokens& readings;  // of the word, some of which may share the token's term
  Depth depth;
  Spelling spelling;
  bool old_spelling;
  ListedWord listed;

  bool is_no_match(const Form& form, Reason reason) const {
    if (depth == Depth::written && !is_read_as(&analysis::Faces::written, form.written)) return true;
    const bool unmarked = token->language == Language::vi && token->plain == token->key;
    if (depth == Depth::plain && !unmarked && !is_read_as(&analysis::Faces::plain, form.plain)) return true;
    return spelling.typed && reason == Reason::marks && !spelling.fallback && form.plain != form.key;
  }
  bool is_read_as(std::string_view analysis::Faces::*face, std::string_view letters) const {
    return std::any_of(readings.begin(), readings.end(), [&](const Token& reading) {
      return reading->language == token->language && (*reading).*face == letters;
    });
  }
  bool is_other(const Form& form, Reason reason) const {
    if (spelling.typed && reason == Reason::marks) return true;
    if (old_spelling && form.written != form.plain && are_told_apart(token->written, form.written)) return true;
    return listed.is_other(form);
  }
};

void WordExpander::add_stem(Atom& atom, const Token& token, Depth depth) const {
  Alternative alternative;
  alternative.language = token->language;
  alternative.term = schema::stem_term(*token);
  const bool foreign = main_.language != Language::other && token->language != main_.language &&
                       token->language != Language::other && !is_number(token);
  alternative.weight = foreign ? main_.foreign_weight : 1;
  const auto known = std::find_if(atom.alternatives.begin(), atom.alternatives.end(),
                                  [&](const Alternative& other) { return other.term == alternative.term; });
  weigh(alternative);
  if (known != atom.alternatives.end() || alternative.frequency == 0) return;
  const bool old_spelling = token->language == Language::ru && token->written != token->plain;
  const Wanted wanted{token,        atom.tokens,
                      depth,        spelling_of(token),
                      old_spelling, depth == Depth::full ? ListedWord(token, dictionary_) : ListedWord()};
  const bool marks = wanted.spelling.typed;
  alternative.weak = wanted.spelling.fallback;
  const auto index = static_cast<std::uint32_t>(atom.alternatives.size());
  bool any = false;
  bool any_other = marks;
  for (std::size_t shard = 0; shard < snapshot_.shards().size(); ++shard) {
    const schema::Lexicon& lexicon = snapshot_.shards()[shard].lexicon;
    for (const schema::FormId id : forms_of_stem(lexicon, token)) {
      const Form form = lexicon.form(id);
      if (is_other_word(token, form)) {
        atom.precise = false;
        continue;
      }
      const FormGrade grade = grade_form(token, form);
      if (wanted.is_no_match(form, grade.reason)) continue;
      const bool other = wanted.is_other(form, grade.reason);
      atom.forms[shard].push_back({id, {other ? index + 1 : index, grade.reason, grade.weight}});
      if (!other) alternative.reason = std::max(alternative.reason, grade.reason);
      any_other |= other;
      any = true;
    }
  }
  if (marks || any_other) atom.precise = false;
  if (!any) return;
  Alternative others = other_words_of(alternative, marks, !marks || wanted.spelling.fallback);
  atom.alternatives.push_back(std::move(alternative));
  if (any_other) atom.alternatives.push_back(std::move(others));
}

void WordExpander::add_beginning(Atom& atom, const Token& token) const {
  Alternative alternative;
  alternative.language = token->language;
  alternative.term = schema::beginning_term(*token);
  alternative.reason = Reason::prefix;
  // Beside the stem in a Kazakh query; elsewhere Kazakh words are not counted twice, or съезд would bring them first.
  const bool own = main_.language == token->language;
  alternative.weight = kBeginningWeight * (own ? 1 : main_.foreign_weight);
  alternative.adds = own;
  alternative.weak = true;
  if (alternative.term.empty()) return;
  weigh(alternative);
  const bool known = std::any_of(atom.alternatives.begin(), atom.alternatives.end(),
                                 [&](const Alternative& other) { return other.term == alternative.term; });
  if (known || alternative.frequency == 0) return;
  const auto index = static_cast<std::uint32_t>(atom.alternatives.size());
  const std::string_view beginning = std::string_view(alternative.term).substr(1);
  for (std::size_t shard = 0; shard < snapshot_.shards().size(); ++shard)
    for (const schema::FormId id : snapshot_.shards()[shard].lexicon.find(Face::beginning, token->language, beginning))
      atom.forms[shard].push_back({id, {index, Reason::prefix, 1}});
  atom.alternatives.push_back(std::move(alternative));
}

// A stem and a whole word: endings go with the letters (жылғы, scanned жылгы, is no form of жыл to the stemmer), and so
// do words that begin like the stem (укиметинин for үкімет).
void WordExpander::add_damaged(Atom& atom, const Token& token) const {
  if (token->language != Language::kk || is_latin(token->written) || is_arabic(token->written)) return;
  const bool lost = analysis::has_kazakh_letter(token->plain);
  if (!lost && !may_lack_letters(atom)) return;
  const double weight = lost ? kDamagedWeight : kRestoredWeight;
  std::set<std::string> spellings;
  for (const std::string_view word : {token->stem, token->plain})
    for (std::string& spelling : lost ? analysis::damaged_spellings(word) : analysis::restored_spellings(word))
      spellings.insert(std::move(spelling));
  const std::vector<std::string> listed(spellings.begin(), spellings.end());
  for (const Token& other : words_of_language(listed, Language::kk, snapshot_.analyzers())) {
    add_damaged_term(atom, schema::stem_term(*other), Face::posted, weight);
    if (lost && analysis::letters_of(other->key).size() >= schema::kBeginning)
      add_damaged_term(atom, schema::beginning_term(*other), Face::beginning, weight * kBeginningWeight);
  }
}

// A query in which no letter tells that its writer had a Kazakh keyboard; what is a word in Russian is one.
bool WordExpander::may_lack_letters(const Atom& atom) const {
  if (!main_.lacks_letters) return false;
  return main_.language != Language::ru ||
         std::none_of(atom.alternatives.begin(), atom.alternatives.end(),
                      [](const Alternative& known) { return known.language == Language::ru; });
}

void WordExpander::add_damaged_term(Atom& atom, std::string term, schema::Face face, double weight) const {
  Alternative alternative;
  alternative.language = Language::kk;
  alternative.term = std::move(term);
  alternative.reason = Reason::damaged;
  alternative.weight = weight;
  alternative.weak = face == Face::beginning;
  const bool known = std::any_of(atom.alternatives.begin(), atom.alternatives.end(),
                                 [&](const Alternative& other) { return other.term == alternative.term; });
  if (known) return;
  weigh(alternative);
  if (alternative.frequency == 0) return;
  const auto index = static_cast<std::uint32_t>(atom.alternatives.size());
  const std::string_view value = std::string_view(alternative.term).substr(1);
  for (std::size_t shard = 0; shard < snapshot_.shards().size(); ++shard)
    for (const schema::FormId id : snapshot_.shards()[shard].lexicon.find(face, Language::kk, value))
      atom.forms[shard].push_back({id, {index, alternative.reason, 1}});
  atom.alternatives.push_back(std::move(alternative));
}

void WordExpander::add_name(Atom& atom, const Token& token) const {
  const analysis::Script script = is_arabic(token->plain)  ? analysis::Script::arabic
                                  : is_latin(token->plain) ? analysis::Script::latin
                                                           : analysis::Script::cyrillic;
  const std::string key = analysis::name_key(token->stem, token->language, script);
  if (key.size() < (token->capitalised ? kLeastNameKey : kLeastUnknownKey)) return;
  add_name_key(atom, key, kNameWeight);
  for (const NearKey& near : snapshot_.name_keys().near(key))
    add_name_key(atom, near.key, kNameWeight / static_cast<double>(1 + near.edits));
}

void WordExpander::add_name_key(Atom& atom, std::string_view key, double weight) const {
  Alternative alternative;
  alternative.term = schema::name_term(key);
  alternative.reason = Reason::name;
  alternative.weight = weight;
  weigh(alternative);
  const auto known = std::find_if(atom.alternatives.begin(), atom.alternatives.end(),
                                  [&](const Alternative& other) { return other.term == alternative.term; });
  if (known != atom.alternatives.end() || alternative.frequency == 0) return;
  const auto index = static_cast<std::uint32_t>(atom.alternatives.size());
  for (std::size_t shard = 0; shard < snapshot_.shards().size(); ++shard)
    for (const Language language : kLanguages)
      for (const schema::FormId id : snapshot_.shards()[shard].lexicon.find(Face::name, language, key))
        atom.forms[shard].push_back({id, {index, Reason::name, 1}});
  atom.alternatives.push_back(std::move(alternative));
}

void WordExpander::expand(Atom& atom, const analysis::Tokens& readings, Depth depth) const {
  atom.forms.resize(snapshot_.shards().size());
  atom.tokens = readings;
  atom.as_written = depth == Depth::written;
  for (const Token& token : readings) add_stem(atom, token, depth);
  if (depth < Depth::forms) {
    atom.precise = false;
    atom.in_text_only = true;
  }
  if (depth < Depth::full) return;
  const bool found = !atom.alternatives.empty();
  for (const Token& token : readings)
    if (!is_number(token)) add_beginning(atom, token);
  for (const Token& token : readings) add_damaged(atom, token);
  for (const Token& token : readings)
    if (names_ && (token->capitalised || !found)) add_name(atom, token);
}

void WordExpander::add_joined(Atom& atom, const analysis::Tokens& words) const {
  if (words.size() < 2 || words[0]->language == Language::vi) return;
  std::string joined;
  for (const Token& word : words) joined.append(word->plain);
  for (const Token& token : words_of_language({&joined, 1}, words[0]->language, snapshot_.analyzers()))
    add_stem(atom, token, Depth::full);
}

void WordExpander::add_concept(Atom& atom, const std::string& concept_id) const {
  atom.forms.resize(snapshot_.shards().size());
  Alternative alternative;
  alternative.term = schema::concept_term(concept_id);
  alternative.reason = Reason::alias;
  alternative.concept_id = concept_id;
  weigh(alternative);
  atom.alternatives.push_back(std::move(alternative));
}

void WordExpander::add_typed_name(Atom& atom, const analysis::Tokens& readings) const {
  atom.tokens = readings;
  double idf = 0;
  for (const Alternative& alternative : atom.alternatives) idf = std::max(idf, alternative.idf);
  const auto index = static_cast<std::uint32_t>(atom.alternatives.size());
  for (const Token& token : readings)
    for (std::size_t shard = 0; shard < snapshot_.shards().size(); ++shard) {
      const schema::Lexicon& lexicon = snapshot_.shards()[shard].lexicon;
      for (const schema::FormId id : lexicon.find(Face::plain, token->language, token->plain))
        if (const Form form = lexicon.form(id); form.capitalised || is_arabic(form.written))
          atom.forms[shard].push_back({id, {index, grade_form(token, form).reason, 1}});
    }
  Alternative typed;  // posts no term of its own: the concept's brings its passages
  typed.idf = idf;
  typed.inside_mention = true;
  atom.alternatives.push_back(typed);
}

void WordExpander::add_forms(Atom& atom, std::size_t shard, const std::vector<FormMatch>& forms, Reason reason) const {
  atom.forms.resize(snapshot_.shards().size());
  atom.precise = false;
  atom.in_text_only = true;
  std::map<std::string, std::uint32_t> by_term;
  for (std::uint32_t i = 0; i < atom.alternatives.size(); ++i) by_term.emplace(atom.alternatives[i].term, i);
  std::vector<std::uint32_t> places;
  for (const FormMatch& match : forms) {
    const Form form = snapshot_.shards()[shard].lexicon.form(match.form);
    const auto [row, is_new] =
        by_term.try_emplace(stem_term(form), static_cast<std::uint32_t>(atom.alternatives.size()));
    places.push_back(row->second);
    if (!is_new) continue;
    Alternative alternative;
    alternative.term = row->first;
    alternative.language = form.language;
    alternative.reason = reason;
    alternative.weight = 0;
    weigh(alternative);
    atom.alternatives.push_back(std::move(alternative));
  }
  // An alternative is worth its best form; the others are graded against that.
  for (std::size_t i = 0; i < forms.size(); ++i)
    atom.alternatives[places[i]].weight = std::max(atom.alternatives[places[i]].weight, forms[i].weight);
  for (std::size_t i = 0; i < forms.size(); ++i)
    atom.forms[shard].push_back(
        {forms[i].form,
         {places[i], reason, static_cast<float>(forms[i].weight / atom.alternatives[places[i]].weight)}});
}

}  // namespace izde::searcher
