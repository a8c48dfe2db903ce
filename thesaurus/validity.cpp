#include "thesaurus/validity.hpp"

#include <algorithm>

namespace izde::thesaurus {

using analysis::DayRange;

std::optional<DayRange> parse_validity(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return analysis::parse_date(edtf);
  const std::string_view from = edtf.substr(0, slash);
  const std::string_view to = edtf.substr(slash + 1);
  const auto is_open = [](std::string_view side) { return side.empty() || side == ".."; };
  if (is_open(from) && is_open(to)) return std::nullopt;
  const auto first = is_open(from) ? DayRange{} : analysis::parse_date(from);
  const auto last = is_open(to) ? DayRange{} : analysis::parse_date(to);
  if (!first || !last || last->last < first->first) return std::nullopt;
  return DayRange{first->first, last->last};
}

bool is_valid(const std::optional<DayRange>& validity, std::span<const DayRange> times) {
  if (!validity || times.empty()) return true;
  return std::any_of(times.begin(), times.end(), [&](const DayRange& time) {
    return time.first <= validity->last && validity->first <= time.last;
  });
}

}  // namespace izde::thesaurus
