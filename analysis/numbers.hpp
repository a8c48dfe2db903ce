// Numbers written in figures. The three languages group and part digits differently, and so do their printers: 13.500,
// 13 500, 13,500 and 13500 are one number, 1,5 and 1.5 another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/token.hpp"

namespace izde::analysis {

/// The signs between digits of a number: point and comma.
bool joins_numbers(char32_t c);

/// A number as it is compared: without signs between groups of three digits, with a point before decimals.
/// 13.500 → 13500, 1.234.567,8 → 1234567.8, 1,5 → 1.5, 0,500 → 0.500. What is neither (1.2.3) stays as it is.
/// `written`: digits with points and commas between them, as a word of digits is.
std::string plain_number(std::string_view written);

/// What a plain number amounts to: 13500, 1.5; 0 of what does not begin with digits.
double magnitude(std::string_view plain);

/// Whether it is hardly by chance in two texts: from 100 on. 1.5 is no large number, however many digits it has.
bool is_large_number(std::string_view plain);

/// A number of a text: where it stands, and as plain_number() has it.
struct FoundNumber {
  Span span;
  std::string_view value;  ///< lives as long as the token
};

/// Those among the words of a text; figures of dates too.
std::vector<FoundNumber> find_numbers(const std::vector<Token>& tokens);

}  // namespace izde::analysis
