// Kazakh letters that got lost: in scans read by a program for Russian, on typewriters and keyboards without them
// (tables/kk_misreadings.tsv). For queries only: what a text has is never changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace izde::analysis {

/// Whether a letter is there that only Kazakh has, lower case or capital. Any bytes.
bool has_kazakh_letter(std::string_view text);

/// How a lower-case Cyrillic word may stand in a damaged text: all such letters replaced, one of them replaced, all
/// left out; without the word itself and without doubles. қала → кала, ала; жаңа → жана, жаца, жаа. Of a word of many
/// such letters only the first 12 are tried one by one. A word that keeps fewer than two letters is not given.
std::vector<std::string> damaged_spellings(std::string_view word);

/// What a lower-case word typed without such letters may be meant for, 63 spellings at most: казак → қазак, казақ,
/// қазақ. Letters that are one in the key of all scripts (о and ө) are left alone; of the others the first six are
/// tried.
std::vector<std::string> restored_spellings(std::string_view word);

}  // namespace izde::analysis
