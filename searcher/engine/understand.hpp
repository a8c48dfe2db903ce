// The first half of the road out: the text of a request → what was made of it, and the plan of what to look for.
#pragma once

#include "searcher/engine/knowledge.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/snapshot.hpp"

#include <vector>

namespace izde::searcher {

struct Understood {
  Understanding said;
  Plan plan;
  analysis::Language language = analysis::Language::other;  ///< that the query is likeliest in; `other`: unsure
};
Understood understand(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge);

/// A query as understood with the dates it was found to ask for: ~date:1918-06-24 raises passages and leaves none out.
std::string with_dates(std::string understood, const std::vector<AskedDate>& dates);

/// The line of an alternative; its term is "" where it asks for none of its own.
Explanation::Line explain(const Alternative& alternative, const thesaurus::Thesaurus& thesaurus);
/// Lines of the alternatives that ask for something.
Explanation explain(const Atom& atom, const thesaurus::Thesaurus& thesaurus);

}  // namespace izde::searcher
