#include "analysis/dates/find_dates.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Any bytes: dates that rise and lie inside the text, none of which ends before it begins.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::uint32_t end = 0;
  for (const auto& date : izde::analysis::find_dates({reinterpret_cast<const char*>(data), size})) {
    if (date.span.begin < end || date.span.end > size || date.days.first > date.days.last) __builtin_trap();
    end = date.span.end;
  }
  return 0;
}
