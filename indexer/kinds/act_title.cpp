#include "indexer/kinds/act_title.hpp"

#include <algorithm>
#include <array>

namespace izde::indexer {
namespace {

constexpr std::size_t kLongest = 240;    // bytes of a title
constexpr std::size_t kNumberNear = 40;  // bytes between a number and its noun

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kQuotes{{{"«", "»"}, {"“", "”"}, {"„", "“"}}};
constexpr std::array<std::string_view, 6> kRussianAbout{" о ", " об ", " объ ", " обо ", " по ", " к "};
constexpr std::string_view kVietnameseAbout = " về ";
constexpr std::array<std::string_view, 3> kKazakhAbout{" туралы ", " turaly ", " تۋرالى "};
constexpr std::array<std::string_view, 4> kNumberSigns{"№", "số ", "so ", "No. "};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

std::size_t end_of_clause(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (std::string_view(".,;:()\n").find(text[at]) != std::string_view::npos) return at;
    for (const std::string_view mark : {"»", "”", " –", " —", "«", "؛", "،"})
      if (text.substr(at).starts_with(mark)) return at;
  }
  return text.size();
}

std::string quoted_title(std::string_view text, analysis::Span noun) {
  for (const auto& [open, close] : kQuotes) {
    const std::size_t begin = text.rfind(open, noun.begin);
    if (begin == text.npos || noun.begin - begin > open.size() + 2) continue;  // the noun opens it
    const std::size_t end = text.find(close, noun.end);
    if (end == text.npos || end - begin > kLongest) continue;
    return std::string(trimmed(text.substr(begin + open.size(), end - begin - open.size())));
  }
  return {};
}

/// The noun and what follows it, where the next word is one of `about`.
std::string with_following(std::string_view text, analysis::Span noun, std::string_view about) {
  const std::string_view rest = text.substr(noun.end);
  if (!rest.starts_with(about)) return {};
  const std::size_t end = std::min(end_of_clause(text, noun.end), text.size());
  if (end - noun.begin > kLongest) return {};
  return std::string(trimmed(text.substr(noun.begin, end - noun.begin)));
}

/// "милиция туралы" and the noun: from where the clause begins.
std::string with_preceding(std::string_view text, analysis::Span noun, std::string_view about) {
  if (!text.substr(0, noun.begin).ends_with(about)) return {};
  std::size_t begin = text.find_last_of(".,;:()\n", noun.begin);
  begin = begin == text.npos ? 0 : begin + 1;
  if (noun.end - begin > kLongest) return {};
  return std::string(trimmed(text.substr(begin, noun.end - begin)));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string act_title(std::string_view text, analysis::Span noun, analysis::Language language) {
  if (std::string title = quoted_title(text, noun); !title.empty()) return title;
  if (language == analysis::Language::vi) return with_following(text, noun, kVietnameseAbout);
  for (const std::string_view about : kRussianAbout)
    if (std::string title = with_following(text, noun, about); !title.empty()) return title;
  for (const std::string_view about : kKazakhAbout)
    if (std::string title = with_preceding(text, noun, about); !title.empty()) return title;
  return {};
}

std::string act_number(std::string_view text, analysis::Span noun, analysis::Span sentence) {
  const std::size_t begin =
      std::max<std::size_t>(sentence.begin, noun.begin - std::min<std::size_t>(noun.begin, kNumberNear));
  const std::size_t end = std::min<std::size_t>(sentence.end, noun.end + kNumberNear);
  const std::string_view near = text.substr(begin, end - begin);
  for (const std::string_view sign : kNumberSigns) {
    std::size_t at = near.find(sign);
    if (at == near.npos) continue;
    at += sign.size();
    while (at < near.size() && (near[at] == ' ' || near[at] == '\xC2' || near[at] == '\xA0')) ++at;
    std::size_t last = at;
    while (last < near.size() && (is_digit(near[last]) || near[last] == '/' || near[last] == '-')) ++last;
    while (last > at && !is_digit(near[last - 1])) --last;
    if (last > at) return std::string(near.substr(at, last - at));
  }
  return {};
}

}  // namespace izde::indexer
