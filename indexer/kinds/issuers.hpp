// Who issues acts: concepts of the thesaurus that tables/issuers.tsv names. A meeting among them has its days there
// (izde:date), by which what it resolved is dated.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/dates/find_dates.hpp"
#include "thesaurus/thesaurus.hpp"

namespace izde::indexer {

/// The concept that issues what this one is named as issuing (of the tsar the tsar, of Lenin the Council of People's
/// Commissars); empty if it issues nothing.
std::string_view issuer_by(std::string_view concept_id);

/// The body for which a person signs as its head; empty if none is known.
std::string_view signed_for_by(std::string_view person_id);

/// Whether a concept may have been there at a date, by what the thesaurus knows.
bool was_on(std::string_view concept_id, const analysis::FoundDate& date, const thesaurus::Thesaurus& thesaurus);

/// Whether a body was founded on the day that a date is: what founded it was another's act.
bool began_on(std::string_view concept_id, const analysis::FoundDate& date, const thesaurus::Thesaurus& thesaurus);

/// Whether a concept is known to have begun after a date does: Alash Orda in “December 1917”.
bool began_in(std::string_view concept_id, const analysis::FoundDate& date, const thesaurus::Thesaurus& thesaurus);

/// A meeting that issues acts.
struct Meeting {
  analysis::DayRange days;  ///< in either style: before the reform from the number that its first day has in Old Style
  std::int32_t first = 0;   ///< in New Style
  std::string month;        ///< in which those who met said they met: 1917-12
  /// Whether a date may be a day of it, or its month.
  bool holds(const analysis::FoundDate& date) const;
  /// Whether it lies within its days by one calendar, or is the month that they named.
  bool spans(const analysis::FoundDate& date) const;
};

/// Nothing where the concept is no meeting that issues acts, or the thesaurus does not say when it met.
std::optional<Meeting> meeting_of(std::string_view concept_id, const thesaurus::Thesaurus& thesaurus);

/// The meeting that issues acts and was held on a day or in a month, best one that spans it; "" if there is none or
/// more than one, or a date says less.
std::string meeting_on(const analysis::FoundDate& date, const thesaurus::Thesaurus& thesaurus);

/// The meeting that issues acts and whose members named a month of this number; "" if there is none or more than one.
std::string meeting_in(int month, const thesaurus::Thesaurus& thesaurus);

}  // namespace izde::indexer
