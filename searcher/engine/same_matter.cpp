#include "searcher/engine/same_matter.hpp"

#include "schema/terms.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace izde::searcher {
namespace {

using analysis::DayRange;

// docs/RANKING.md
constexpr double kAlikeOnADay = 0.4;
constexpr double kAlikeInAnEvent = 0.5;
constexpr std::size_t kNamesOfAnEvent = 6;  // in common, itself among them
constexpr std::size_t kLeastNumbers = 2;    // in common
constexpr std::int32_t kFewDays = 3;        // a date no longer than this is one of days

bool is_of_days(const DayRange& days) { return std::int64_t{days.last} - days.first < kFewDays; }

bool meet_by_day(const AskedDate& one, const AskedDate& other) {
  return std::any_of(one.days.begin(), one.days.end(), [&](const AskedDate::Days& mine) {
    return std::any_of(other.days.begin(), other.days.end(), [&](const AskedDate::Days& theirs) {
      return is_of_days(mine.days) && is_of_days(theirs.days) && schema::meet(mine.days, theirs.days) &&
             (mine.weight == 1 || theirs.weight == 1);
    });
  });
}

std::vector<std::string> days_in_common(const Matter& one, const Matter& other) {
  std::vector<std::string> days;
  for (const AskedDate& mine : one.dates)
    if (std::any_of(other.dates.begin(), other.dates.end(),
                    [&](const AskedDate& theirs) { return meet_by_day(mine, theirs); }))
      days.push_back(analysis::iso_day(mine.days.front().days.first));
  return days;
}

bool have_one(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::any_of(some.begin(), some.end(), [&](const std::string& id) {
    return std::find(others.begin(), others.end(), id) != others.end();
  });
}

// A day may be told in Old Style by one of them, unmarked.
bool same_day(const schema::ActRecord& one, const schema::ActRecord& other) {
  for (const std::string* mine : {&one.date, &one.os_date})
    for (const std::string* theirs : {&other.date, &other.os_date})
      if (mine->size() == 10 && *mine == *theirs) return true;
  return false;
}

bool same_act(const schema::Passage& one, const schema::Passage& other) {
  if (!one.act || !other.act || !same_day(*one.act, *other.act)) return false;
  if (!one.act->number.empty() && !other.act->number.empty() && one.act->number != other.act->number) return false;
  return one.act->type == other.act->type || have_one(one.act->issuers, other.act->issuers);
}

bool is_event(const std::string& id, const thesaurus::Thesaurus& thesaurus) {
  const std::int64_t index = thesaurus.find(id);
  return index >= 0 && thesaurus.concepts()[static_cast<std::size_t>(index)].scheme == "events";
}

// A title speaks of more than the passage does.
bool names_below_title(const schema::Passage& passage, const std::string& id) {
  return std::any_of(passage.mentions.begin(), passage.mentions.end(), [&](const schema::Mention& mention) {
    return mention.section != schema::section_title && mention.concept_id == id;
  });
}

struct Names {
  std::vector<std::string> shared;
  double alike = 0;
  bool event = false;  ///< one of those shared is an event that both texts or headings name
};

Names names_in_common(const Matter& one, const Matter& other, const Snapshot& snapshot,
                      const thesaurus::Thesaurus& thesaurus) {
  const auto rarity = [&](const std::string& id) {
    return snapshot.idf(snapshot.frequency(schema::concept_term(id)), analysis::Language::other);
  };
  Names names;
  std::array<double, 3> sums{};  // of the one, of the other, of what they share
  for (const std::string& id : one.concepts) sums[0] += rarity(id);
  for (const std::string& id : other.concepts) sums[1] += rarity(id);
  for (const std::string& id : one.concepts) {
    if (std::find(other.concepts.begin(), other.concepts.end(), id) == other.concepts.end()) continue;
    sums[2] += rarity(id);
    names.shared.push_back(id);
    names.event |=
        is_event(id, thesaurus) && names_below_title(one.passage, id) && names_below_title(other.passage, id);
  }
  names.alike = sums[0] == 0 || sums[1] == 0 ? 0 : sums[2] / std::sqrt(sums[0] * sums[1]);
  return names;
}

std::size_t numbers_in_common(const Matter& one, const Matter& other) {
  return static_cast<std::size_t>(std::count_if(one.numbers.begin(), one.numbers.end(), [&](const std::string& number) {
    return std::find(other.numbers.begin(), other.numbers.end(), number) != other.numbers.end();
  }));
}

}  // namespace

std::string_view describe(Sameness::By by) {
  constexpr std::array<std::string_view, 5> kWords{"", "act", "day", "numbers", "event"};
  return kWords[static_cast<std::size_t>(by)];
}

Sameness sameness(const Matter& one, const Matter& other, const Snapshot& snapshot,
                  const thesaurus::Thesaurus& thesaurus) {
  Names names = names_in_common(one, other, snapshot, thesaurus);
  Sameness same{Sameness::By::nothing, names.alike, days_in_common(one, other), std::move(names.shared)};
  if (same_act(one.passage, other.passage))
    same.by = Sameness::By::act;
  else if (same.share >= kAlikeOnADay && !same.days.empty())
    same.by = Sameness::By::day;
  else if (numbers_in_common(one, other) >= kLeastNumbers && !same.concepts.empty())
    same.by = Sameness::By::numbers;
  else if (same.share >= kAlikeInAnEvent && names.event && same.concepts.size() >= kNamesOfAnEvent)
    same.by = Sameness::By::event;
  return same;
}

}  // namespace izde::searcher
