// Under which key the same name meets in Cyrillic Russian and Kazakh, Arabic, Latin and Vietnamese spelling.
#pragma once

#include <string>
#include <string_view>

#include "analysis/language.hpp"

namespace izde::analysis {

/// Name key (ASCII letters) of a word's stem: Букейханов, Бөкейханов, Bokeikhanov, Bukeihanov → one key. Case endings
/// are the stemmer's affair, so give the stem; patronymic endings -ов/-ев/-ұлы/-улы stay. Empty for words under 3
/// letters.
std::string name_key(std::string_view stem, Language language, Script script);

}  // namespace izde::analysis
