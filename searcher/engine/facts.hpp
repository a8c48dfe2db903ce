// What several passages tell, laid side by side: each fact with who tells it and in which words, facts that answer one
// question together (13 or 26 December; 13,500 or 26,500 men).
#pragma once

#include "searcher/engine/counted.hpp"
#include "searcher/engine/show.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

struct Fact {
  struct Told {
    std::size_t telling = 0;         ///< its place in the list of passages
    std::vector<std::string> words;  ///< as printed, none twice
  };
  std::string value;       ///< of a date EDTF, New Style; of a number its digits; of a name the id of its concept
  std::string name;        ///< of a name, to show; else ""
  std::vector<Told> told;  ///< rising
};

struct Question {
  enum class Kind : std::uint8_t { date, number, person, place, institution };
  enum class State : std::uint8_t {
    differ,  ///< it has several answers
    some,    ///< several, but not all of the passages tell it
    all,     ///< all tell the same
    one      ///< a single passage tells it
  };
  Kind kind = Kind::date;
  State state = State::some;
  std::string about;        ///< of numbers: what is counted, as the first passage prints it; else ""
  bool calendars = false;   ///< answers lie as far apart as the calendars: one may be the other's day in Old Style
  std::vector<Fact> facts;  ///< dates by day, numbers by size
};

/// "date", "number", "person", "place", "institution"; "differ", "some", "all", "one".
std::string_view describe(Question::Kind kind);
std::string_view describe(Question::State state);

/// What differs first, then what several tell, then what all tell, then what stands in one only; within that by kind,
/// dates by day, else what more of them tell first.
/// `numbers`: those of each passage.
std::vector<Question> questions_of(const std::vector<ShownPassage>& passages,
                                   const std::vector<std::vector<CountedThing>>& numbers);

}  // namespace izde::searcher
