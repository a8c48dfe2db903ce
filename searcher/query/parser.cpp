#include "searcher/query/parser.hpp"

#include "searcher/query/date_range.hpp"
#include "searcher/query/lexeme.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace izde::searcher {
namespace {

using Nodes = std::vector<Node>;
using Kind = Lexeme::Kind;

analysis::Span hull(analysis::Span a, analysis::Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

Node parent(Operator op, Nodes children) {
  Node node;
  node.op = op;
  node.span = children.front().span;
  for (const Node& child : children) node.span = hull(node.span, child.span);
  node.children = std::move(children);
  return node;
}

bool is_nothing(const Node& node) { return node.op == Operator::nothing; }

bool has_only(const Node& node, Occur occur) {
  return node.op == Operator::best && std::all_of(node.children.begin(), node.children.end(),
                                                  [&](const Node& child) { return child.occur == occur; });
}

/// -a -b: says what not to find, and nothing that is to be found.
bool only_excludes(const Node& node) { return has_only(node, Occur::must_not); }

bool is_leaf(const Node& node) {
  return node.op == Operator::word || node.op == Operator::phrase || node.op == Operator::exact ||
         node.op == Operator::prefix || node.op == Operator::fuzzy;
}

bool has_leaves_only(const Node& node) { return std::all_of(node.children.begin(), node.children.end(), is_leaf); }

Node as(Occur occur, Node node) {
  node.occur = occur;
  return node;
}

/// One of the children, or all of them under OR.
Node any_of(Nodes children) {
  for (Node& child : children) child.occur = Occur::may;
  if (children.size() == 1) return std::move(children.front());
  return parent(Operator::any, std::move(children));
}

void append(Nodes& nodes, Nodes more) { std::move(more.begin(), more.end(), std::back_inserter(nodes)); }

/// An item of a sequence without brackets that say nothing: a (b c) → a b c; a (-b) → a -b; -(-b) → b.
Nodes opened(Node item) {
  if (only_excludes(item)) {
    if (item.occur != Occur::must_not) return std::move(item.children);
    return opened(any_of(std::move(item.children)));
  }
  if (item.occur == Occur::may && has_only(item, Occur::may)) return std::move(item.children);
  Nodes items;
  items.push_back(std::move(item));
  return items;
}

bool is_end_of_range(const Node& node, bool first) {
  return node.op == Operator::date && node.occur == Occur::must && is_open_range(node.text) &&
         node.text.ends_with("..") == first;
}

/// from:A … to:B side by side are one range, so that one date must lie in it, and not two on either side.
Nodes with_ranges_joined(Nodes items) {
  for (std::size_t from = 0; from < items.size(); ++from) {
    if (!is_end_of_range(items[from], true)) continue;
    for (std::size_t to = 0; to < items.size(); ++to) {
      const auto text =
          is_end_of_range(items[to], false) ? joined_range(items[from].text, items[to].text) : std::nullopt;
      if (!text) continue;
      items[from].text = *text;
      items[from].span = hull(items[from].span, items[to].span);
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(to));
      from -= to < from ? 1 : 0;
      break;
    }
  }
  return items;
}

/// Operands side by side. Fields and dates narrow the result, so they must match unless they must not.
Node sequence(Nodes given) {
  Nodes items;
  for (Node& item : given) append(items, opened(std::move(item)));
  for (Node& item : items) {
    const bool narrows = item.op == Operator::field || item.op == Operator::date;
    if (narrows && item.occur == Occur::may) item.occur = Occur::must;
  }
  items = with_ranges_joined(std::move(items));
  if (items.empty()) return {};
  if (items.size() == 1 && items.front().occur != Occur::must_not) return as(Occur::may, std::move(items.front()));
  return parent(Operator::best, std::move(items));
}

/// Operands of a NEAR chain, where each is a word, a phrase, or several of which any will do; nothing if one is not.
std::optional<Node> near(const Nodes& chain, std::uint32_t distance) {
  Nodes children;
  for (const Node& operand : chain) {
    if (operand.op == Operator::near) {
      distance = std::max(distance, operand.distance);
      append(children, operand.children);
    } else if (is_leaf(operand) || (operand.op == Operator::any && has_leaves_only(operand))) {
      children.push_back(operand);
    } else if (has_only(operand, Occur::may) && has_leaves_only(operand)) {
      children.push_back(any_of(operand.children));
    } else {
      return std::nullopt;
    }
  }
  Node node = parent(Operator::near, std::move(children));
  node.distance = distance;
  return node;
}

/// Recursive descent over balanced lexemes; binds, tightest first: NEAR, signs and NOT, words side by side, AND, OR.
class Parser {
 public:
  explicit Parser(Lexemes lexemes) : row_(std::move(lexemes.row)), diagnostics_(std::move(lexemes.diagnostics)) {}

  ParsedQuery run() {
    ParsedQuery parsed;
    parsed.root = parse_any();
    std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
    if (is_nothing(parsed.root)) say(parsed.root.span, "There is no word to look for.");
    if (only_excludes(parsed.root)) {
      say(parsed.root.span, "Only what to leave out is named, so all the rest is found.");
    }
    parsed.diagnostics = std::move(diagnostics_);
    return parsed;
  }

 private:
  Node parse_any() {
    Nodes branches = parse_chain(Kind::or_);
    return branches.empty() ? Node{} : any_of(std::move(branches));
  }

  Node parse_all() {
    Nodes wanted;
    Nodes excluded;
    for (Node& term : parse_chain(Kind::and_)) {
      if (only_excludes(term)) {
        append(excluded, std::move(term.children));
      } else {
        wanted.push_back(std::move(term));
      }
    }
    if (wanted.empty()) return excluded.empty() ? Node{} : parent(Operator::best, std::move(excluded));
    Node all = wanted.size() == 1 ? std::move(wanted.front()) : parent(Operator::all, std::move(wanted));
    if (excluded.empty()) return all;
    Nodes sides;
    sides.push_back(std::move(all));
    sides.push_back(any_of(std::move(excluded)));
    return parent(Operator::except, std::move(sides));
  }

  /// What stands between operators of a kind, without what is empty.
  Nodes parse_chain(Kind kind) {
    const auto next_term = [&] { return kind == Kind::or_ ? parse_all() : parse_best(); };
    Nodes terms;
    for (Node left = next_term();;) {
      const bool has_left = !is_nothing(left);
      if (has_left) terms.push_back(std::move(left));
      if (!is_at(kind)) return terms;
      const analysis::Span span = row_[at_++].span;
      left = next_term();
      if (!has_left || is_nothing(left))
        say(span, std::string(kind == Kind::or_ ? "OR" : "AND") + " needs words on both sides, so it is ignored.");
    }
  }

  Node parse_best() {
    Nodes items;
    for (; at_ < row_.size();) {
      const Kind kind = row_[at_].kind;
      if (kind == Kind::and_ || kind == Kind::or_ || kind == Kind::close) break;
      if (kind == Kind::near) {
        say(row_[at_++].span, "NEAR needs a word on both sides, so it is ignored.");
      } else {
        append(items, take_items());
      }
    }
    return sequence(std::move(items));
  }

  /// An operand with its signs, or a chain of them; several items if the chain cannot be read as one.
  Nodes take_items() {
    const Occur occur = take_signs();
    Nodes chain;
    std::uint32_t distance = 0;
    for (bool more = is_at_operand(); more;) {
      Node operand = take_operand();
      if (!is_nothing(operand)) chain.push_back(std::move(operand));
      more = is_at(Kind::near) && !chain.empty();
      if (!more) break;
      const Lexeme& near = row_[at_++];
      distance = std::max(distance, near.distance);
      take_signs();
      more = is_at_operand();
      if (!more) say(near.span, "NEAR needs a word on both sides, so it is ignored.");
    }
    if (chain.empty()) return chain;
    if (chain.size() > 1) chain = near_or_apart(std::move(chain), distance);
    chain.front().occur = occur;
    return chain;
  }

  Nodes near_or_apart(Nodes chain, std::uint32_t distance) {
    std::optional<Node> node = near(chain, distance);
    if (node) return {std::move(*node)};
    say(parent(Operator::best, chain).span, "NEAR joins words and phrases only, so it is ignored here.");
    return chain;
  }

  /// Signs before an operand: + must directly precede it, two exclusions are none.
  Occur take_signs() {
    bool must = false;
    bool excluded = false;
    const Lexeme* negation = nullptr;
    for (; is_at(Kind::plus) || is_at(Kind::minus) || is_at(Kind::not_); ++at_) {
      const Lexeme& sign = row_[at_];
      const bool touches = at_ + 1 < row_.size() && row_[at_ + 1].span.begin == sign.span.end;
      if (sign.kind == Kind::plus) must |= touches;
      if (sign.kind == Kind::minus) excluded ^= touches;
      if (sign.kind == Kind::not_) {
        excluded = !excluded;
        negation = &sign;
      }
    }
    if (negation != nullptr && !is_at_operand()) say(negation->span, "NOT needs a word after it, so it is ignored.");
    if (excluded) return Occur::must_not;
    return must ? Occur::must : Occur::may;
  }

  Node take_operand() {
    Lexeme first = std::move(row_[at_++]);
    if (first.kind == Kind::operand) return std::move(first.node);
    Node group = parse_any();
    if (at_ < row_.size()) group.span = hull(first.span, row_[at_++].span);
    if (first.field.empty() || is_nothing(group)) return group;
    Node field;
    field.op = Operator::field;
    field.field = first.field;
    field.span = group.span;
    field.children.push_back(std::move(group));
    return field;
  }

  bool is_at(Kind kind) const { return at_ < row_.size() && row_[at_].kind == kind; }
  bool is_at_operand() const { return is_at(Kind::operand) || is_at(Kind::open); }
  void say(analysis::Span span, std::string message) { diagnostics_.push_back({span, std::move(message)}); }

  std::vector<Lexeme> row_;
  std::vector<Diagnostic> diagnostics_;
  std::size_t at_ = 0;
};

}  // namespace

ParsedQuery parse(std::string_view text, const std::vector<std::string>& fields) {
  return Parser(scan(text, fields)).run();
}

}  // namespace izde::searcher
