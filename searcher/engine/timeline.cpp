#include "searcher/engine/timeline.hpp"

#include "analysis/date.hpp"
#include "searcher/engine/dating.hpp"
#include "searcher/engine/ranking.hpp"

#include <map>
#include <set>

namespace izde::searcher {
namespace {

constexpr std::size_t kLetters[] = {0, 4, 7, 10};  // of an ISO date, by Grain

/// The year, month or day that a date lies in; "" if in several.
std::string bucket(const analysis::DayRange& days, Grain grain) {
  const std::size_t letters = kLetters[static_cast<std::size_t>(grain)];
  const std::string first = analysis::iso_day(days.first).substr(0, letters);
  return first == analysis::iso_day(days.last).substr(0, letters) ? first : "";
}

}  // namespace

Timeline count_timeline(const Plan& plan, const Request& request, const Snapshot& snapshot) {
  std::map<std::string, std::size_t> counts;
  Timeline timeline;
  for_each_hit(plan, request, snapshot, [&](const schema::PassageView& hit) {
    std::set<std::string> buckets;
    for (const schema::DatedDays& date : hit.dates) {
      if (!is_asked_for(date.days, plan)) continue;
      if (std::string found = bucket(date.days, request.timeline); !found.empty()) buckets.insert(std::move(found));
    }
    for (const std::string& found : buckets) ++counts[found];
    timeline.undated += buckets.empty() ? 1 : 0;
  });
  for (const auto& [date, count] : counts) timeline.rows.push_back({date, count});
  return timeline;
}

}  // namespace izde::searcher
