#include "searcher/engine/sections.hpp"

#include "schema/terms.hpp"
#include "schema/token_stream.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

namespace izde::searcher {
namespace {

// Passages that have all of these terms: at most as many as have the rarest.
std::size_t frequency_of(const std::vector<std::string>& terms, const Snapshot& snapshot) {
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (const std::string& term : terms) least = std::min(least, snapshot.frequency(term));
  return terms.empty() ? 0 : least;
}

}  // namespace

std::uint8_t section_bit(const schema::Field& field) {
  return static_cast<std::uint8_t>(1U << (field.name == "title" ? schema::section_title : schema::section_heading));
}

void hold_to_section(Atom& atom, const schema::Field& field, const Snapshot& snapshot) {
  atom.sections = section_bit(field);
  for (Alternative& alternative : atom.alternatives) {
    alternative.frequency = 0;
    if (!alternative.term.empty()) {
      alternative.term = schema::keyword_term(field.prefix, alternative.term);
      alternative.frequency = snapshot.frequency(alternative.term);
    }
    for (auto& terms : alternative.any_of) {
      for (std::string& term : terms) term = schema::keyword_term(field.prefix, term);
      alternative.frequency += frequency_of(terms, snapshot);
    }
    alternative.idf = snapshot.idf(alternative.frequency, alternative.language);
  }
}

}  // namespace izde::searcher
