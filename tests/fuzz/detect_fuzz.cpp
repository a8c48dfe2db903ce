#include "analysis/detect.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Any bytes: a reading whose confidence is a share.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const izde::analysis::Reading reading = izde::analysis::detect({reinterpret_cast<const char*>(data), size});
  if (!(reading.confidence >= 0 && reading.confidence <= 1)) __builtin_trap();
  return 0;
}
