#include "searcher/engine/understand.hpp"

#include "schema/fields.hpp"
#include "searcher/engine/expand.hpp"
#include "searcher/query/editors_marks.hpp"
#include "searcher/query/parser.hpp"

#include <string>
#include <utility>

namespace izde::searcher {

Understood understand(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge) {
  ParsedQuery parsed = parse(without_editors_marks(request.query), schema::field_names());
  Understood out;
  out.said = {request.query, print(parsed.root), std::move(parsed.diagnostics), {}};
  out.plan = expand(parsed.root, snapshot, knowledge, request);
  out.said.diagnostics.insert(out.said.diagnostics.end(), out.plan.diagnostics.begin(), out.plan.diagnostics.end());
  out.said.suggestions = out.plan.suggestions;
  return out;
}

Explanation::Line explain(const Alternative& alternative, const thesaurus::Thesaurus& thesaurus) {
  std::string asked = alternative.any_of.empty() ? alternative.term : alternative.shown;
  if (const std::int64_t index = thesaurus.find(alternative.concept_id); index >= 0)
    asked += " (" + std::string(thesaurus.concepts()[static_cast<std::size_t>(index)].name("en")) + ")";
  const bool any = alternative.language == analysis::Language::other;
  return {alternative.reason, any ? "" : std::string(analysis::code(alternative.language)), std::move(asked),
          alternative.weight, alternative.frequency};
}

Explanation explain(const Atom& atom, const thesaurus::Thesaurus& thesaurus) {
  Explanation explanation{atom.word, {}};
  for (const Alternative& alternative : atom.alternatives)
    if (!alternative.term.empty() || !alternative.any_of.empty())
      explanation.lines.push_back(explain(alternative, thesaurus));
  return explanation;
}

}  // namespace izde::searcher
