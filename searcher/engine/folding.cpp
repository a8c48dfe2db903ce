#include "searcher/engine/folding.hpp"

#include "analysis/numbers.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <utility>

namespace izde::searcher {
namespace {

constexpr std::int64_t kMonth = 31;           // days
constexpr std::int64_t kStay = 20;            // a congress meets so long
constexpr std::size_t kFew = 4, kEighth = 8;  // of common concepts
constexpr std::string_view kOther = "other";  // the type of an act that has no type of its own

std::int64_t length(const ToldDate& when) { return std::int64_t{when.days.last} - when.days.first + 1; }

using Ids = std::set<std::string>;

std::size_t shared(const Ids& a, const Ids& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& id) { return b.contains(id); }));
}

Ids without(const Ids& ids, const Ids& common) {
  Ids rest;
  std::set_difference(ids.begin(), ids.end(), common.begin(), common.end(), std::inserter(rest, rest.end()));
  return rest;
}

/// A month, or so long that many things happen in it.
bool is_month(const ToldDate& when) { return length(when) > kStay; }

bool is_type(const std::string& type) { return !type.empty() && type != kOther; }

// Of a day: the number of the act in a sentence that tells it as a happening, or any large one in two such sentences.
bool share_number(const Telling& a, const Telling& b) {
  const auto has_number_of = [](const Telling& telling, const Telling& other) {
    return other.act && !other.act->number.empty() && telling.numbers.contains(other.act->number);
  };
  if (has_number_of(a, b) || has_number_of(b, a)) return true;
  return !a.act && !b.act && std::any_of(a.numbers.begin(), a.numbers.end(), [&](const std::string& number) {
    return analysis::is_large_number(number) && b.numbers.contains(number);
  });
}

// What needs no concept in common: of a day, the number says which act it is; else its type and who issued it do.
bool is_act_of_day(const Telling& a, const Telling& b) {
  if (length(a.when) != 1) return false;
  if (share_number(a, b)) return true;
  if (!a.act || !b.act) return false;
  if (!a.act->number.empty() && a.act->number == b.act->number) return true;
  const std::vector<std::string>& issuers = b.act->issuers;
  return is_type(a.act->type) && a.act->type == b.act->type &&
         std::any_of(a.act->issuers.begin(), a.act->issuers.end(), [&](const std::string& id) {
           return std::find(issuers.begin(), issuers.end(), id) != issuers.end();
         });
}

// Which groups hold a telling that may be of the same time as another: of thousands of hits only those need to be
// looked at (is_same_time).
class GroupsByDays {
 public:
  void add(const ToldDate& when, std::size_t group) {
    for (const Days& days : days_of(when)) groups_[days].insert(group);
  }

  std::set<std::size_t> near(const ToldDate& when) const {
    std::set<std::size_t> groups;
    for (const Days& days : days_of(when))
      if (const auto found = groups_.find(days); found != groups_.end())
        groups.insert(found->second.begin(), found->second.end());
    return groups;
  }

 private:
  using Days = std::pair<std::int32_t, std::int32_t>;

  static std::vector<Days> days_of(const ToldDate& when) {
    std::vector<Days> days{{when.days.first, when.days.last}};
    if (const auto written = as_written(when)) days.emplace_back(written->first, written->last);
    return days;
  }

  std::map<Days, std::set<std::size_t>> groups_;
};

}  // namespace

std::optional<analysis::DayRange> as_written(const ToldDate& when) {
  return when.supposed ? analysis::parse_date(when.os_date) : std::nullopt;
}

bool is_same_time(const ToldDate& a, const ToldDate& b) {
  return a.days == b.days || as_written(a) == b.days || as_written(b) == a.days;
}

bool may_be_same_act(const Telling& a, const Telling& b) {
  if (!a.act || !b.act) return true;
  const bool types_differ = is_type(a.act->type) && is_type(b.act->type) && a.act->type != b.act->type;
  const bool numbers_differ = !a.act->number.empty() && !b.act->number.empty() && a.act->number != b.act->number;
  const bool are_loose = is_month(a.when) && a.act->number.empty();  // a body adopts many in a month
  return !types_differ && !numbers_differ && !are_loose;
}

bool is_same(const Telling& a, const Telling& b, const Ids& common) {
  if (!is_same_time(a.when, b.when) || !may_be_same_act(a, b)) return false;
  if (shared(a.events, b.events) > 0 || is_act_of_day(a, b)) return true;
  if (length(a.when) > kMonth) return false;
  if (is_month(a.when)) return shared(without(a.concepts, common), without(b.concepts, common)) >= 2;
  const std::size_t both = shared(a.concepts, b.concepts);
  const std::size_t fewest = std::min(a.concepts.size(), b.concepts.size());
  return both >= 2 || (both > 0 && (length(a.when) == 1 || both == fewest));
}

Ids common_concepts(const std::vector<Telling>& tellings) {
  std::map<std::string, std::size_t> counts;
  for (const Telling& telling : tellings)
    for (const std::string& id : telling.concepts) ++counts[id];
  Ids common;
  for (const auto& [id, count] : counts)
    if (count > kFew && count * kEighth >= tellings.size()) common.insert(id);
  return common;
}

std::vector<std::vector<std::size_t>> fold(const std::vector<Telling>& tellings) {
  const Ids common = common_concepts(tellings);
  std::vector<std::vector<std::size_t>> groups;
  GroupsByDays by_days;
  for (std::size_t i = 0; i < tellings.size(); ++i) {
    const auto takes = [&](std::size_t candidate) {
      const std::vector<std::size_t>& group = groups[candidate];
      return std::any_of(group.begin(), group.end(),
                         [&](std::size_t j) { return is_same(tellings[i], tellings[j], common); }) &&
             std::all_of(group.begin(), group.end(),
                         [&](std::size_t j) { return may_be_same_act(tellings[i], tellings[j]); });
    };
    const std::set<std::size_t> candidates = by_days.near(tellings[i].when);
    const auto taken = std::find_if(candidates.begin(), candidates.end(), takes);
    const std::size_t group = taken == candidates.end() ? groups.size() : *taken;
    if (group == groups.size()) groups.emplace_back();
    groups[group].push_back(i);
    by_days.add(tellings[i].when, group);
  }
  return groups;
}

}  // namespace izde::searcher
