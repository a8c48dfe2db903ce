#include "analysis/filters/kazakh_support.hpp"

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

/// Any bytes: a table of support, or a refusal.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    izde::analysis::KazakhSupport::from_bytes({reinterpret_cast<const char*>(data), size});
  } catch (const std::invalid_argument&) {
  }
  return 0;
}
