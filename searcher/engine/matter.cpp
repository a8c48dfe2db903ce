#include "searcher/engine/matter.hpp"
#include "searcher/engine/typed_dates.hpp"

#include "analysis/filters/function_words.hpp"
#include "analysis/letters.hpp"
#include "analysis/numbers.hpp"
#include "schema/terms.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace izde::searcher {
namespace {

using analysis::Token;

// docs/RANKING.md
constexpr double kAcrossLanguages = 1.5;  // of a word that other languages can have: one with translations, a number
constexpr std::size_t kMostDates = 8;
constexpr std::size_t kLeastLetters = 2;

bool is_number(std::string_view plain) {
  return std::all_of(plain.begin(), plain.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

// The words of a text that neither name a concept nor tell a date, as units of the lexicon. Only best() looks into the
// lexicon and counts passages: that takes a hundred times as long as the numbers do.
class Words {
 public:
  Words(const schema::Passage& passage, const Shard& shard, const Snapshot& snapshot)
      : passage_(passage),
        snapshot_(snapshot),
        analyzer_(shard.analyzer),
        language_(passage.reading.language),
        tokens_(shard.analyzer.analyze(passage.text, passage.reading)) {}

  /// The best, in the order of the text.
  std::vector<MatterWord> best(std::size_t count, const thesaurus::Dictionary& dictionary) && {
    if (count == 0) return {};
    find_units(dictionary);
    std::vector<Unit> units;
    units.reserve(units_.size());
    for (const auto& [key, unit] : units_) units.push_back(unit);
    std::stable_sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) { return a.worth() > b.worth(); });
    if (units.size() > count) units.resize(count);
    std::sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) { return a.position < b.position; });
    std::vector<MatterWord> words;
    for (const Unit& unit : units) words.push_back({printed(unit), unit.worth()});
    return words;
  }

  /// Numbers that do not stand in a date, none twice.
  std::vector<std::string> large_numbers() const {
    std::vector<std::string> numbers;
    for (const analysis::FoundNumber& number : analysis::find_numbers(tokens_)) {
      const bool dated = std::any_of(passage_.dates.begin(), passage_.dates.end(), [&](const auto& date) {
        return date.span.begin <= number.span.begin && number.span.end <= date.span.end;
      });
      std::string value(number.value);
      if (!dated && analysis::is_large_number(value) &&
          std::find(numbers.begin(), numbers.end(), value) == numbers.end())
        numbers.push_back(std::move(value));
    }
    return numbers;
  }

 private:
  struct Unit {
    std::size_t position = 0, width = 1;
    double idf = 0, factor = 1, times = 0;
    double worth() const { return idf * factor * (1 + std::log(times)); }
  };

  void find_units(const thesaurus::Dictionary& dictionary) {
    for (const Token& token : tokens_)
      if (token.width == 1) words_.push_back(&token);
    told_.resize(words_.size());
    for (const schema::Mention& mention : passage_.mentions)
      if (mention.section == schema::section_text) tell(mention.position, mention.width);
    for (std::size_t i = 0; i < words_.size(); ++i)
      told_[i] = told_[i] || std::any_of(passage_.dates.begin(), passage_.dates.end(), [&](const auto& date) {
                   return words_[i]->span.begin >= date.span.begin && words_[i]->span.end <= date.span.end;
                 });
    for (const thesaurus::Translated& entry : dictionary.find(tokens_, analyzer_))
      if (is_free(entry.position, entry.width)) add(entry.position, entry.width, true);
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (!told_[i]) add(i, 1, is_number((*words_[i])->plain));
  }

  void tell(std::size_t position, std::size_t width) {
    for (std::size_t i = position; i < std::min(position + width, told_.size()); ++i) told_[i] = true;
  }

  bool is_free(std::size_t position, std::size_t width) const {
    if (position + width > told_.size()) return false;
    const auto first = told_.begin() + static_cast<std::ptrdiff_t>(position);
    return std::none_of(first, first + static_cast<std::ptrdiff_t>(width), [](bool told) { return told; });
  }

  // What nobody else has and no other language can have finds nothing.
  void add(std::size_t position, std::size_t width, bool across) {
    tell(position, width);
    const analysis::Faces& first = *words_[position]->faces.get();
    if (width == 1 && (analysis::letters_of(first.written).size() < kLeastLetters ||
                       analysis::is_function_word(first.plain, first.language)))
      return;
    const std::size_t passages = frequency(position, width);
    if (passages < 2 && !across) return;
    std::string key;
    for (std::size_t i = position; i < position + width; ++i) key.append((*words_[i])->stem).append(" ");
    Unit& unit = units_[key];
    if (unit.times == 0) unit = {position, width, snapshot_.idf(passages, language_), across ? kAcrossLanguages : 1, 0};
    ++unit.times;
  }

  // Passages that have the words: at most those of the rarest of them or, in Vietnamese, of the rarest pair.
  std::size_t frequency(std::size_t position, std::size_t width) const {
    std::size_t least = snapshot_.frequency(schema::stem_term(**words_[position]));
    for (std::size_t i = position + 1; i < position + width; ++i) {
      const std::string pair = schema::pair_term(**words_[i - 1], **words_[i]);
      least = std::min(least, snapshot_.frequency(pair.empty() ? schema::stem_term(**words_[i]) : pair));
    }
    return least;
  }

  std::vector<std::string> printed(const Unit& unit) const {
    std::vector<std::string> words;
    for (std::size_t i = unit.position; i < unit.position + unit.width; ++i) {
      const analysis::Span& span = words_[i]->span;
      words.push_back(passage_.text.substr(span.begin, span.end - span.begin));
    }
    return words;
  }

  const schema::Passage& passage_;
  const Snapshot& snapshot_;
  const analysis::Analyzer& analyzer_;
  analysis::Language language_;
  const analysis::Tokens tokens_;
  std::vector<const Token*> words_;  // by position
  std::vector<bool> told_;           // by position: a name, a date or a unit has it
  std::map<std::string, Unit> units_;
};

void add_concept(const std::string& id, const thesaurus::Thesaurus& thesaurus, std::vector<std::string>& concepts) {
  const std::int64_t index = thesaurus.find(id);
  if (index < 0 || thesaurus.concepts()[static_cast<std::size_t>(index)].is_people()) return;
  if (std::find(concepts.begin(), concepts.end(), id) == concepts.end()) concepts.push_back(id);
}

// A title speaks for all passages of its document, not only for the first, whose mentions it is stored with.
std::vector<std::string> concepts_of(const schema::Passage& passage, const Shard& shard,
                                     const thesaurus::Thesaurus& thesaurus) {
  std::vector<std::string> concepts;
  for (const schema::Mention& mention : passage.mentions) add_concept(mention.concept_id, thesaurus, concepts);
  for (const std::string& above : {passage.heading, passage.title})
    for (const thesaurus::Found& found : thesaurus.mentions(shard.analyzer.analyze(above, passage.reading)))
      add_concept(thesaurus.concepts()[found.concept_index].id, thesaurus, concepts);
  if (passage.act)
    for (const auto* ids : {&passage.act->issuers, &passage.act->signatories})
      for (const std::string& id : *ids) add_concept(id, thesaurus, concepts);
  return concepts;
}

void add_date(AskedDate date, std::vector<AskedDate>& dates) {
  const bool known = std::any_of(dates.begin(), dates.end(), [&](const AskedDate& other) {
    return other.days.front().days == date.days.front().days;
  });
  if (!known && dates.size() < kMostDates) dates.push_back(std::move(date));
}

std::vector<AskedDate> dates_of(const schema::Passage& passage) {
  std::vector<AskedDate> dates;
  if (passage.act)
    if (const auto days = analysis::parse_date(passage.act->date); days && days->last - days->first < 31)
      add_date({{{*days, 1}}, passage.act->date, {}, true}, dates);
  for (const analysis::FoundDate& date : passage.dates)
    if (auto asked = asked_date(date, passage.text)) add_date(std::move(*asked), dates);
  return dates;
}

}  // namespace

Matter matter_of(Xapian::docid id, std::size_t words, const Snapshot& snapshot, const Knowledge& knowledge) {
  Matter matter;
  std::string buffer;
  const Shard& shard = snapshot.shards()[snapshot.shard_of(id)];
  matter.passage = schema::passage_from_data(snapshot.data(id, buffer), shard.lexicon).passage;
  matter.concepts = concepts_of(matter.passage, shard, knowledge.thesaurus);
  matter.dates = dates_of(matter.passage);
  Words found(matter.passage, shard, snapshot);
  matter.numbers = found.large_numbers();
  matter.words = std::move(found).best(words, knowledge.dictionary);
  return matter;
}

}  // namespace izde::searcher
