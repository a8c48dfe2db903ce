// Latin letters without their marks, as people type them who have no other keyboard.
#pragma once

#include <string>
#include <string_view>

namespace izde::analysis {

/// Bare Latin letters of a lower-case word: accents by canonical decomposition, strokes and ligatures by
/// tables/latin_bare.tsv: đường → duong, Bökeihan → bokeihan. Letters of other scripts lose accents only.
std::string unmarked(std::string_view word);

}  // namespace izde::analysis
