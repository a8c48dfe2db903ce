#include "analysis/dates/grammar.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis::dates {
namespace {

/// Symbols in the longest pattern; rows are not longer with all their elements.
constexpr std::size_t kLongest = 32;

struct Element {
  Name name = 0;
  std::uint8_t group = 0;
  bool value = false;  ///< marked =
};

/// A pattern with its optional elements decided.
using Elements = std::vector<Element>;

/// What is read of a row so far.
struct Expansion {
  Elements elements;
  std::uint8_t group = 0;
};

void expand(const std::vector<std::string_view>& words, std::size_t at, Expansion read, std::vector<Elements>& all) {
  for (; at < words.size(); ++at) {
    std::string_view word = words[at];
    if (word == "|") {
      ++read.group;
      continue;
    }
    const bool value = word.size() > 1 && word.starts_with('=');
    if (value) word.remove_prefix(1);
    const bool optional = word.size() > 1 && word.ends_with('?');
    if (optional) word.remove_suffix(1);
    if (optional) expand(words, at + 1, read, all);
    read.elements.push_back({name_of(word), read.group, value});
  }
  all.push_back(std::move(read.elements));
}

/// All rows of a table as one tree.
template <class Row>
class Tree {
 public:
  struct Leaf {
    Row row;
    Elements elements;
  };
  struct Node {
    std::map<Name, std::size_t> next;
    std::vector<Leaf> leaves;
  };

  void add(const Row& row, std::string_view pattern) {
    std::vector<Elements> all;
    expand(parts_of(pattern, ' '), 0, {}, all);
    for (Elements& elements : all) {
      if (elements.back().name == name_of(",")) continue;  // what should follow the comma is missing
      std::size_t at = 0;
      for (const Element& element : elements) {
        const auto [next, added] = nodes_[at].next.emplace(element.name, nodes_.size());
        at = next->second;
        if (added) nodes_.emplace_back();
      }
      nodes_[at].leaves.push_back({row, std::move(elements)});
    }
  }
  const Node& root() const { return nodes_.front(); }
  const Node& node(std::size_t at) const { return nodes_[at]; }

 private:
  std::vector<Node> nodes_ = std::vector<Node>(1);
};

/// The element of patterns that a reading may be, and what it tells there.
struct Use {
  Name element;
  Role role;
};

struct UseLine {
  std::string_view reading, element;
  Role role;
};
constexpr UseLine kUses[] = {{"n2", "D", Role::day},
                             {"n2o", "D", Role::day},
                             {"n2x", "D", Role::day},
                             {"day", "D", Role::day},
                             {"ordinal", "D", Role::day},
                             {"day", "W", Role::day},
                             {"n2", "m", Role::month},
                             {"roman", "R", Role::month},
                             {"month", "M", Role::month},
                             {"same_month", "M", Role::same_month},
                             {"this_month", "M", Role::this_month},
                             {"n4", "Y", Role::year},
                             {"n4o", "Y", Role::year},
                             {"marked", "Y", Role::year},
                             {"years", "Y", Role::year},
                             {"same_year", "Y", Role::same_year},
                             {"this_year", "Y", Role::this_year},
                             {"n4o", "y", Role::year},
                             {"marked", "y", Role::year},
                             {"years", "y", Role::year},
                             {"same_year", "y", Role::same_year},
                             {"this_year", "y", Role::this_year},
                             {"n4", "n4", Role::year},
                             {"years", "years", Role::year},
                             {"nn", "YY", Role::year_end},
                             {"decade", "decade", Role::decade},
                             {"tens", "decade", Role::decade},
                             {"explicit", "decade", Role::decade},
                             {"explicit", "explicit", Role::decade},
                             {"n2", "n2", Role::decade},
                             {"tens", "tens", Role::year_end},
                             {"season", "season", Role::season},
                             {"part", "part", Role::part},
                             {"part_after", "part_after", Role::part},
                             {"era", "era", Role::era},
                             {"roman", "roman", Role::era},
                             {"os", "calendar", Role::old_style},
                             {"ns", "calendar", Role::new_style},
                             {"ns", "ns", Role::new_style},
                             {"os", "os", Role::old_style},
                             {"animal", "animal", Role::animal},
                             {"stem", "stem", Role::stem},
                             {"branch", "branch", Role::branch}};

const std::multimap<Name, Use>& uses() {
  static const std::multimap<Name, Use> all = [] {
    std::multimap<Name, Use> made;
    for (const UseLine& line : kUses) made.emplace(name_of(line.reading), Use{name_of(line.element), line.role});
    return made;
  }();
  return all;
}

/// What a symbol may be in a row.
struct Choice {
  Name element = 0;
  Role role = Role::none;
  int value = 0;
};

/// As it is (in units) or by its use (in patterns).
std::vector<Choice> choices_of(const Symbol& symbol, bool uses_too) {
  std::vector<Choice> choices;
  if (symbol.kind == SymbolKind::sign) {
    static const std::map<std::string, Name, std::less<>> signs{{"-", name_of("-")}, {"/", name_of("/")},
                                                                {".", name_of(".")}, {",", name_of(",")},
                                                                {"(", name_of("(")}, {")", name_of(")")}};
    if (const auto sign = signs.find(symbol.text); sign != signs.end() && symbol.readings.empty())
      choices.push_back({sign->second, Role::none, 0});
  }
  for (const Reading& reading : symbol.readings) {
    bool used = false;
    if (uses_too) {
      const auto [first, last] = uses().equal_range(reading.name);
      for (auto use = first; use != last; ++use) {
        const bool word_only = use->second.element == reading.name && reading.value == 0 &&
                               use->second.role == Role::year;  // the гг. of 1917/18 гг.
        choices.push_back({use->second.element, word_only ? Role::none : use->second.role, reading.value});
        used = used || use->second.element == reading.name;
      }
    }
    if (!used) choices.push_back({reading.name, Role::none, reading.value});
  }
  return choices;
}

/// A walk down a tree along the symbols; the longest leaves it came by.
template <class Row>
class Walk {
 public:
  using Tree = dates::Tree<Row>;
  struct End {
    const typename Tree::Leaf* leaf = nullptr;
    std::vector<Choice> choices;  ///< one for each element
  };

  Walk(const Tree& tree, const std::vector<Symbol>& symbols, bool uses_too)
      : tree_(tree), symbols_(symbols), uses_too_(uses_too) {}

  /// Ends at the farthest symbol, in the order of the table.
  std::vector<End> from(std::size_t begin) {
    begin_ = begin;
    go(tree_.root(), begin);
    return std::move(ends_);
  }
  std::size_t length() const { return length_; }

 private:
  const std::vector<Choice>& choices(std::size_t at) {
    const std::size_t place = at - begin_;
    while (all_.size() <= place) all_.push_back(choices_of(symbols_[begin_ + all_.size()], uses_too_));
    return all_[place];
  }

  void go(const typename Tree::Node& node, std::size_t at) {
    if (!node.leaves.empty() && at - begin_ >= length_ && at > begin_) keep(node, at - begin_);
    if (at >= symbols_.size() || at - begin_ >= kLongest || node.next.empty()) return;
    if (at > begin_ && symbols_[at].apart) return;
    if (symbols_[at].kind == SymbolKind::sign && symbols_[at].text == "." && symbols_[at].gap) return;
    for (std::size_t i = 0; i < choices(at).size(); ++i) {
      const Choice choice = choices(at)[i];
      const auto next = node.next.find(choice.element);
      if (next == node.next.end()) continue;
      path_.push_back(choice);
      go(tree_.node(next->second), at + 1);
      path_.pop_back();
    }
  }

  void keep(const typename Tree::Node& node, std::size_t length) {
    if (length > length_) ends_.clear();
    length_ = length;
    for (const auto& leaf : node.leaves) ends_.push_back({&leaf, path_});
  }

  const Tree& tree_;
  const std::vector<Symbol>& symbols_;
  bool uses_too_;
  std::size_t begin_ = 0;
  std::size_t length_ = 0;
  std::vector<std::vector<Choice>> all_;
  std::vector<Choice> path_;
  std::vector<End> ends_;
};

const Tree<Name>& units() {
  static const Tree<Name> tree = [] {
    Tree<Name> made;
    for (const Row& row : rows_of(tables::date_units)) made.add(name_of(row[0]), row[1]);
    return made;
  }();
  return tree;
}

struct Pattern {
  Shape shape;
  int doubt;
  std::size_t order;
};

Shape shape_of(std::string_view name) {
  static const std::map<std::string_view, Shape> shapes{
      {"one", Shape::one},         {"double", Shape::double_date}, {"doubles", Shape::doubles},
      {"dash", Shape::dash},       {"range", Shape::range},        {"ranges", Shape::ranges},
      {"parts", Shape::parts},     {"pairs", Shape::pairs},        {"list", Shape::list},
      {"era", Shape::era},         {"eras", Shape::eras},          {"decade", Shape::decade},
      {"decades", Shape::decades}, {"hijri", Shape::hijri},        {"animal", Shape::animal},
      {"sixty", Shape::sixty},     {"none", Shape::none}};
  return shapes.at(name);
}

const Tree<Pattern>& patterns() {
  static const Tree<Pattern> tree = [] {
    Tree<Pattern> made;
    std::size_t order = 0;
    for (const Row& row : rows_of(tables::date_patterns))
      made.add({shape_of(row[0]), number_of(row[1]), order++}, row[2]);
    return made;
  }();
  return tree;
}

/// With a value: one that binds the year to the thing it is told of.
bool is_word_of_year(const Choice& choice) {
  static const Name after = name_of("year");
  static const Name before = name_of("year_word");
  return choice.value > 0 && (choice.element == after || choice.element == before);
}

/// A sign begins a row only before what means something or another sign: no row is a sign alone.
bool may_begin(const std::vector<Symbol>& symbols, std::size_t at) {
  const Symbol& symbol = symbols[at];
  if (!symbol.readings.empty()) return true;
  if (at + 1 >= symbols.size() || (symbol.text != "(" && symbol.text != ",")) return false;
  return !symbols[at + 1].readings.empty() || symbols[at + 1].kind == SymbolKind::sign;
}

/// Whether a row of units may begin with what a symbol means.
bool may_begin_unit(const std::vector<Symbol>& symbols, std::size_t at) {
  const std::vector<Reading>& readings = symbols[at].readings;
  if (readings.empty()) return may_begin(symbols, at);
  return std::any_of(readings.begin(), readings.end(),
                     [](const Reading& reading) { return units().root().next.contains(reading.name); });
}

/// Whether an ordinal between a month and a word counts that word: в марте первый съезд, желтоқсандағы екінші съезд.
bool counts_a_thing(const std::vector<Symbol>& symbols, std::size_t at) {
  static const Name ordinal = name_of("ordinal");
  static const Name month = name_of("month");
  const auto has = [](const Symbol& symbol, Name name) {
    return std::any_of(symbol.readings.begin(), symbol.readings.end(),
                       [name](const Reading& reading) { return reading.name == name; });
  };
  if (at == 0 || at + 1 >= symbols.size() || !has(symbols[at], ordinal) || !has(symbols[at - 1], month)) return false;
  return symbols[at + 1].kind == SymbolKind::word && symbols[at + 1].readings.empty();
}

/// Whether a year behind a month stands with the word that follows: мамырда 1916 жылғы көтерілістің сардарбегі.
bool is_of_next_word(const std::vector<Symbol>& symbols, std::size_t at) {
  static const Name of_year = name_of("of_year");
  static const Name month = name_of("month");
  constexpr int kOfNext = 3;
  if (at == 0 || at + 1 >= symbols.size() || symbols[at + 1].kind != SymbolKind::word) return false;
  const auto has = [](const Symbol& symbol, const auto& test) {
    return std::any_of(symbol.readings.begin(), symbol.readings.end(), test);
  };
  return has(symbols[at], [](const Reading& reading) { return reading.name == of_year && reading.value == kOfNext; }) &&
         has(symbols[at - 1], [](const Reading& reading) { return reading.name == month; }) &&
         symbols[at + 1].readings.empty();
}

}  // namespace

std::vector<Symbol> with_units(std::vector<Symbol> symbols) {
  std::size_t read = 0;  // symbols, in the place of the longer row of those not read yet
  for (std::size_t at = 0; at < symbols.size();) {
    std::vector<Reading> found;
    std::size_t length = 0;
    bool uncertain = false;
    if (may_begin_unit(symbols, at)) {
      Walk<Name> walk(units(), symbols, false);
      for (const auto& end : walk.from(at)) {
        for (std::size_t i = 0; i < end.choices.size(); ++i) {
          if (end.leaf->elements[i].value) found.push_back({end.leaf->row, end.choices[i].value});
          if (is_word_of_year(end.choices[i])) found.push_back({name_of("of_year"), end.choices[i].value});
        }
      }
      length = walk.length();
    }
    for (std::size_t i = 0; i < length; ++i) uncertain = uncertain || symbols[at + i].uncertain;
    Symbol& symbol = symbols[read++];
    if (&symbol != &symbols[at]) symbol = std::move(symbols[at]);
    if (length > 0) {
      if (length > 1) symbol.readings.clear();
      symbol.kind = SymbolKind::word;
      symbol.span.end = length > 1 ? symbols[at + length - 1].span.end : symbol.span.end;
      symbol.uncertain = uncertain;
      symbol.readings.insert(symbol.readings.end(), found.begin(), found.end());
    }
    at += std::max<std::size_t>(1, length);
  }
  symbols.resize(read);
  for (std::size_t at = 0; at < symbols.size(); ++at)
    if (counts_a_thing(symbols, at))
      symbols[at].readings.clear();
    else if (is_of_next_word(symbols, at))
      symbols[at].apart = true;  // no date reaches over it
  return symbols;
}

Match match_at(const std::vector<Symbol>& symbols, std::size_t begin) {
  Match match;
  match.begin = match.end = begin;
  if (!may_begin(symbols, begin)) return match;
  Walk<Pattern> walk(patterns(), symbols, true);
  auto ends = walk.from(begin);
  if (ends.empty()) return match;
  const auto best = std::min_element(
      ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.leaf->row.order < b.leaf->row.order; });
  match.shape = best->leaf->row.shape;
  match.doubt = static_cast<float>(best->leaf->row.doubt) / 100;
  match.end = begin + walk.length();
  for (std::size_t i = 0; i < best->choices.size(); ++i) {
    const Element& element = best->leaf->elements[i];
    match.groups = static_cast<std::uint8_t>(element.group + 1);
    if (best->choices[i].role != Role::none)
      match.captures.push_back({best->choices[i].role, best->choices[i].value, element.group, begin + i});
  }
  return match;
}

}  // namespace izde::analysis::dates
