#include "indexer/kinds/act_date.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace izde::indexer {
namespace {

using analysis::DateKind;
using analysis::FoundDate;

constexpr std::uint32_t kBroader = 40;  // bytes that a month counts as farther away than a day, a year than a month

bool is_known(const FoundDate& date) { return date.days.first > std::numeric_limits<std::int32_t>::min(); }

/// How much of a year lies open: a day 0, a month 1, more 2.
int breadth(const FoundDate& date) {
  const std::int64_t width = std::int64_t{date.days.last} - date.days.first;
  return width < 16 || date.kind == DateKind::double_or_range ? 0 : width < 31 ? 1 : 2;
}

}  // namespace

const FoundDate* nearest_date(const std::vector<FoundDate>& dates, analysis::Span from, analysis::Span within) {
  const FoundDate* nearest = nullptr;
  std::uint32_t least = 0;
  for (const FoundDate& date : dates) {
    if (date.span.begin < within.begin || date.span.begin >= within.end || !is_known(date)) continue;
    const std::uint32_t distance =
        kBroader * static_cast<std::uint32_t>(breadth(date)) +
        (date.span.begin >= from.end ? date.span.begin - from.end : from.begin - std::min(from.begin, date.span.end));
    if (nearest != nullptr && distance >= least) continue;
    nearest = &date;
    least = distance;
  }
  return nearest;
}

}  // namespace izde::indexer
