// When a passage is: the dates of its text as an index finds them, and the terms by which it does.
//
// A date answers a filter when the two have a day in common. Each posts the days it may mean (up to 31), their months
// and years, decades and centuries; where it is no surer than a month or a year, also a term that says so. A short
// filter asks for its days, and for the months and years that are dates by themselves; a long one for its months or
// years, or for whole decades and centuries. What comes so is verified from the record, since a month begins before the
// fifth of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/date.hpp"
#include "analysis/dates/find_dates.hpp"
#include "schema/kinds.hpp"

namespace izde::schema {

/// The days of a date of a text, as a filter or a ranking compares them.
struct DatedDays {
  analysis::DayRange days;
  float confidence = 0;
};

/// What is searched of a date: nothing of one whose year is unknown or that spans more than a generation (XX век).
/// "Before" and "after" reach five years.
std::optional<DatedDays> searched_days(const analysis::FoundDate& date);

/// The day, days or month of the act that a passage states, which its title or heading may tell. Nothing if unknown.
std::optional<DatedDays> searched_days(const ActRecord& act);

/// Whether they have a day in common.
inline bool meet(const analysis::DayRange& a, const analysis::DayRange& b) {
  return a.first <= b.last && b.first <= a.last;
}

/// The terms a passage posts for its dates, sorted, none twice. One without searched dates posts kUndatedTerm: its
/// document's own date stands for them.
std::vector<std::string> date_terms(const std::vector<analysis::FoundDate>& dates,
                                    const std::optional<ActRecord>& act = std::nullopt);
inline constexpr const char* kUndatedTerm = "Y-";

/// Terms one of which every passage has with a date that meets `days`; the likeliest to mean just these days first.
struct DateTerms {
  std::vector<std::string> exact;   ///< dates as fine as what is asked, or finer
  std::vector<std::string> coarse;  ///< months and years that hold it
};
DateTerms terms_meeting(const analysis::DayRange& days);

/// Terms of the document's own date, posted where a passage names none; however long it is.
std::vector<std::string> own_date_terms(const analysis::DayRange& written);
/// Terms one of which every passage without dates has whose document's own date meets `days`.
std::vector<std::string> own_terms_meeting(const analysis::DayRange& days);

}  // namespace izde::schema
