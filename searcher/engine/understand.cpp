#include "searcher/engine/understand.hpp"

#include "searcher/engine/concept_filter.hpp"
#include "searcher/engine/dating.hpp"
#include "searcher/engine/expand.hpp"
#include "searcher/engine/issuers.hpp"
#include "searcher/engine/like.hpp"
#include "searcher/engine/readings.hpp"
#include "searcher/engine/typed_dates.hpp"
#include "searcher/engine/unknown_words.hpp"
#include "searcher/query/editors_marks.hpp"
#include "searcher/query/parser.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace izde::searcher {
namespace {

// Every passage has a language. Not to be typed, since a * needs a letter beside it.
ParsedQuery everything() {
  Node any;
  any.op = Operator::prefix;
  any.text = "*";
  ParsedQuery query;
  query.root.op = Operator::field;
  query.root.field = "lang";
  query.root.children.push_back(std::move(any));
  return query;
}

ParsedQuery parsed_query(const Request& request, const std::string& words) {
  if (request.query.empty() && request.facets == Counting::instead_of_hits) return everything();
  return parse(words, query_fields());
}

// A query taken for one of a language that the index has nothing in is in another one, or asks for all of them.
MainLanguage language_of(const Node& root, const Snapshot& snapshot) {
  MainLanguage main = main_language(root);
  if (main.language == analysis::Language::other || snapshot.passages(main.language) > 0) return main;
  main.language = analysis::Language::other;
  main.foreign_weight = 1;
  return main;
}

// “или”, between two dates.
bool says_nothing(const Node& root) {
  const bool bare = root.op == Operator::word || root.op == Operator::best;
  const bool words = std::all_of(root.children.begin(), root.children.end(), [](const Node& child) {
    return child.op == Operator::word && child.occur == Occur::may;
  });
  return bare && words && !main_language(root).has_content;
}

// Several such words are looked for like others.
bool is_function_word_alone(const Node& root) { return root.op == Operator::word && says_nothing(root); }

Diagnostic of_function_word(const Node& word) {
  return {word.span, "“" + word.text +
                         "” stands in nearly every text, so only what else it may mean is looked for; add what is "
                         "sought, or write =" +
                         word.text + " to find it as it is written."};
}

Bearing bearing_of(const Alternative& alternative) {
  if (alternative.supports) return Bearing::supports;
  return alternative.part ? Bearing::with_the_rest : Bearing::brings;
}

// What was told to be no field is a word only for want of better.
void add_unknown_words(Understood& understood, const Request& request) {
  const bool in_every_way = !request.exact_only && request.aliases && request.translate;
  for (Diagnostic& unknown : told_unknown_words(understood.plan, in_every_way)) {
    const auto overlaps = [&](const Diagnostic& told) {
      return told.span.begin < unknown.span.end && unknown.span.begin < told.span.end;
    };
    const auto& told = understood.said.diagnostics;
    if (std::none_of(told.begin(), told.end(), overlaps)) understood.plan.diagnostics.push_back(std::move(unknown));
  }
}

}  // namespace

std::string with_dates(std::string understood, const std::vector<AskedDate>& dates) {
  for (const AskedDate& date : dates) understood.append(understood.empty() ? "" : " ").append(print(date));
  return understood;
}

Understood understand(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge) {
  if (!request.like.empty()) return understand_like(request, snapshot, knowledge);
  TypedQuery typed = {without_editors_marks(request.query), {}, {}};
  if (!request.exact_only) typed = without_dates(typed.words);
  ParsedQuery parsed = parsed_query(request, typed.words);
  if (!typed.dates.empty() && says_nothing(parsed.root)) parsed.root = Node{};
  const bool only_dates = parsed.root.op == Operator::nothing && !typed.dates.empty();
  if (only_dates) parsed.diagnostics.clear();  // that there is no word
  if (!request.exact_only && is_function_word_alone(parsed.root))
    parsed.diagnostics.push_back(of_function_word(parsed.root));
  std::move(typed.diagnostics.begin(), typed.diagnostics.end(), std::back_inserter(parsed.diagnostics));
  Understood out;
  out.said = {request.query, with_dates(print(parsed.root), typed.dates), std::move(parsed.diagnostics), {}};
  out.plan = expand(parsed.root, snapshot, knowledge, request, language_of(parsed.root, snapshot));
  add_unknown_words(out, request);
  add_dates(out.plan, std::move(typed.dates), request);
  out.plan.weights = request.weights;
  if (!request.exact_only) out.plan.intent = intent_of(request.query);
  if (asks_for_acts(out.plan)) add_issuers(out.plan, snapshot);
  add_meeting(out.plan, snapshot, knowledge.thesaurus);
  out.said.diagnostics.insert(out.said.diagnostics.end(), out.plan.diagnostics.begin(), out.plan.diagnostics.end());
  out.said.suggestions = out.plan.suggestions;
  out.language = main_language(parsed.root).likeliest;
  return out;
}

Explanation::Line explain(const Alternative& alternative, const thesaurus::Thesaurus& thesaurus) {
  std::string asked = alternative.any_of.empty() ? alternative.term : alternative.shown;
  if (const std::int64_t index = thesaurus.find(alternative.concept_id); index >= 0)
    asked += " (" + std::string(thesaurus.concepts()[static_cast<std::size_t>(index)].name("en")) + ")";
  if (const std::int64_t index = thesaurus.find(alternative.issuer_id); index >= 0)
    asked += " (acts of " + std::string(thesaurus.concepts()[static_cast<std::size_t>(index)].name("en")) + ")";
  const bool any = alternative.language == analysis::Language::other;
  return {alternative.reason,    any ? "" : std::string(analysis::code(alternative.language)),
          std::move(asked),      alternative.weight,
          alternative.frequency, bearing_of(alternative)};
}

Explanation explain(const Atom& atom, const thesaurus::Thesaurus& thesaurus) {
  Explanation explanation{atom.word, {}};
  for (const Alternative& alternative : atom.alternatives)
    if (!alternative.term.empty() || !alternative.any_of.empty())
      explanation.lines.push_back(explain(alternative, thesaurus));
  return explanation;
}

}  // namespace izde::searcher
