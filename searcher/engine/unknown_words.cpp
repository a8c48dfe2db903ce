#include "searcher/engine/unknown_words.hpp"

#include "analysis/filters/function_words.hpp"
#include "analysis/unicode.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace izde::searcher {
namespace {

using Kind = PlanNode::Kind;
using Place = std::pair<std::size_t, std::size_t>;  // in the query

constexpr std::size_t kMostNotes = 5;  // a pasted page of another language is not told word by word

bool has_passages(const Atom& atom) {
  return std::any_of(atom.alternatives.begin(), atom.alternatives.end(),
                     [](const Alternative& alternative) { return alternative.frequency > 0; });
}

// The words of an entry are one word: what one of them has, it has as a part of the whole.
bool is_known(const Atom& atom, const std::vector<Atom>& atoms) {
  return has_passages(atom) || std::any_of(atom.entry.begin(), atom.entry.end(),
                                           [&](std::uint32_t part) { return has_passages(atoms[part]); });
}

bool says_nothing(const Atom& atom) {
  const bool own = std::any_of(atom.tokens.begin(), atom.tokens.end(), [](const analysis::Token& token) {
    return analysis::is_function_word(token->plain, token->language);
  });
  return own || atom.names_nothing ||
         analysis::is_function_word(analysis::lower_case(atom.word), analysis::Language::other);
}

class Listener {
 public:
  explicit Listener(const Plan& plan) : atoms_(plan.atoms) {}

  /// Whether something in the index may answer the node; what is not so is noted.
  bool hear(const PlanNode& node) {
    if (node.is_filter || node.occur == Occur::must_not || node.kind == Kind::term || node.kind == Kind::dates)
      return true;
    if (node.kind == Kind::atom) return hear(atoms_[node.atom]);
    if (node.kind == Kind::any) return hear_any(node);
    const std::size_t looked_for = node.kind == Kind::except ? 1 : node.children.size();
    bool all = true;
    for (std::size_t i = 0; i < looked_for; ++i) all = hear(node.children[i]) && all;
    return all;
  }

  const std::map<Place, const Atom*>& unknown() const { return unknown_; }

 private:
  bool hear(const Atom& atom) {
    const bool known = is_known(atom, atoms_);
    if (!known && !says_nothing(atom)) unknown_.try_emplace({atom.span.begin, atom.span.end}, &atom);
    return known || says_nothing(atom);
  }

  // Another name, or the words of the name, are enough. Where one typed several words, each is told.
  bool hear_any(const PlanNode& node) {
    Listener inside(*this);
    bool any = false;
    for (const PlanNode& child : node.children) any = inside.hear(child) || any;
    if (!any) unknown_ = std::move(inside.unknown_);
    return any;
  }

  const std::vector<Atom>& atoms_;
  std::map<Place, const Atom*> unknown_;
};

}  // namespace

std::vector<Diagnostic> told_unknown_words(const Plan& plan, bool in_every_way) {
  Listener listener(plan);
  listener.hear(plan.root);
  std::set<std::string> told;
  std::vector<Diagnostic> notes;
  for (const auto& [place, atom] : listener.unknown())
    if (told.insert(atom->word).second && told.size() <= kMostNotes)
      notes.push_back(
          {atom->span, "“" + atom->word + "” stands in no text of the index" +
                           (in_every_way && !atom->in_text_only ? ", nor any other spelling, name or translation of it."
                                                                : " in the way it is asked for.")});
  if (told.size() > kMostNotes)
    notes.push_back({{}, std::to_string(told.size() - kMostNotes) + " more words of the query stand in no text."});
  return notes;
}

}  // namespace izde::searcher
