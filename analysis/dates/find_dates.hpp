// Dates in running text, in Vietnamese, Kazakh and Russian of any spelling and script: days, months, years, seasons,
// parts, decades, centuries, ranges, double dates and marked Old Style, Hijri and animal years. What dates look like is
// told by tables (tables/date_*.tsv); this is what the rest of the program knows of them. docs/DATES.md tells the
// normal form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/date.hpp"
#include "analysis/language.hpp"
#include "analysis/token.hpp"

namespace izde::analysis {

enum class DateKind : std::uint8_t {
  day,
  os,               ///< a day marked Old Style, converted
  ns,               ///< a day marked New Style
  double_date,      ///< 11 (24) June: one day, told in both styles
  double_wrong,     ///< written like one, but not 13 days apart
  double_or_range,  ///< 11-24 June 1918: 13 days apart, written like a range
  range,
  month,
  year,
  noyear,  ///< a day whose year is left out
  season,
  early,
  mid,
  late,  ///< part of a year or month
  approx,
  uncertain,
  before,
  after,
  decade,
  decade_early,
  decade_mid,
  decade_late,
  century,
  century_early,
  century_mid,
  century_late,
  cycle,  ///< a year told by its animal
  hijri_year
};

/// "day", "double!", "century-early": as `izde-search dates` and JSON answers have it.
std::string_view name(DateKind kind);

struct FoundDate {
  Span span;                ///< bytes of the text
  DayRange days;            ///< every day it may mean, Gregorian; the whole of time where the year is unknown
  std::string edtf;         ///< normal form, Gregorian (EDTF, ISO 8601-2): 1918-06-24, 1918-06-11/1918-06-24, 192X
  std::string os_edtf;      ///< Old Style as written or told beside it: 1918-06-11; empty if it is not told
  std::string alternative;  ///< the other reading of double_or_range
  DateKind kind = DateKind::day;
  float confidence = 0;  ///< 0..1, that `days` is what was meant
  friend bool operator==(const FoundDate&, const FoundDate&) = default;
};

/// What is known of a text from elsewhere: it narrows unmarked dates and years that are left out.
struct DateContext {
  std::optional<int> year;           ///< what the text speaks of where it names no year
  std::optional<DayRange> document;  ///< when it was written
  bool firm_year = false;  ///< `year` is that of a title or heading: it goes before one the text only mentions
  bool old_style = false;  ///< its unmarked dates before 14 February 1918 are Old Style
};

/// The dates of a text, by where they begin; none reaches into another. Any bytes are accepted, nothing is thrown for
/// them, and time is linear in the text. `other` reads words of the Latin script in all languages. An impossible date
/// (31 June) is none; neither is a number that may count something else. A single unmarked date of a text written
/// before the reform of February 1918 covers both styles, with less confidence. Without context a year that is left out
/// stays open in `edtf` (XXXX-12-13), while `days` follows the year last named in the text. Safe for threads.
std::vector<FoundDate> find_dates(std::string_view text, Language language = Language::other,
                                  const DateContext& context = {});

}  // namespace izde::analysis
