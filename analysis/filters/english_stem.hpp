// English, in which queries may be typed; no text is indexed by it.
#pragma once

#include <string>
#include <string_view>

namespace izde::analysis {

/// Snowball's stem of a lower-case word: decrees → decre, decree → decre. Safe from any thread.
std::string english_stem(std::string_view word);

}  // namespace izde::analysis
