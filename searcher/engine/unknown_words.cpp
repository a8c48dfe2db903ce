#include "searcher/engine/unknown_words.hpp"

#include "analysis/filters/function_words.hpp"
#include "analysis/unicode.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace izde::searcher {
namespace {

using Kind = PlanNode::Kind;
using Place = std::pair<std::size_t, std::size_t>;  // in the query

constexpr std::array kLanguages{analysis::Language::other, analysis::Language::vi, analysis::Language::kk,
                                analysis::Language::ru};
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

// A word alone may be asked for by what else it means only (и in a title).
bool says_nothing(const Atom& atom) {
  const bool own = std::any_of(atom.tokens.begin(), atom.tokens.end(), [](const analysis::Token& token) {
    return analysis::is_function_word(token->plain, token->language);
  });
  const std::string word = analysis::lower_case(atom.word);
  return own || atom.names_nothing ||
         std::any_of(kLanguages.begin(), kLanguages.end(),
                     [&](analysis::Language language) { return analysis::is_function_word(word, language); });
}

class Listener {
 public:
  explicit Listener(const Plan& plan) : atoms_(plan.atoms) {}

  /// Whether something in the index may answer the node; what is not so is noted.
  bool hear(const PlanNode& node) {
    if (node.occur == Occur::must_not || node.kind == Kind::term || node.kind == Kind::dates) return true;
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

  // Another name, or the words of the name, are enough: they stand for what was typed at the same place. What was typed
  // beside it, with an OR between, is told.
  bool hear_any(const PlanNode& node) {
    std::vector<analysis::Span> known;
    Listener inside(*this);
    for (const PlanNode& child : node.children)
      if (inside.hear(child)) known.push_back(place_of(child));
    const auto is_answered = [&](const Place& place) {
      return std::any_of(known.begin(), known.end(), [&](const analysis::Span& span) {
        return place.first < span.end && span.begin < place.second;
      });
    };
    for (const auto& [place, atom] : inside.unknown_)
      if (!is_answered(place)) unknown_.try_emplace(place, atom);
    return !known.empty();
  }

  // From its first word in the query to its last; empty without words.
  analysis::Span place_of(const PlanNode& node) const {
    if (node.kind == Kind::atom) return atoms_[node.atom].span;
    analysis::Span place;
    for (const PlanNode& child : node.children) {
      const analysis::Span span = place_of(child);
      if (span.begin == span.end) continue;
      place = place.begin == place.end
                  ? span
                  : analysis::Span{std::min(place.begin, span.begin), std::max(place.end, span.end)};
    }
    return place;
  }

  const std::vector<Atom>& atoms_;
  std::map<Place, const Atom*> unknown_;
};

bool is_bare_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string note_on(const Atom& atom, bool in_every_way) {
  std::string note = "“" + atom.word + "” stands in no ";
  if (atom.sections == 1U << schema::section_title) return note + "title of the index.";
  if (atom.sections == 1U << schema::section_heading) return note + "heading of the index.";
  note += "text of the index";
  if (is_bare_number(atom.word))
    return note + " as a number of its own; one written 13 500 is found by 13500, not by its parts.";
  const bool in_no_way = in_every_way && !atom.in_text_only;
  return note + (in_no_way ? ", nor any other spelling, name or translation of it." : " in the way it is asked for.");
}

}  // namespace

std::vector<Diagnostic> told_unknown_words(const Plan& plan, bool in_every_way) {
  Listener listener(plan);
  listener.hear(plan.root);
  std::set<std::string> told;
  std::vector<Diagnostic> notes;
  for (const auto& [place, atom] : listener.unknown())
    if (told.insert(atom->word).second && told.size() <= kMostNotes)
      notes.push_back({atom->span, note_on(*atom, in_every_way)});
  if (told.size() > kMostNotes)
    notes.push_back({{}, std::to_string(told.size() - kMostNotes) + " more words of the query stand in no text."});
  return notes;
}

}  // namespace izde::searcher
