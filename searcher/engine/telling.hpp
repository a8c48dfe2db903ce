// What one passage tells of one date: the grain of a chronicle (chronicle.hpp). Several that tell the same happening or
// act, in whatever language, are folded into one entry (folding.hpp).
#pragma once

#include "analysis/date.hpp"
#include "analysis/language.hpp"
#include "schema/kinds.hpp"

#include <optional>
#include <set>
#include <string>

namespace izde::searcher {

/// When something was, in both calendars.
struct ToldDate {
  std::string date;           ///< New Style, EDTF
  std::string os_date;        ///< Old Style where it is told or supposed, else ""
  bool supposed = false;      ///< the text does not say that the day is of Old Style (analysis/dates/both_styles.hpp)
  analysis::DayRange days{};  ///< of `date`
  friend bool operator==(const ToldDate&, const ToldDate&) = default;
};

struct Telling {
  ToldDate when;
  std::optional<schema::ActRecord> act;  ///< of an act; nothing of a happening
  std::string what;                      ///< the act's title, or the sentence that holds the date
  bool is_there = true;                  ///< `what` is; not a sentence of a passage that has no such title or date
  std::set<std::string> concepts;        ///< ids of those named where it is told, and who issued the act
  std::set<std::string> events;          ///< of these, the ones that are happenings themselves (congresses, risings)
  std::set<std::string> numbers;         ///< in what is told, but for those of dates: the 253 of reply № 253
  std::string passage;                   ///< id
  analysis::Language language = analysis::Language::other;
  double score = 0;  ///< of the passage
};

}  // namespace izde::searcher
