// Russian orthography before the decree of 10 October 1918, rewritten in today's. The facts are tables: ru_letters.tsv,
// ru_endings.tsv, ru_ago_words.tsv, ru_ija_stems.tsv, ru_prefixes.tsv, ru_old_stems.tsv, ru_prereform_exceptions.tsv.
#pragma once

#include <string>
#include <string_view>

namespace izde::analysis {

/// Whether a passage shows the old orthography: at least one word in ten with ѣ ѳ ѵ, і before a vowel, or ъ at its end.
/// A single old title quoted in a text of today is not enough. Any bytes.
bool shows_old_spelling(std::string_view text);

/// Whether a single word cannot be of today's orthography (for query words; -аго/-яго counts, with a stop list).
bool is_old_spelling(std::string_view word);

/// Today's spelling of a lower-case word, ё as е: Семипалатинскаго → семипалатинского (rules in docs/LANGUAGES.md).
/// Each part of a hyphenated word for itself. Words of today come back as they are: of 4,644 forms of UD Russian-GSD no
/// Cyrillic one is changed.
std::string modern_russian(std::string_view word);

/// What holds for texts of today too: ё as е, and the apostrophe that stood for ъ in the print of the 1920s, when many
/// houses had thrown the letter out: с'езд → съезд. Any other apostrophe is dropped.
std::string plain_russian(std::string_view word);

}  // namespace izde::analysis
