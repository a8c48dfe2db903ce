// Which language a passage is in and how it is spelt: by script, then by letters only one language has, then by
// character n-grams (LINGUISTICS: closed set vi, kk, ru; "other" only for nine words and more).
#pragma once

#include <string_view>

#include "analysis/language.hpp"

namespace izde::analysis {

/// Reads a passage. `hint` is the language its document claims; it decides only where the text itself does not, and it
/// never settles script, alphabet or spelling. Any bytes are accepted; text without letters gives the hint, confidence
/// 0.
Reading detect(std::string_view text, Language hint = Language::other);

}  // namespace izde::analysis
