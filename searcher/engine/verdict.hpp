// Why a passage is no hit: the parts of the plan that it does not fulfil, each with what was asked for and what the
// passage has instead.
#pragma once

#include "schema/document.hpp"
#include "schema/passage.hpp"
#include "searcher/engine/matches.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/request.hpp"

#include <string>
#include <vector>

#include <xapian.h>

namespace izde::thesaurus {
class Thesaurus;
}  // namespace izde::thesaurus

namespace izde::searcher {

/// Something that keeps a passage from being a hit.
struct Failure {
  enum class Kind : std::uint8_t {
    nothing,    ///< there is no word to look for
    word,       ///< a word that must be there is not
    support,    ///< there is something of what was asked, but it brings no passage by itself
    words,      ///< none of several words is there
    order,      ///< the words are there, but not in a row or not near each other
    exclusion,  ///< what is excluded is there
    filter      ///< a field or date does not fit
  };
  Kind kind = Kind::nothing;
  std::string asked;  ///< the part of the query
  std::string has;    ///< of filters: what the passage has there; "" for nothing
};

/// "nothing", "word", "support", "words", "order", "exclusion", "filter".
std::string_view describe(Failure::Kind kind);

/// A passage to judge: what was found in it, and what is known of it.
struct Judged {
  const schema::Passage& passage;
  const schema::Metadata& metadata;  ///< of its document
  const Matches& matches;
  const Source& source;
  const thesaurus::Thesaurus& thesaurus;
};

/// Empty for a hit.
std::vector<Failure> failures_of(const Plan& plan, const Request& request, const Judged& judged);

}  // namespace izde::searcher
