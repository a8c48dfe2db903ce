#include "searcher/engine/lighting.hpp"

#include "analysis/analyzer.hpp"

#include <algorithm>
#include <tuple>

namespace izde::searcher {
namespace {

using analysis::Token;
using analysis::Tokens;

bool any_reading(const Atom& atom, const Token& token, bool (*same)(const Token&, const Token&)) {
  return std::any_of(atom.tokens.begin(), atom.tokens.end(), [&](const Token& typed) { return same(typed, token); });
}

// A concept was found: is this the name as typed, an inflected form or spelling of it, or another name?
Reason reason_of_name(const Atom& atom, const Token& token) {
  if (any_reading(atom, token, [](const Token& a, const Token& b) { return a->written == b->written; }))
    return Reason::exact;
  if (any_reading(atom, token,
                  [](const Token& a, const Token& b) { return a->language == b->language && a->plain == b->plain; }))
    return token->language == analysis::Language::ru ? Reason::old_spelling : Reason::script;
  if (any_reading(atom, token,
                  [](const Token& a, const Token& b) { return a->language == b->language && a->stem == b->stem; }))
    return Reason::inflected;
  if (any_reading(atom, token,
                  [](const Token& a, const Token& b) { return a->language == b->language && a->key == b->key; }))
    switch (token->language) {
      case analysis::Language::kk:
        return Reason::script;
      case analysis::Language::vi:
        return Reason::marks;
      default:
        return Reason::name;
    }
  return Reason::alias;
}

void drop_overlaps(std::vector<Mark>& marks) {
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::tuple(a.span.begin, -static_cast<std::int64_t>(a.span.end), a.reason) <
           std::tuple(b.span.begin, -static_cast<std::int64_t>(b.span.end), b.reason);
  });
  std::vector<Mark> kept;
  for (Mark& mark : marks) {
    if (kept.empty() || mark.span.begin >= kept.back().span.end) {
      kept.push_back(std::move(mark));
    } else if (mark.span == kept.back().span) {
      kept.back().reason = std::min(kept.back().reason, mark.reason);
    }
  }
  marks = std::move(kept);
}

}  // namespace

std::vector<std::optional<Mark>> mark_each(const schema::Passage& passage, const Matches& matches, const Plan& plan,
                                           const analysis::Analyzer& analyzer) {
  const Tokens tokens = analyzer.analyze(passage.text, passage.reading);
  std::vector<const Token*> words;  // by position
  for (const Token& token : tokens)
    if (token.width == 1) words.push_back(&token);
  std::vector<std::optional<Mark>> marks;
  marks.reserve(matches.size());
  for (const Occurrence& match : matches) {
    marks.emplace_back();
    if (match.section != schema::section_text || match.position + match.width > words.size()) continue;
    const Atom& atom = plan.atoms[match.atom];
    const Token& first = *words[match.position];
    const bool is_concept = !atom.alternatives[match.alternative].concept_id.empty();
    const bool is_relative = match.reason == Reason::narrower || match.reason == Reason::broader;
    const Reason reason = is_concept && !is_relative && match.width == 1 ? reason_of_name(atom, first) : match.reason;
    marks.back() = {{first.span.begin, words[match.position + match.width - 1]->span.end}, reason, atom.word};
  }
  return marks;
}

std::vector<Mark> marks_of(const schema::Passage& passage, const Matches& matches, const Plan& plan,
                           const analysis::Analyzer& analyzer) {
  std::vector<Mark> marks;
  for (std::optional<Mark>& mark : mark_each(passage, matches, plan, analyzer))
    if (mark) marks.push_back(std::move(*mark));
  drop_overlaps(marks);
  return marks;
}

}  // namespace izde::searcher
