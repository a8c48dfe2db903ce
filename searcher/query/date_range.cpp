#include "searcher/query/date_range.hpp"

#include <algorithm>
#include <cctype>

namespace izde::searcher {
namespace {

constexpr std::string_view kDots = "..";

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

bool is_four_digits(std::string_view text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Blanks away, dashes as dots, os: in small letters.
std::string tidied(std::string_view typed) {
  std::string text = lower_ascii(typed);
  std::erase(text, ' ');
  for (const std::string_view dash : {"–", "—"}) {
    for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash)) {
      text.replace(at, dash.size(), kDots);
    }
  }
  const std::size_t begin = text.starts_with("os:") ? 3 : 0;
  const std::string_view years = std::string_view(text).substr(begin);
  if (years.size() == 9 && years[4] == '-' && is_four_digits(years.substr(0, 4)) && is_four_digits(years.substr(5))) {
    text.replace(begin + 4, 1, kDots);
  }
  return text;
}

std::string with_ends(std::string_view typed, DateEnd end) {
  std::string text = tidied(typed);
  if (text.find(kDots) == std::string::npos) {
    if (end == DateEnd::first) text += kDots;
    if (end == DateEnd::last) text.insert(0, kDots);
  }
  return text;
}

}  // namespace

bool is_within_years(const analysis::DayRange& days) {
  constexpr int kLastYear = 2100;
  const analysis::DayRange all;
  return (days.first == all.first || analysis::year_of(days.first) <= kLastYear) &&
         (days.last == all.last || analysis::year_of(days.last) <= kLastYear);
}

std::optional<std::string> date_range(std::string_view typed, DateEnd end) {
  std::string text = with_ends(typed, end);
  const auto days = analysis::parse_date_range(text);
  if (!days || !is_within_years(*days)) return std::nullopt;
  return text;
}

bool is_beyond_years(std::string_view typed, DateEnd end) {
  const auto days = analysis::parse_date_range(with_ends(typed, end));
  return days && !is_within_years(*days);
}

std::optional<std::string> joined_range(std::string_view from, std::string_view to) {
  if (!from.ends_with(kDots) || !to.starts_with(kDots)) return std::nullopt;
  // A leading os: would speak for both sides.
  if (from.starts_with("os:") && to.find("os:") == std::string_view::npos) return std::nullopt;
  std::string text(from);
  text += to.substr(kDots.size());
  if (!analysis::parse_date_range(text)) return std::nullopt;  // to: lies before from:
  return text;
}

bool is_open_range(std::string_view text) { return text.ends_with(kDots) || text.starts_with(kDots); }

}  // namespace izde::searcher
