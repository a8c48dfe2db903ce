// Words that name nothing (tables/function_words.tsv): и, туралы, của. In a question they are no more than its form.
#pragma once

#include <string_view>

#include "analysis/language.hpp"

namespace izde::analysis {

/// Whether the plain form of a word of that language (English for `other`) is one. Kazakh is compared by the key of all
/// scripts, so that its Latin and Arabic readings are known too.
bool is_function_word(std::string_view plain, Language language);

}  // namespace izde::analysis
