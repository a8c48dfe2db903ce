// A query as a row of lexemes: operands (already nodes), signs, operators and brackets. scan() makes it, with brackets
// and quotation marks repaired; the parser only gives it a tree.
#pragma once

#include "searcher/query/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

struct Lexeme {
  enum class Kind { operand, open, close, plus, minus, and_, or_, not_, near };
  Kind kind = Kind::operand;
  Node node;                   ///< of an operand
  std::string field;           ///< of open: the field asked inside these brackets, or ""
  std::uint32_t distance = 0;  ///< of near
  analysis::Span span;
};

/// Brackets are balanced and at most 64 deep; there are at most 1,024 words; no operand is empty.
struct Lexemes {
  std::vector<Lexeme> row;
  std::vector<Diagnostic> diagnostics;
};

/// `fields` in lower case.
Lexemes scan(std::string_view query, const std::vector<std::string>& fields);

}  // namespace izde::searcher
