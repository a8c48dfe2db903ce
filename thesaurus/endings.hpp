// Which words of a text are case forms of a name. Stems alone would join Орда with орден and Алаш with алаша, and part
// Букейхан from Букейхана; the table tables/case_endings.tsv says what may follow the unchanging part of a word.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "analysis/language.hpp"

namespace izde::thesaurus {

/// Whether `form` may be a case form of the name `citation`, both in plain spelling (analysis::Token::plain): орду,
/// орда → true; орден, орда → false. Kazakh looks at the first ending only and relies on the caller to have compared
/// the stems. Languages without case endings have only the form itself. Safe from any thread.
bool is_form_of(std::string_view form, std::string_view citation, analysis::Language language);

/// Beginnings of a word, longest first; views into it.
struct Parts {
  std::array<std::string_view, 4> part;
  std::size_t count = 0;
  const std::string_view* begin() const { return part.data(); }
  const std::string_view* end() const { return part.data() + count; }
};

/// What stays of a Russian word when any ending is taken off: орду → орду, орд. Two forms of one name always share one.
/// Safe from any thread.
Parts russian_parts(std::string_view plain);

/// The table as embedded, for the fingerprint of what the matchers find.
std::string_view case_endings();

}  // namespace izde::thesaurus
