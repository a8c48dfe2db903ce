// What is asked of the engine: the query text and how to answer it.
#pragma once

#include "analysis/date.hpp"
#include "analysis/language.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace izde::searcher {

enum class Unit : std::uint8_t { passage, document };

struct Request {
  std::string qid = "1";
  std::string query;
  std::vector<analysis::Language> languages;  ///< of the passages; empty: all
  std::vector<std::string> kinds;             ///< front-matter kinds; empty: all
  std::optional<analysis::DayRange> dates;    ///< of the documents; undated ones are left out
  Unit unit = Unit::passage;
  std::size_t offset = 0;
  std::size_t count = 10;
  bool all = false;         ///< every hit, with an exact total; offset and count are ignored
  bool fold = false;        ///< one hit a document, with how many more it has
  bool exact_only = false;  ///< words as typed: no inflections, spellings, aliases, corrections
  bool aliases = true;      ///< names by all their names, and by sound
  bool translate = true;    ///< words by what the lexicon calls them in other languages
  bool explain = false;
};

}  // namespace izde::searcher
