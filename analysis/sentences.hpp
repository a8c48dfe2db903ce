// Where sentences begin: for cutting long paragraphs into passages.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace izde::analysis {

/// Byte offsets at which sentences begin, ascending; the first is 0, and text without characters has none. By the
/// sentence rules of Unicode (UAX 29), but an abbreviation (tables/abbreviations.tsv) or an initial does not end a
/// sentence ("в 1918 г. Семей", "А. Букейханов", "т.е. Орда"), and neither does a line end without punctuation before
/// it, unless a blank line follows. Any bytes are accepted; time and memory are linear in the text. Safe for threads:
/// each keeps its own iterator.
std::vector<std::size_t> sentence_starts(std::string_view text);

}  // namespace izde::analysis
