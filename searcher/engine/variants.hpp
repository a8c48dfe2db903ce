// The forms in which an index has the words of a query: every spelling, inflection, script, name and translation that
// stands in its passages, counted. Values only; searcher/output shows them.
#pragma once

#include "analysis/language.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/response.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace izde::searcher {

class Snapshot;
struct Knowledge;

struct Variant {
  std::string form;  ///< lower case; words of a name with spaces between
  analysis::Language language = analysis::Language::other;
  analysis::Script script = analysis::Script::other;
  Reason reason = Reason::exact;       ///< the closest by which it belongs
  std::vector<std::string> concepts;   ///< English names of those of the thesaurus by which it belongs
  std::size_t passages = 0;            ///< that have it; a title or heading counts once, where it stands
  std::map<int, std::size_t> decades;  ///< first year → passages, by the first day of the document's date
  std::size_t undated = 0;             ///< passages
};

struct Variants {
  Understanding said;
  std::vector<Variant> forms;  ///< by code of the script, code of the language, falling passages, form
};

/// Reads every passage that the request finds; its count and offset say nothing here.
Variants variants(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge);

}  // namespace izde::searcher
