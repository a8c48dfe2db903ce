#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"
#include "searcher/query/parser.hpp"

#include <algorithm>
#include <string>

namespace izde::searcher {
namespace {

/// How tightly what is printed holds together; a child that holds less tightly than its place asks goes into brackets.
enum class Tightness { any, all, sequence, item };

Tightness tightness(const Node& node) {
  switch (node.op) {
    case Operator::any:
      return Tightness::any;
    case Operator::all:
    case Operator::except:
      return Tightness::all;
    case Operator::best:
      return Tightness::sequence;
    default:
      return Tightness::item;
  }
}

std::string printed(const Node& node, Tightness place);

std::string joined(const std::vector<Node>& children, std::string_view between, Tightness place) {
  std::string text;
  for (const Node& child : children) {
    if (!text.empty()) text += between;
    text += printed(child, place);
  }
  return text;
}

std::string sequence(const std::vector<Node>& children) {
  std::string text;
  for (const Node& child : children) {
    const bool narrows = child.op == Operator::field || child.op == Operator::date;
    if (!text.empty()) text += ' ';
    if (child.occur == Occur::must && !narrows) text += '+';
    const std::string operand = printed(child, Tightness::item);
    // S -400 is read as a name typed apart.
    const bool is_number = analysis::is_digit(analysis::letter_at(operand, 0).value);
    if (child.occur == Occur::must_not) text += is_number ? "NOT " : "-";
    text += operand;
  }
  return text;
}

bool only_excludes(const Node& node) {
  return node.op == Operator::best && std::all_of(node.children.begin(), node.children.end(),
                                                  [](const Node& child) { return child.occur == Occur::must_not; });
}

std::string except(const Node& node) {
  const Node& wanted = node.children.front();
  const Node& excluded = node.children.back();
  const bool is_row = wanted.op == Operator::all;
  std::string text = printed(wanted, is_row ? Tightness::all : Tightness::sequence);
  // Brackets stay where a double negation would appear: a AND NOT (b OR -c).
  const bool is_listed =
      excluded.op == Operator::any && std::none_of(excluded.children.begin(), excluded.children.end(), only_excludes);
  if (!is_listed) return text + " AND NOT " + printed(excluded, Tightness::item);
  for (const Node& one : excluded.children) text += " AND NOT " + printed(one, Tightness::item);
  return text;
}

std::string field(const Node& node) {
  const Node& value = node.children.front();
  const bool is_leaf = value.children.empty();
  const std::string text = printed(value, Tightness::any);
  return node.field + (is_leaf ? ":" + text : ":(" + text + ")");
}

std::string bare(const Node& node) {
  switch (node.op) {
    case Operator::nothing:
      return "";
    case Operator::best:
      return sequence(node.children);
    case Operator::all:
      return joined(node.children, " AND ", Tightness::sequence);
    case Operator::any:
      return joined(node.children, " OR ", Tightness::all);
    case Operator::except:
      return except(node);
    case Operator::near:
      return joined(node.children, " NEAR/" + std::to_string(node.distance) + " ", Tightness::item);
    case Operator::phrase:
      return node.quotes_name ? "«" + node.text + "»" : '"' + node.text + '"';
    case Operator::word:
    case Operator::prefix:
      return node.text;
    case Operator::exact:
      return '=' + node.text;
    case Operator::fuzzy:
      return node.text + '~' + std::to_string(node.distance);
    case Operator::field:
      return field(node);
    case Operator::date:
      return "date:" + node.text;
  }
  return "";
}

std::string printed(const Node& node, Tightness place) {
  return tightness(node) < place ? '(' + bare(node) + ')' : bare(node);
}

}  // namespace

std::string print(const Node& node) { return bare(node); }

}  // namespace izde::searcher
