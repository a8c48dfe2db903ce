// A date as far as it is written: what a pattern captured, with what is left out supplied from the date beside it or
// from what the text said last; its days and its EDTF.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/dates/find_dates.hpp"
#include "analysis/dates/grammar.hpp"

namespace izde::analysis::dates {

struct Written {
  std::optional<int> year, month, day;
  std::optional<int> year_end;  ///< of a winter: 1917/18
  int season = 0;               ///< 21 … 24
  int part = 0;                 ///< of a range between parts of years or months: a Part (limits.hpp)
  bool supplied = false;        ///< its year was said elsewhere
  bool shifted = false;         ///< its year is the one before or after that of the date beside it
  bool year_of_both = false;    ///< its year stands behind the brackets: 22 декабря (4 января) 1918 г.
  bool bare_year = false;       ///< nothing says that the number is a year
  bool uncertain = false;       ///< with (?)
  bool old_style = false;       ///< marked so
  bool new_style = false;
  Span span;
};

/// How a text told the year it told last, by weight.
enum class Told : std::uint8_t {
  mentioned,  ///< with something else: the laws of 1917
  named,      ///< alone: in 1917
  dated       ///< with a day or a month
};

/// What the text said last, for years that are left out.
struct Memory {
  std::optional<int> year, month;
  Told told = Told::mentioned;      ///< how `year` was told
  std::optional<int> year_month;    ///< told with `year`; none where that was told alone
  std::optional<int> last_mention;  ///< of "the same year", however it was told
};

/// What a date is read with.
struct Surroundings {
  DateContext context;
  Memory memory;
  bool damaged_year = false;   ///< a year follows that cannot be read
  bool two_calendars = false;  ///< an unmarked date may be of either style
};

/// The dates of a match, one for each group.
std::vector<Written> written(const Match& match, const std::vector<Symbol>& symbols, const Surroundings& around);

/// The year from outside, for a date that has none: one told with a day or a month before that of a title or heading,
/// that before one only named, any known year before one only mentioned. With its month: of the heading's year where
/// that follows the one told and the month could not follow what was told of it.
std::optional<int> year_outside(const Surroundings& around, std::optional<int> month = std::nullopt);

/// Days in the calendar asked; nothing if there is no such date, its year is not within 1 to 2100, or it has none.
std::optional<DayRange> days_of(const Written& date, bool julian = false);

/// "1917-12-13", "XXXX-12-13", "1917-12", "1917", "1918-21".
std::string edtf_of(const Written& date);
/// A day as Written, in the calendar asked.
std::string edtf_of(std::int32_t day);

/// Whether any year has such a day and month.
bool may_be(const Written& date);

}  // namespace izde::analysis::dates
