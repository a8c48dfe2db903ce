// Letters of another alphabet that only look right: real texts are full of Latin a e o p c x i inside Cyrillic words,
// and of Cyrillic Х І inside Roman numerals (tables/homoglyphs.tsv).
#pragma once

#include <string>
#include <string_view>

namespace izde::analysis {

/// The word in one script: where Latin and Cyrillic are mixed and every letter of one of them has a look-alike in the
/// other, those are replaced, the fewer ones if both could be: aзaйту → азайту, cәуір → сәуір, ХIХ → XIX. Also the
/// letters that are only ever a mistake: ӊ → ң. Capitals stay capitals; other words come back as they are. Not for
/// Yañalif, which borrows ь and в.
std::string one_script(std::string_view word);

/// Whether capitals form a Roman numeral, with Cyrillic look-alikes allowed: XIX, ХІХ. C and M only in Latin letters.
bool is_roman_numeral(std::u32string_view word);

}  // namespace izde::analysis
