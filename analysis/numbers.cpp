#include "analysis/numbers.hpp"

#include <algorithm>
#include <charconv>

namespace izde::analysis {
namespace {

constexpr std::size_t kGroup = 3;
constexpr double kLarge = 100;

/// Whether digits are parted as groups are: one to three, no zero in front, then three each.
bool are_groups(const std::vector<std::string_view>& parts) {
  const auto is_group = [](std::string_view part) { return part.size() == kGroup; };
  const std::string_view first = parts.front();
  return !first.empty() && first.size() <= kGroup && first.front() != '0' &&
         std::all_of(parts.begin() + 1, parts.end(), is_group);
}

std::string joined(const std::vector<std::string_view>& parts) {
  std::string digits;
  for (const std::string_view part : parts) digits += part;
  return digits;
}

}  // namespace

bool joins_numbers(char32_t c) { return c == U'.' || c == U','; }

std::string plain_number(std::string_view written) {
  std::vector<std::string_view> parts;
  std::string signs;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= written.size(); ++at) {
    if (at < written.size() && !joins_numbers(static_cast<unsigned char>(written[at]))) continue;
    parts.push_back(written.substr(begin, at - begin));
    if (at < written.size()) signs += written[at];
    begin = at + 1;
  }
  if (signs.empty()) return std::string(written);
  const bool one_sign = signs.find_first_not_of(signs.front()) == std::string::npos;
  if (one_sign && are_groups(parts)) return joined(parts);
  const std::string_view decimals = parts.back();
  parts.pop_back();
  const bool last_is_other = std::count(signs.begin(), signs.end(), signs.back()) == 1;
  if (last_is_other && (parts.size() == 1 || are_groups(parts))) return joined(parts) + "." + std::string(decimals);
  return std::string(written);
}

double magnitude(std::string_view plain) {
  double number = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), number, std::chars_format::fixed);
  return number;
}

bool is_large_number(std::string_view plain) { return magnitude(plain) >= kLarge; }

std::vector<FoundNumber> find_numbers(const std::vector<Token>& tokens) {
  std::vector<FoundNumber> numbers;
  for (const Token& token : tokens) {
    const char first = token->plain.empty() ? '\0' : token->plain.front();
    if (first >= '0' && first <= '9') numbers.push_back({token.span, token->plain});
  }
  return numbers;
}

}  // namespace izde::analysis
