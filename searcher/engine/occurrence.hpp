// A word of the query found in a passage.
#pragma once

#include "schema/passage.hpp"
#include "searcher/engine/response.hpp"

#include <cstdint>
#include <vector>

namespace izde::searcher {

struct Occurrence {
  std::uint32_t atom = 0;
  std::uint32_t alternative = 0;
  std::uint32_t position = 0;  ///< within its section
  std::uint32_t width = 1;
  schema::Section section = schema::section_text;
  Reason reason = Reason::exact;
  float weight = 1;
  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

/// All occurrences of one passage, by section and position.
using Matches = std::vector<Occurrence>;

}  // namespace izde::searcher
