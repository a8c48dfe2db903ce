#include "searcher/engine/expand.hpp"

#include "analysis/letters.hpp"
#include "schema/fields.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/concept_filter.hpp"
#include "searcher/engine/correction.hpp"
#include "searcher/engine/entries.hpp"
#include "searcher/engine/field_terms.hpp"
#include "searcher/engine/field_values.hpp"
#include "searcher/engine/known_names.hpp"
#include "searcher/engine/labels.hpp"
#include "searcher/engine/other_words.hpp"
#include "searcher/engine/pairs.hpp"
#include "searcher/engine/patterns.hpp"
#include "searcher/engine/peoples.hpp"
#include "searcher/engine/quoted_names.hpp"
#include "searcher/engine/readings.hpp"
#include "searcher/engine/relatives.hpp"
#include "searcher/engine/sections.hpp"
#include "searcher/engine/translate.hpp"
#include "searcher/engine/words.hpp"
#include "searcher/query/parser.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace izde::searcher {
namespace {

using analysis::Language;
using analysis::Token;
using analysis::Tokens;
using Kind = PlanNode::Kind;

constexpr std::uint8_t kAllSections = 7;
constexpr double kFunctionWord = 0.6;            // docs/RANKING.md
constexpr std::size_t kWellKnown = 10;           // passages that name something: then nobody needs its words
constexpr double kPartOfName = 0.5;              // docs/RANKING.md
constexpr std::size_t kMostCorrectedWords = 16;  // each looks through the whole lexicon

PlanNode any_of(std::vector<PlanNode> nodes) {
  PlanNode any;
  any.kind = Kind::any;
  any.children = std::move(nodes);
  return any;
}

class Expander {
 public:
  Expander(const Snapshot& snapshot, const Knowledge& knowledge, const Request& request, MainLanguage main)
      : snapshot_(snapshot),
        thesaurus_(knowledge.thesaurus),
        dictionary_(knowledge.dictionary),
        request_(request),
        main_(main),
        words_(snapshot, knowledge.dictionary, main, request.aliases),
        names_(snapshot, knowledge.thesaurus) {}

  Plan run(const Node& root) && {
    plan_.root = expand(root);
    for (Diagnostic& missing : told_missing_kinds(request_.kinds, snapshot_))
      plan_.diagnostics.push_back(std::move(missing));
    return std::move(plan_);
  }

 private:
  PlanNode expand(const Node& node) {
    // What is excluded is meant as it is typed: a poor translation would take away what was wanted.
    const bool excluded = std::exchange(excluded_, excluded_ || node.occur == Occur::must_not);
    PlanNode out = expand_operator(node);
    excluded_ = excluded;
    out.occur = node.occur;
    out.is_filter = node.op == Operator::field || node.op == Operator::date;
    if (out.is_filter && out.occur == Occur::may) out.occur = Occur::must;
    if (out.is_filter || node.op == Operator::phrase || node.op == Operator::near) out.typed = print(node);
    return out;
  }

  PlanNode expand_operator(const Node& node) {
    switch (node.op) {
      case Operator::nothing:
        return {};
      case Operator::best:
        return expand_best(node);
      case Operator::all:
        return expand_children(node, Kind::all);
      case Operator::any:
        return expand_children(node, Kind::any);
      case Operator::except:
        return expand_except(node);
      case Operator::near:
        return expand_children(node, Kind::near);
      case Operator::phrase:
        return expand_quotation(node);
      case Operator::word:
        return std::move(expand_run({&node, 1}).front());
      case Operator::exact:
        return expand_phrase(node, Depth::written);
      case Operator::prefix:
        return expand_pattern(node);
      case Operator::fuzzy:
        return add_atom(atom_of_fuzzy(node, snapshot_, words_));
      case Operator::field:
        return expand_field(node);
      case Operator::date:
        return date_filter(node, plan_.diagnostics);
    }
    return {};
  }

  PlanNode expand_children(const Node& node, Kind kind) {
    PlanNode out;
    out.kind = kind;
    out.distance = node.distance;
    for (const Node& child : node.children) out.children.push_back(expand(child));
    return out;
  }

  PlanNode expand_except(const Node& node) {
    PlanNode out;
    out.kind = Kind::except;
    out.children.push_back(expand(node.children[0]));
    Node unwanted = node.children[1];
    unwanted.occur = Occur::must_not;
    out.children.push_back(expand(unwanted));
    out.children.back().occur = Occur::may;
    return out;
  }

  // Names are written between «»; what is meant word by word, between "".
  PlanNode expand_quotation(const Node& node) {
    if (!node.quotes_name || !names_wanted() || excluded_) return expand_phrase(node, Depth::plain);
    const std::vector<Node> words = without_quotes_of_names({node}, thesaurus_, names_.but());
    return words.front().op == Operator::word ? std::move(expand_run(words).front()) : expand_phrase(node, Depth::full);
  }

  bool names_wanted() const { return !request_.exact_only && request_.aliases && sections_ == kAllSections; }

  // Neighbouring bare words are looked up in the thesaurus together; what is no label becomes a word of its own.
  PlanNode expand_best(const Node& node) {
    PlanNode out;
    out.kind = Kind::best;
    const auto children =
        names_wanted() ? without_quotes_of_names(node.children, thesaurus_, names_.but()) : node.children;
    for (std::size_t i = 0; i < children.size();) {
      if (children[i].op != Operator::word) {
        out.children.push_back(expand(children[i++]));
        continue;
      }
      std::size_t end = i + 1;
      while (end < children.size() && children[end].op == Operator::word && children[end].occur == children[i].occur)
        ++end;
      const bool excluded = std::exchange(excluded_, excluded_ || children[i].occur == Occur::must_not);
      for (PlanNode& part : expand_run({&children[i], end - i})) {
        part.occur = children[i].occur;
        out.children.push_back(std::move(part));
      }
      excluded_ = excluded;
      i = end;
    }
    add_pairs(out);
    return filters_apart(std::move(out));
  }

  // `but`: names that are not meant here.
  std::vector<PlanNode> expand_run(std::span<const Node> typed, const std::set<std::string>& but = {}) {
    const std::vector<Node> words = without_initials(typed);
    std::vector<PlanNode> parts;
    auto labels = names_wanted() ? find_labels(words, thesaurus_, names_.but(but)) : std::vector<TypedLabel>();
    if (!excluded_) peoples_.take_from(labels, words, thesaurus_);
    auto label = labels.begin();
    for (std::size_t i = 0; i < words.size();) {
      if (label == labels.end() || label->first != i) {
        const std::size_t end = label == labels.end() ? words.size() : label->first;
        for (PlanNode& part : expand_common(std::span(words).subspan(i, end - i))) parts.push_back(std::move(part));
        i = end;
        continue;
      }
      parts.push_back(expand_name(std::span(words).subspan(i, label->count), *label));
      i += label->count;
      ++label;
    }
    return parts;
  }

  // Words that are no names: each with what the longest entry it stands in is called elsewhere.
  std::vector<PlanNode> expand_common(std::span<const Node> words) {
    std::vector<WordEquivalents> equivalents(words.size());
    if (!request_.exact_only && request_.translate && !excluded_)
      equivalents = equivalents_of(words, snapshot_.analyzers(), dictionary_, main_.language);
    std::vector<PlanNode> parts;
    for (std::size_t i = 0; i < words.size(); ++i) parts.push_back(expand_word(words[i], equivalents[i]));
    tie_entries(parts, equivalents, plan_.atoms);
    return parts;
  }

  PlanNode concept_node(std::span<const Node> words, const std::set<std::string>& concepts) {
    Atom atom;
    atom.word = text_of(words);
    atom.span = {words.front().span.begin, words.back().span.end};
    for (const std::string& id : concepts) words_.add_concept(atom, id);
    if (!excluded_ && words.front().occur != Occur::must) add_relatives(atom, concepts, thesaurus_, words_);
    const Tokens readings = readings_of_word(atom.word, snapshot_.analyzers());
    if (!readings.empty()) words_.add_typed_name(atom, readings);
    if (std::any_of(concepts.begin(), concepts.end(), [this](const std::string& id) { return names_.is_person(id); }))
      for (const Token& token : readings) words_.add_name(atom, token);
    PlanNode named = add_atom(std::move(atom));
    return names_.is_current() ? named : with_labels(std::move(named), words, concepts);
  }

  PlanNode expand_name(std::span<const Node> words, const TypedLabel& label) {
    PlanNode named = concept_node(words, label.concepts);
    if (label.dated) return with_its_words(std::move(named), words);
    const bool few = names_.is_current() && names_.passages(label.concepts) < kWellKnown;
    if (words.size() == 1 || excluded_ || !few) return named;
    return beside_its_words(std::move(named), words, label.concepts);
  }

  // A text may say the same in other words than the name's labels have: those of the name near each other, for less.
  PlanNode beside_its_words(PlanNode named, std::span<const Node> words, const std::set<std::string>& concepts) {
    PlanNode parts;
    parts.kind = Kind::best;
    parts.children = expand_run(words, concepts);
    tie_words(parts.children, plan_.atoms, kPartOfName);
    return any_of({std::move(named), std::move(parts)});
  }

  // Outside its time a label is still the words it is.
  PlanNode with_its_words(PlanNode named, std::span<const Node> words) {
    return any_of({std::move(named), expand_phrase(phrase_instead_of(words, text_of(words)), Depth::full)});
  }

  // The index was made with another thesaurus: names are also asked for as the words they are.
  PlanNode with_labels(PlanNode named, std::span<const Node> words, const std::set<std::string>& concepts) {
    PlanNode any = any_of({std::move(named)});
    std::set<std::string> labels = names_.labels(concepts);
    labels.insert(text_of(words));
    for (const std::string& text : labels)
      any.children.push_back(expand_phrase(phrase_instead_of(words, text), Depth::plain));
    if (!std::exchange(said_other_thesaurus_, true))
      plan_.diagnostics.push_back(
          {{},
           "The index was made with another thesaurus, so names are searched as words too; run izde-index "
           "again with this thesaurus to have them found in every form."});
    return any;
  }

  PlanNode expand_word(const Node& node, const WordEquivalents& equivalents) {
    const Depth depth = request_.exact_only ? Depth::plain : Depth::full;
    Atom atom = atom_of(node);
    Tokens singles = readings_of_word(node.text, snapshot_.analyzers(), spellings_of(depth));
    if (singles.empty()) return expand_compound(node);
    // Nobody looks for той (that, in Russian) alone: it is the feast, in Kazakh.
    if (depth == Depth::full && main_.alone && !main_.has_content) singles = content_readings(std::move(singles));
    const auto function = function_word(node, singles, main_.language);
    if (function && depth == Depth::full && main_.has_content && equivalents.words < 2) {
      words_.expand(atom, *function, Depth::forms);
      atom.names_nothing = true;
      for (Alternative& alternative : atom.alternatives) alternative.weight *= kFunctionWord;
      return add_atom(std::move(atom));
    }
    words_.expand(atom, singles, depth);
    if (depth == Depth::full && main_.alone && request_.languages.empty())
      set_back_unlisted(atom, singles, dictionary_);
    const auto knows_word = [&](const Alternative& alternative) {
      return alternative.reason < Reason::prefix && is_wanted(alternative.language);
    };
    const bool is_people = peoples_.add_to(atom, words_);
    if (depth == Depth::full && !is_people && equivalents.words == 0 && corrected_ < kMostCorrectedWords &&
        std::none_of(atom.alternatives.begin(), atom.alternatives.end(), knows_word))
      if (auto suggestion = correct_word(atom, singles)) plan_.suggestions.push_back(std::move(*suggestion));
    Atom whole = atom;  // the word as a part of its entry, with what the entry is called
    if (equivalents.words > 1) make_parts(whole);
    words_.add_joined(whole, equivalents.entry);
    if (add_translations(whole, equivalents, snapshot_, request_.languages, sections_ != kAllSections))
      atom = std::move(whole);
    return add_atom(std::move(atom));
  }

  // Whether passages of a language are looked for first: those asked for, else those of the query's own language.
  bool is_wanted(Language language) const {
    const auto& asked = request_.languages;
    if (!asked.empty()) return std::find(asked.begin(), asked.end(), language) != asked.end();
    return main_.language == Language::other || language == main_.language;
  }

  std::optional<Suggestion> correct_word(Atom& atom, Tokens readings) {
    ++corrected_;
    std::erase_if(readings, [&](const Token& token) { return !is_wanted(token->language); });
    return correct(atom, readings, snapshot_, words_, thesaurus_);
  }

  // Алаш-Орда, Ka-dắc-xtan, 13.12.1917: the joined word, or its parts in a row.
  PlanNode expand_compound(const Node& node) {
    PlanNode out = any_of({});
    Atom joined = atom_of(node);
    Tokens joined_tokens;
    for (const Tokens& tokens : readings_of_text(node.text, snapshot_.analyzers())) {
      const auto whole = static_cast<std::uint32_t>(
          std::count_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.width == 1; }));
      for (const Token& token : tokens)
        if (token.width > 1 && token.width == whole) joined_tokens.push_back(token);
    }
    words_.expand(joined, joined_tokens, request_.exact_only ? Depth::plain : Depth::full);
    peoples_.add_to(joined, words_);
    if (!joined.alternatives.empty()) out.children.push_back(add_atom(std::move(joined)));
    out.children.push_back(expand_phrase(node, request_.exact_only ? Depth::plain : Depth::full));
    return out;
  }

  // Words in a row. Every reading that breaks the text into the same number of words shares one phrase.
  PlanNode expand_phrase(const Node& node, Depth depth) {
    const auto by_length = rows_of_words(node.text, snapshot_.analyzers(), spellings_of(depth), depth == Depth::full);
    PlanNode any = any_of({});
    for (const auto& [length, readings] : by_length) {
      PlanNode phrase;
      phrase.kind = Kind::phrase;
      for (std::size_t i = 0; i < length; ++i) {
        Tokens here;
        for (const Tokens& tokens : readings) here.push_back(tokens[i]);
        Atom atom;
        atom.word = length == 1 ? node.text : here[0]->written;
        atom.span = node.span;
        words_.expand(atom, here, depth);
        phrase.children.push_back(add_atom(std::move(atom)));
      }
      add_pairs(phrase);
      any.children.push_back(length == 1 ? std::move(phrase.children[0]) : std::move(phrase));
    }
    if (any.children.empty()) return {};
    return any.children.size() == 1 ? std::move(any.children[0]) : std::move(any);
  }

  PlanNode expand_pattern(const Node& node) {
    PatternAtom found = atom_of_pattern(node, snapshot_, words_);
    if (found.diagnostic) plan_.diagnostics.push_back(std::move(*found.diagnostic));
    return add_atom(std::move(found.atom));
  }

  PlanNode expand_field(const Node& node) {
    if (find_concept_field(node.field) != nullptr)
      return concept_filter(node, thesaurus_, snapshot_, plan_.diagnostics);
    const schema::Field* field = schema::find_field(node.field);
    if (field == nullptr || node.children.empty()) return {};
    if (field->kind == schema::FieldKind::section) return expand_section(node, *field);
    return field_terms(node.children[0], *field, snapshot_, plan_.diagnostics);
  }

  PlanNode expand_section(const Node& node, const schema::Field& field) {
    const std::size_t first = plan_.atoms.size();
    sections_ = section_bit(field);
    PlanNode out = expand(node.children[0]);
    for (std::size_t i = first; i < plan_.atoms.size(); ++i) hold_to_section(plan_.atoms[i], field, snapshot_);
    sections_ = kAllSections;
    return out;
  }

  void add_pairs(const PlanNode& node) {
    for (Pair& pair : pairs_of(node, plan_.atoms, words_)) plan_.pairs.push_back(std::move(pair));
  }

  PlanNode add_atom(Atom atom) {
    let_weak_support(atom);
    if (atom.in_text_only && sections_ == kAllSections) atom.sections = 1U << schema::section_text;
    PlanNode node;
    node.kind = Kind::atom;
    node.atom = static_cast<std::uint32_t>(plan_.atoms.size());
    atom.forms.resize(snapshot_.shards().size());
    plan_.atoms.push_back(std::move(atom));
    return node;
  }

  const Snapshot& snapshot_;
  const thesaurus::Thesaurus& thesaurus_;
  const thesaurus::Dictionary& dictionary_;
  const Request& request_;
  MainLanguage main_;
  WordExpander words_;
  KnownNames names_;
  Peoples peoples_;
  Plan plan_;
  bool said_other_thesaurus_ = false;
  std::size_t corrected_ = 0;
  bool excluded_ = false;
  std::uint8_t sections_ = kAllSections;  // of the field being expanded
};

}  // namespace

Plan expand(const Node& root, const Snapshot& snapshot, const Knowledge& knowledge, const Request& request,
            const MainLanguage& main) {
  return Expander(snapshot, knowledge, request, main).run(root);
}

}  // namespace izde::searcher
