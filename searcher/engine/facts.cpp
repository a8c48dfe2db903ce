#include "searcher/engine/facts.hpp"

#include "analysis/numbers.hpp"
#include "schema/dates.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace izde::searcher {
namespace {

using analysis::DayRange;
using analysis::FoundDate;
using Kind = Question::Kind;
using State = Question::State;

constexpr std::int32_t kWidest = 62;  // days of a date that is compared: months, not years

void tell(Fact& fact, std::size_t telling, const std::string& words) {
  if (fact.told.empty() || fact.told.back().telling != telling) fact.told.push_back({telling, {}});
  std::vector<std::string>& told = fact.told.back().words;
  if (std::find(told.begin(), told.end(), words) == told.end()) told.push_back(words);
}

Fact& fact_of(std::vector<Fact>& facts, const std::string& value, const std::string& name) {
  const auto known = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) { return fact.value == value; });
  if (known != facts.end()) return *known;
  facts.push_back({value, name, {}});
  return facts.back();
}

// Days between the calendars on a day of 1900 to 2100, on one of the century before.
std::int32_t lag_of(std::int32_t day) { return analysis::year_of(day) < 1900 ? 12 : 13; }

bool lie_apart(std::int32_t one, std::int32_t other) { return std::abs(one - other) == lag_of(std::max(one, other)); }

// One day by both calendars, or spans of which an end is the same.
bool answer_alike(const DayRange& one, const DayRange& other) {
  if (one == other) return false;
  const bool days = one.first == one.last && other.first == other.last;
  if (lie_apart(one.first, other.first) && lie_apart(one.last, other.last)) return true;
  const bool months = std::int64_t{one.last} - one.first > 26 || std::int64_t{other.last} - other.first > 26;
  return !days && !months && (one.first == other.first || one.last == other.last);
}

// Whether a date has no year: XXXX-12-13.
bool is_open(const std::string& edtf) { return edtf.starts_with("XXXX"); }

struct DatedFact {
  Fact fact;
  DayRange days;
};

void add_date(const FoundDate& date, const std::string& text, std::size_t telling, std::vector<DatedFact>& dated) {
  const auto searched = schema::searched_days(date);
  if (!searched || std::int64_t{searched->days.last} - searched->days.first >= kWidest) return;
  auto known =
      std::find_if(dated.begin(), dated.end(), [&](const DatedFact& fact) { return fact.days == searched->days; });
  if (known == dated.end()) known = dated.insert(known, {{date.edtf, "", {}}, searched->days});
  if (is_open(known->fact.value)) known->fact.value = date.edtf;
  tell(known->fact, telling, text.substr(date.span.begin, date.span.end - date.span.begin));
}

// A day whose year is left out is that of the year last named, as the index has it. Headings and titles tell dates that
// the text need not repeat.
std::vector<DatedFact> dated_facts(const std::vector<ShownPassage>& passages) {
  std::vector<DatedFact> dated;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const schema::Passage& passage = passages[i].hit.passage;
    for (const FoundDate& date : passage.dates) add_date(date, passage.text, i, dated);
    for (const std::string* above : {&passage.heading, &passage.title})
      for (const FoundDate& date : analysis::find_dates(*above, passage.reading.language))
        add_date(date, *above, i, dated);
  }
  std::sort(dated.begin(), dated.end(), [](const DatedFact& a, const DatedFact& b) {
    return std::tuple(a.days.first, a.days.last, a.fact.value) < std::tuple(b.days.first, b.days.last, b.fact.value);
  });
  return dated;
}

void add_dates(const std::vector<ShownPassage>& passages, std::vector<Question>& questions) {
  std::vector<DatedFact> facts = dated_facts(passages);
  std::vector<bool> placed(facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (placed[i]) continue;
    Question question;
    const DayRange& first = facts[i].days;
    for (std::size_t k = i + 1; k < facts.size(); ++k) {
      if (placed[k] || !answer_alike(first, facts[k].days)) continue;
      question.calendars |= lie_apart(first.first, facts[k].days.first) && lie_apart(first.last, facts[k].days.last);
      placed[k] = true;
      question.facts.push_back(std::move(facts[k].fact));
    }
    question.facts.insert(question.facts.begin(), std::move(facts[i].fact));
    questions.push_back(std::move(question));
  }
}

// A number and where it stands: in which passage, and as which of its numbers.
struct PlacedThing {
  CountedThing thing;
  std::size_t telling = 0, place = 0;
};
using Counted = std::vector<PlacedThing>;  // numbers that answer one question

bool belongs(const CountedThing& thing, const Counted& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const PlacedThing& other) { return answer_alike(thing, other.thing); });
}

// One number may join what stood apart until then.
std::vector<Counted> groups_of(const std::vector<std::vector<CountedThing>>& numbers) {
  std::vector<Counted> groups;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    for (std::size_t place = 0; place < numbers[i].size(); ++place) {
      Counted joined{{numbers[i][place], i, place}};
      for (Counted& group : groups)
        if (belongs(numbers[i][place], group)) {
          std::move(group.begin(), group.end(), std::back_inserter(joined));
          group.clear();
        }
      std::erase_if(groups, [](const Counted& group) { return group.empty(); });
      groups.push_back(std::move(joined));
    }
  for (Counted& group : groups)
    std::sort(group.begin(), group.end(), [](const PlacedThing& a, const PlacedThing& b) {
      return std::tuple(a.telling, a.place) < std::tuple(b.telling, b.place);
    });
  return groups;
}

void add_numbers(const std::vector<std::vector<CountedThing>>& numbers, std::vector<Question>& questions) {
  for (const Counted& group : groups_of(numbers)) {
    if (group.size() == 1 && !group.front().thing.known) continue;  // what stands beside it is a verb, mostly
    Question question;
    question.kind = Kind::number;
    for (const auto& [thing, telling, place] : group) {
      if (question.about.empty()) question.about = thing.noun;
      tell(fact_of(question.facts, thing.value, ""), telling, thing.words);
    }
    std::stable_sort(question.facts.begin(), question.facts.end(), [](const Fact& a, const Fact& b) {
      return std::tuple(analysis::magnitude(a.value), a.value) < std::tuple(analysis::magnitude(b.value), b.value);
    });
    questions.push_back(std::move(question));
  }
}

// Titles and headings, which are known in lower case, only where the text itself does not name it.
void tell_mention(const NamedMention& mention, std::size_t telling, std::vector<Fact>& facts) {
  const bool in_text = std::any_of(mention.words.begin(), mention.words.end(),
                                   [](const NamedMention::Words& words) { return words.span.has_value(); });
  for (const NamedMention::Words& words : mention.words)
    if (words.span.has_value() == in_text) tell(fact_of(facts, mention.id, mention.name), telling, words.text);
}

void add_names(const std::vector<ShownPassage>& passages, Kind kind, std::vector<NamedMention> ShownPassage::*list,
               std::vector<Question>& questions) {
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < passages.size(); ++i)
    for (const NamedMention& mention : passages[i].*list) tell_mention(mention, i, facts);
  for (Fact& fact : facts) {
    Question question;
    question.kind = kind;
    question.facts.push_back(std::move(fact));
    questions.push_back(std::move(question));
  }
}

// Passages that give the same answers agree, also where those are several: from 20 to 35 years.
State state_of(const Question& question, std::size_t passages) {
  std::map<std::size_t, std::set<std::string>> answers;
  for (const Fact& fact : question.facts)
    for (const Fact::Told& told : fact.told) answers[told.telling].insert(fact.value);
  if (answers.size() == 1) return State::one;
  const auto& first = answers.begin()->second;
  if (std::any_of(answers.begin(), answers.end(), [&](const auto& row) { return row.second != first; }))
    return State::differ;
  return answers.size() == passages ? State::all : State::some;
}

std::size_t tellers(const Question& question) {
  std::size_t count = 0;
  for (const Fact& fact : question.facts) count += fact.told.size();
  return count;
}

}  // namespace

std::string_view describe(Kind kind) {
  constexpr std::array<std::string_view, 5> kWords{"date", "number", "person", "place", "institution"};
  return kWords[static_cast<std::size_t>(kind)];
}

std::string_view describe(State state) {
  constexpr std::array<std::string_view, 4> kWords{"differ", "some", "all", "one"};
  return kWords[static_cast<std::size_t>(state)];
}

std::vector<Question> questions_of(const std::vector<ShownPassage>& passages,
                                   const std::vector<std::vector<CountedThing>>& numbers) {
  std::vector<Question> questions;
  add_dates(passages, questions);
  add_numbers(numbers, questions);
  add_names(passages, Kind::person, &ShownPassage::people, questions);
  add_names(passages, Kind::place, &ShownPassage::places, questions);
  add_names(passages, Kind::institution, &ShownPassage::institutions, questions);
  for (Question& question : questions) question.state = state_of(question, passages.size());
  const auto told = [](const Question& question) { return question.kind == Kind::date ? 0 : tellers(question); };
  std::stable_sort(questions.begin(), questions.end(), [&](const Question& a, const Question& b) {
    return std::tuple(a.state, a.kind, told(b)) < std::tuple(b.state, b.kind, told(a));
  });
  return questions;
}

}  // namespace izde::searcher
