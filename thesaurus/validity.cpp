#include "thesaurus/validity.hpp"

#include <algorithm>

namespace izde::thesaurus {

using analysis::DayRange;

namespace {

/// A date that its librarian was not sure of (1893?, 1866~) is taken as told.
std::optional<DayRange> parse_side(std::string_view date) {
  if (!date.empty() && std::string_view("?~%").find(date.back()) != std::string_view::npos) date.remove_suffix(1);
  return analysis::parse_date(date);
}

}  // namespace

std::optional<DayRange> parse_validity(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return parse_side(edtf);
  const std::string_view from = edtf.substr(0, slash);
  const std::string_view to = edtf.substr(slash + 1);
  const auto is_open = [](std::string_view side) { return side.empty() || side == ".."; };
  if (is_open(from) && is_open(to)) return std::nullopt;
  const auto first = is_open(from) ? DayRange{} : parse_side(from);
  const auto last = is_open(to) ? DayRange{} : parse_side(to);
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
