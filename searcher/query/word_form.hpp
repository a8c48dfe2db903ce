// Where a word of a query ends and what form it has: bare, =exact, with wildcards, or ~fuzzy. Real text must come
// through unharmed: Алаш-Орда, 12:30, as’y, C++ and the mark of a question are no syntax.
#pragma once

#include "searcher/query/node.hpp"
#include "searcher/query/signs.hpp"

#include <cstddef>
#include <string>

namespace izde::searcher {

/// A word with its form, and what was said in vain.
struct WordForm {
  Node node;              ///< word, exact, prefix or fuzzy; without span
  std::size_t end = 0;    ///< sign after the word
  std::string complaint;  ///< a sentence, or ""
};

/// Whether a word of running text can begin at `at`: a letter or number, or * before one (*тинск).
bool starts_word(const QueryText& text, std::size_t at);

/// Reads the word at `at`, where starts_word() holds. After `exact` a * or ? still makes a pattern, with a complaint.
WordForm read_word(const QueryText& text, std::size_t at, bool exact);

/// Whether a value after "field:" can begin at `at`.
bool starts_value(const QueryText& text, std::size_t at);

/// Reads a value after "field:", which runs to white space, a bracket or a quotation mark: id:ru/act-1918-06.md. Its
/// node is `nothing` if there is no letter or number in it.
WordForm read_value(const QueryText& text, std::size_t at);

}  // namespace izde::searcher
