// What an act calls itself, or is about: the words in quotation marks that hold its noun («Закон о временном
// землепользовании»), or the noun with what it governs (постановление о земстве, nghị quyết về dân quân, милиция туралы
// қаулы).
#pragma once

#include <string>
#include <string_view>

#include "analysis/language.hpp"
#include "analysis/token.hpp"

namespace izde::indexer {

/// `noun` lies in `text`. Empty where neither stands there.
std::string act_title(std::string_view text, analysis::Span noun, analysis::Language language);

/// The number by the noun of an act: № 253, số 253, No 387; within its sentence. Empty if there is none.
std::string act_number(std::string_view text, analysis::Span noun, analysis::Span sentence);

}  // namespace izde::indexer
