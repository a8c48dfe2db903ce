// A text as the date finder sees it: numbers, words and signs, each with what it may mean. First step on the road from
// text to dates: scan → words (date_words.hpp) → units and patterns (grammar.hpp) → dates (build.hpp).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/token.hpp"

namespace izde::analysis::dates {

/// The name of a class, unit or element of the tables date_*.tsv as a number.
using Name = std::uint16_t;
/// The number of a name; the same for the same letters. Only names of tables are ever asked for, so there are few.
Name name_of(std::string_view letters);

/// One thing a symbol may mean: (month, 12), (n2, 13).
struct Reading {
  Name name = 0;
  int value = 0;
};

enum class SymbolKind : std::uint8_t { word, number, sign };

struct Symbol {
  SymbolKind kind = SymbolKind::sign;
  Span span;
  bool gap = false;        ///< a blank stands before it
  bool apart = false;      ///< an empty line stands before it: no date reaches over it
  bool damaged = false;    ///< letters and digits mixed, as OCR leaves them: l9l8
  bool uncertain = false;  ///< followed by (?), which belongs to its span
  bool guarded = false;    ///< a number that counts pages or issues
  int digits = 0;          ///< of a number; 0 where it is too long or part of a longer one (13 500)
  int value = 0;           ///< of a number
  std::string_view text;   ///< of a word, as written; of a sign; dashes of any kind are "-"
  std::vector<Reading> readings;
  std::shared_ptr<const std::string> mended;  ///< owns `text` where it is not a stretch of the scanned text
};

/// The symbols of a text, which must outlive them. Any bytes; linear. Invisible characters and hyphens at line ends are
/// taken out of words, editors' brackets are left out. `memory`: symbols that are done with, whose memory is used
/// again.
std::vector<Symbol> scan(std::string_view text, std::vector<Symbol> memory = {});

}  // namespace izde::analysis::dates
