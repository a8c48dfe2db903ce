// Names between the quotation marks of print: газета «Сарыарка», «Үш жүз» партиясы. The marks are how such a name is
// written, so it is looked up as if they were not there, with the words around it.
#pragma once

#include "searcher/engine/labels.hpp"
#include "searcher/query/node.hpp"

#include <vector>

namespace izde::searcher {

/// Operands beside each other, those quotations taken apart into bare words whose words are, or are part of, a label.
std::vector<Node> without_quotes_of_names(const std::vector<Node>& operands, const thesaurus::Thesaurus& thesaurus,
                                          const IsNamed& is_named);

}  // namespace izde::searcher
