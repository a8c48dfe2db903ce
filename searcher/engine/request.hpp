// What is asked of the engine: the query text and how to answer it.
#pragma once

#include "analysis/date.hpp"
#include "analysis/language.hpp"
#include "searcher/engine/weights.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace izde::searcher {

/// Order of the hits.
enum class Sorting : std::uint8_t { score, date };

/// How fine a timeline is.
enum class Grain : std::uint8_t { none, year, month, day };

enum class Unit : std::uint8_t { passage, document };

/// Whether all hits are counted by what they mention and are (Response::facets), and whether hits are shown as well.
enum class Counting : std::uint8_t { none, beside_hits, instead_of_hits };

struct Request {
  std::string qid = "1";
  std::string query;                          ///< empty: nothing or, where hits are only counted, every passage
  std::string like;                           ///< not empty: what is like the passage of this id; `query` only shows
  bool same_document = false;                 ///< with `like`: also passages of its own document
  std::vector<analysis::Language> languages;  ///< of the passages; empty: all
  std::vector<std::string> kinds;             ///< front-matter kinds; empty: all
  std::optional<analysis::DayRange> dates;    ///< named in the passages; of those that name none, their document's
  bool undated = false;                       ///< passages without any date are not left out by `dates`
  Unit unit = Unit::passage;
  std::size_t offset = 0;
  std::size_t count = 10;
  std::size_t per_language = 0;  ///< not 0: so many of the best hits of each language; offset and count are ignored
  bool all = false;              ///< every hit, with an exact total; offset and count are ignored
  bool fold = false;             ///< one hit a document, with how many more it has
  bool exact_only = false;       ///< words as typed: no inflections, spellings, aliases, corrections
  bool aliases = true;           ///< names by all their names, and by sound
  bool translate = true;         ///< words by what the lexicon calls them in other languages
  bool explain = false;
  bool only_ids = false;  ///< hits need no more than their ids and scores
  Counting facets = Counting::none;
  Sorting sort = Sorting::score;
  Weights weights = usual_weights();
  bool all_dates = false;        ///< a chronicle of every date that the passages name (chronicle.hpp)
  Grain timeline = Grain::none;  ///< not none: all hits are counted by the dates they hold
};

}  // namespace izde::searcher
