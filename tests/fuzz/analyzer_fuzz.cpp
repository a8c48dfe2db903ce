#include "analysis/analyzer.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Any bytes: the first reading of the text, and every way in which it may be meant as a query.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const izde::analysis::Analyzer analyzer;
  for (const izde::analysis::Reading& reading : analyzer.readings(text)) {
    for (const izde::analysis::Token& token : analyzer.analyze(text, reading)) {
      if (token.span.begin >= token.span.end || token.span.end > size) __builtin_trap();
    }
    analyzer.plain(text, reading);
  }
  return 0;
}
