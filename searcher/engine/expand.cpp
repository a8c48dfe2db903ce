#include "searcher/engine/expand.hpp"

#include "analysis/analyzer.hpp"
#include "analysis/detect.hpp"
#include "analysis/filters/russian_stem.hpp"
#include "schema/fields.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/correction.hpp"
#include "searcher/engine/field_terms.hpp"
#include "searcher/engine/labels.hpp"
#include "searcher/engine/spelling.hpp"
#include "searcher/engine/words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace izde::searcher {
namespace {

using analysis::Language;
using analysis::Reading;
using analysis::Token;
using analysis::Tokens;
using Kind = PlanNode::Kind;

constexpr float kSureOfLanguage = 0.9F;
constexpr std::size_t kWordsToBeSure = 2;
constexpr std::size_t kMostPatternForms = 20000;
constexpr std::uint8_t kAllSections = 7;

void collect_text(const Node& node, std::string& text) {
  if (node.op == Operator::word || node.op == Operator::phrase) text.append(node.text).append(" ");
  if (node.op == Operator::field) return;
  for (const Node& child : node.children) collect_text(child, text);
}

Language main_language(const Node& root) {
  std::string text;
  collect_text(root, text);
  const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
  const Reading reading = analysis::detect(text);
  return words >= kWordsToBeSure && reading.confidence >= kSureOfLanguage ? reading.language : Language::other;
}

// A query text read in one way, without joined words: one token a position.
Tokens parts_of(const Tokens& tokens) {
  Tokens parts;
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(parts), [](const Token& token) { return token.width == 1; });
  return parts;
}

class Expander {
 public:
  Expander(const Snapshot& snapshot, const thesaurus::Thesaurus& thesaurus, const Request& request, Language main)
      : snapshot_(snapshot), thesaurus_(thesaurus), request_(request), words_(snapshot, main) {}

  Plan run(const Node& root) && {
    plan_.root = expand(root);
    return std::move(plan_);
  }

 private:
  PlanNode expand(const Node& node) {
    PlanNode out = expand_operator(node);
    out.occur = node.occur;
    out.is_filter = node.op == Operator::field || node.op == Operator::date;
    if (out.is_filter && out.occur == Occur::may) out.occur = Occur::must;
    return out;
  }

  PlanNode expand_operator(const Node& node) {
    switch (node.op) {
      case Operator::nothing: return {};
      case Operator::best: return expand_best(node);
      case Operator::all: return expand_children(node, Kind::all);
      case Operator::any: return expand_children(node, Kind::any);
      case Operator::except: return expand_children(node, Kind::except);
      case Operator::near: return expand_children(node, Kind::near);
      case Operator::phrase: return expand_phrase(node, Depth::plain);
      case Operator::word: return expand_words({&node, 1});
      case Operator::exact: return expand_phrase(node, Depth::written);
      case Operator::prefix: return expand_pattern(node);
      case Operator::fuzzy: return expand_fuzzy(node);
      case Operator::field: return expand_field(node);
      case Operator::date: return expand_date(node);
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

  // Neighbouring bare words are looked up in the thesaurus together; what is no label becomes a word of its own.
  PlanNode expand_best(const Node& node) {
    PlanNode out;
    out.kind = Kind::best;
    const auto& children = node.children;
    for (std::size_t i = 0; i < children.size();) {
      if (children[i].op != Operator::word) {
        out.children.push_back(expand(children[i++]));
        continue;
      }
      std::size_t end = i + 1;
      while (end < children.size() && children[end].op == Operator::word && children[end].occur == children[i].occur) ++end;
      for (PlanNode& part : expand_run({&children[i], end - i})) {
        part.occur = children[i].occur;
        out.children.push_back(std::move(part));
      }
      i = end;
    }
    add_pairs(out);
    return set_filters_apart(std::move(out));
  }

  // Fields and dates narrow what the words find; they do not make the words optional, as an explicit + would.
  static PlanNode set_filters_apart(PlanNode best) {
    PlanNode out;
    out.kind = Kind::all;
    std::vector<PlanNode> words;
    for (PlanNode& child : best.children) {
      const bool filter = child.is_filter && child.occur == Occur::must;
      (filter ? out.children : words).push_back(std::move(child));
    }
    best.children = std::move(words);
    if (out.children.empty()) return best;
    if (!best.children.empty()) out.children.insert(out.children.begin(), std::move(best));
    return out;
  }

  std::vector<PlanNode> expand_run(std::span<const Node> words) {
    std::vector<PlanNode> parts;
    const bool names_wanted = !request_.exact_only && sections_ == kAllSections;
    const auto labels = names_wanted ? find_labels(words, thesaurus_) : std::vector<TypedLabel>();
    auto label = labels.begin();
    for (std::size_t i = 0; i < words.size();) {
      if (label == labels.end() || label->first != i) {
        parts.push_back(expand_word(words[i++]));
        continue;
      }
      parts.push_back(concept_node(words.subspan(i, label->count), label->concepts));
      i += label->count;
      ++label;
    }
    return parts;
  }

  PlanNode expand_words(std::span<const Node> words) {
    std::vector<PlanNode> parts = expand_run(words);
    return std::move(parts.front());
  }

  PlanNode concept_node(std::span<const Node> words, const std::set<std::string>& concepts) {
    Atom atom;
    for (const Node& word : words) atom.word.append(atom.word.empty() ? "" : " ").append(word.text);
    atom.span = {words.front().span.begin, words.back().span.end};
    for (const std::string& id : concepts) words_.add_concept(atom, id);
    const Tokens readings = single_tokens(atom.word);
    if (!readings.empty()) words_.add_typed_name(atom, readings);
    bool person = false;
    for (const std::string& id : concepts)
      person |= thesaurus_.concepts()[static_cast<std::size_t>(thesaurus_.find(id))].scheme == "persons";
    if (person)
      for (const Token& token : readings) words_.add_name(atom, token);
    return add_atom(std::move(atom));
  }

  // One token for each way of reading the text, where every part of it is one word; else nothing.
  Tokens single_tokens(std::string_view text) const {
    Tokens singles;
    for (const Reading& reading : analyzer_.readings(text)) {
      const Tokens tokens = analyzer_.analyze(text, reading);
      if (tokens.size() != 1) continue;
      singles.push_back(tokens[0]);
      // People type surnames in lower case and common words with a capital, so both stems are tried (букейханов).
      Token other = tokens[0];
      if (other.language == Language::ru) other.stem = analysis::russian_stem(other.plain, !other.capitalised);
      if (other.stem != tokens[0].stem) singles.push_back(std::move(other));
    }
    return singles;
  }

  PlanNode expand_word(const Node& node) {
    const Depth depth = request_.exact_only ? Depth::plain : Depth::full;
    Atom atom = atom_of(node);
    const Tokens singles = single_tokens(node.text);
    if (singles.empty()) return expand_compound(node);
    words_.expand(atom, singles, depth);
    const auto knows_word = [](const Alternative& alternative) { return !alternative.adds && alternative.reason != Reason::name; };
    if (depth == Depth::full && std::none_of(atom.alternatives.begin(), atom.alternatives.end(), knows_word))
      if (auto suggestion = correct(atom, singles, snapshot_, words_)) plan_.suggestions.push_back(std::move(*suggestion));
    return add_atom(std::move(atom));
  }

  // Алаш-Орда, Ka-dắc-xtan, 13.12.1917: the joined word, or its parts in a row.
  PlanNode expand_compound(const Node& node) {
    PlanNode out;
    out.kind = Kind::any;
    Atom joined = atom_of(node);
    Tokens joined_tokens;
    for (const Reading& reading : analyzer_.readings(node.text)) {
      const Tokens tokens = analyzer_.analyze(node.text, reading);
      const auto whole = static_cast<std::uint32_t>(parts_of(tokens).size());
      for (const Token& token : tokens)
        if (token.width > 1 && token.width == whole) joined_tokens.push_back(token);
    }
    words_.expand(joined, joined_tokens, request_.exact_only ? Depth::plain : Depth::full);
    if (!joined.alternatives.empty()) out.children.push_back(add_atom(std::move(joined)));
    out.children.push_back(expand_phrase(node, request_.exact_only ? Depth::plain : Depth::full));
    return out;
  }

  // Words in a row. Every reading that breaks the text into the same number of words shares one phrase.
  PlanNode expand_phrase(const Node& node, Depth depth) {
    std::map<std::size_t, std::vector<Tokens>> by_length;
    for (const Reading& reading : analyzer_.readings(node.text)) {
      const Tokens parts = parts_of(analyzer_.analyze(node.text, reading));
      by_length[parts.size()].push_back(parts);
    }
    by_length.erase(0);
    PlanNode any;
    any.kind = Kind::any;
    for (const auto& [length, readings] : by_length) {
      PlanNode phrase;
      phrase.kind = Kind::phrase;
      for (std::size_t i = 0; i < length; ++i) {
        Tokens here;
        for (const Tokens& tokens : readings) here.push_back(tokens[i]);
        Atom atom;
        atom.word = length == 1 ? node.text : here[0].written;
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

  static Atom atom_of(const Node& node) {
    Atom atom;
    atom.word = node.text;
    atom.span = node.span;
    return atom;
  }

  PlanNode expand_pattern(const Node& node) {
    Atom atom = atom_of(node);
    std::set<std::string> patterns;
    for (const Reading& reading : analyzer_.readings(node.text)) patterns.insert(plain_pattern(node.text, reading));
    for (std::size_t shard = 0; shard < snapshot_.shards().size(); ++shard) {
      std::map<schema::FormId, double> forms;
      for (const std::string& pattern : patterns)
        for (const auto& match : forms_like_pattern(snapshot_.shards()[shard], pattern)) forms.emplace(match.form, match.weight);
      std::vector<WordExpander::FormMatch> matches;
      for (const auto& [form, weight] : forms) matches.push_back({form, weight});
      if (matches.size() > kMostPatternForms) {
        plan_.diagnostics.push_back({node.span, "“" + node.text + "” stands for " + std::to_string(matches.size()) +
                                                    " words; only the first " + std::to_string(kMostPatternForms) +
                                                    " are searched, type more letters"});
        matches.resize(kMostPatternForms);
      }
      words_.add_forms(atom, shard, matches, Reason::wildcard);
    }
    return add_atom(std::move(atom));
  }

  // The letters between the signs in plain spelling, the signs kept.
  std::string plain_pattern(std::string_view text, const Reading& reading) const {
    std::string pattern;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t sign = std::min(text.find_first_of("*?", i), text.size());
      if (sign > i) pattern += analyzer_.plain(text.substr(i, sign - i), reading);
      if (sign < text.size()) pattern.push_back(text[sign]);
      i = sign + 1;
    }
    return pattern;
  }

  PlanNode expand_fuzzy(const Node& node) {
    Atom atom = atom_of(node);
    std::set<std::string> plains;
    for (const Reading& reading : analyzer_.readings(node.text)) plains.insert(analyzer_.plain(node.text, reading));
    for (const std::string& plain : plains)
      for (std::size_t shard = 0; shard < snapshot_.shards().size(); ++shard)
        words_.add_forms(atom, shard, forms_near(snapshot_.shards()[shard], plain, std::max(1U, node.distance)), Reason::fuzzy);
    return add_atom(std::move(atom));
  }

  PlanNode expand_field(const Node& node) {
    const schema::Field* field = schema::find_field(node.field);
    if (field == nullptr || node.children.empty()) return {};
    if (field->kind == schema::FieldKind::section) return expand_section(node, *field);
    return field_terms(node.children[0], *field);
  }

  // Words of a title or heading: the same expansion, held to that section.
  PlanNode expand_section(const Node& node, const schema::Field& field) {
    const std::size_t first = plan_.atoms.size();
    sections_ = static_cast<std::uint8_t>(1U << (field.name == "title" ? schema::section_title : schema::section_heading));
    PlanNode out = expand(node.children[0]);
    for (std::size_t i = first; i < plan_.atoms.size(); ++i) {
      plan_.atoms[i].sections = sections_;
      for (Alternative& alternative : plan_.atoms[i].alternatives) {
        if (!alternative.term.empty()) alternative.term = schema::keyword_term(field.prefix, alternative.term);
        words_.weigh(alternative);
      }
    }
    sections_ = kAllSections;
    return out;
  }

  PlanNode expand_date(const Node& node) {
    PlanNode out;
    const auto days = analysis::parse_date_range(node.text);
    if (!days) {
      plan_.diagnostics.push_back({node.span, "“" + node.text + "” is not a date this understands; write 1917, 1917-12, "
                                              "1917-12-05, a range 1917-12..1918-06, or os:1917-12-05 for Old Style"});
      return out;
    }
    out.kind = Kind::dates;
    out.first_day = days->first;
    out.last_day = days->last;
    return out;
  }

  // Neighbours of a ranked list or a phrase, for nearness and the terms of two Vietnamese syllables.
  void add_pairs(const PlanNode& node) {
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      const PlanNode& left = node.children[i - 1];
      const PlanNode& right = node.children[i];
      if (left.kind != Kind::atom || right.kind != Kind::atom || left.occur == Occur::must_not || right.occur == Occur::must_not) continue;
      Pair pair{left.atom, right.atom, {}};
      std::set<std::string> terms;
      for (const Token& first : plan_.atoms[left.atom].tokens)
        for (const Token& second : plan_.atoms[right.atom].tokens)
          if (std::string term = schema::pair_term(first, second); !term.empty()) terms.insert(std::move(term));
      for (const std::string& term : terms) {
        Alternative alternative;
        alternative.term = term;
        alternative.language = Language::vi;
        words_.weigh(alternative);
        if (alternative.frequency > 0) pair.terms.push_back(std::move(alternative));
      }
      plan_.pairs.push_back(std::move(pair));
    }
  }

  PlanNode add_atom(Atom atom) {
    PlanNode node;
    node.kind = Kind::atom;
    node.atom = static_cast<std::uint32_t>(plan_.atoms.size());
    atom.forms.resize(snapshot_.shards().size());
    plan_.atoms.push_back(std::move(atom));
    return node;
  }

  const Snapshot& snapshot_;
  const thesaurus::Thesaurus& thesaurus_;
  const Request& request_;
  const analysis::Analyzer analyzer_{};
  WordExpander words_;
  Plan plan_;
  std::uint8_t sections_ = kAllSections;  // of the field being expanded
};

}  // namespace

Plan expand(const Node& root, const Snapshot& snapshot, const thesaurus::Thesaurus& thesaurus, const Request& request) {
  return Expander(snapshot, thesaurus, request, main_language(root)).run(root);
}

}  // namespace izde::searcher
