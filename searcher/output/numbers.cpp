#include "searcher/output/numbers.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace izde::searcher {

std::string fixed(double value, int digits) {
  if (!std::isfinite(value)) return "0";
  std::array<char, 400> text;  // the largest double has 309 digits before the point
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits);
  return {text.data(), end.ptr};
}

std::string exact_digits(float value) {
  std::array<char, 100> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  return {text.data(), end.ptr};
}

}  // namespace izde::searcher
