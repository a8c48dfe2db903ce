// Which of the dates of a text is that of an act.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/dates/both_styles.hpp"
#include "analysis/dates/find_dates.hpp"
#include "indexer/kinds/facts.hpp"

namespace izde::indexer {

/// The New Style date of an act, EDTF: the summer of 1917 is told of an act as its year.
std::string date_of_act(const analysis::BothStyles& styles);

/// The New Style day of what stands as a range and is one day in both calendars, the 11–24 June of 1918; nothing for
/// other dates. For acts, each of which is of a day.
std::optional<std::int32_t> one_day_of(const analysis::FoundDate& date);

/// Whether a date is a day of the month that another one is.
bool is_day_in(const analysis::FoundDate& day, const analysis::FoundDate& month);

/// Whether a date says the month at least.
bool is_of_month(const analysis::FoundDate& date);

/// Whether some of a stretch of the text belongs to a date, other than a month whose year is a guess.
bool is_in_date(const PassageFacts& facts, analysis::Span span);

/// The dates that an act of a passage may be of: those of its text, months told without a year (в марте, июньское
/// постановление) and the day just told or the one after (в тот же день; на другой день, ертеңіне), each with where it
/// stands.
class ActDates {
 public:
  ActDates(const PassageFacts& facts, std::string_view text, analysis::Language language);

  /// The date told nearest to an act's noun or verb, among words [first, end); none that stands by the noun of another
  /// act. A comma counts as words between, a month stands farther than a day, and a year than a month. Null if there
  /// is none.
  const analysis::FoundDate* nearest(const FoundCue& cue, std::size_t first, std::size_t end) const;

  /// The first day of a month among words [first, end), null if there is none.
  const analysis::FoundDate* day_in(const analysis::FoundDate& month, std::size_t first, std::size_t end) const;

 private:
  std::optional<int> year_at(const analysis::FoundDate& open) const;
  struct Told {
    analysis::FoundDate date;
    std::size_t word = 0;  ///< its first
    std::size_t last = 0;  ///< and last
  };
  void add(analysis::FoundDate date);
  void add_month(const FoundCue& cue, analysis::Span span);
  void add_day_after(analysis::Span span, std::int32_t days);
  bool is_of_other(const Told& told, const FoundCue& cue) const;
  /// Of a sentence before the act's: the day on which a meeting opened.
  bool is_opening(const Told& told) const;
  std::size_t marks_between(std::size_t word, std::size_t later) const;

  const PassageFacts& facts_;
  std::string_view text_;
  analysis::Language language_;
  std::vector<Told> dates_;  ///< by place
};

}  // namespace izde::indexer
