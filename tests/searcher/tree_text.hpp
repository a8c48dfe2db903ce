// Trees as short text, so that a table of queries can be read and mended by people:
//   word  =exact  "phrase"  «name»  {pattern*}  word~1  [1917..1918]  title:(…)  and (best a +b -c) (all …) (any …)
//   (except a b) (near/10 a b)  ()
#pragma once

#include "searcher/query/node.hpp"

#include <string>

namespace izde::searcher::testing {

std::string tree_text(const Node& node);

inline std::string children_text(const Node& node, const std::string& name) {
  std::string text = "(" + name;
  for (const Node& child : node.children) {
    text += child.occur == Occur::must ? " +" : child.occur == Occur::must_not ? " -" : " ";
    text += tree_text(child);
  }
  return text + ")";
}

inline std::string tree_text(const Node& node) {
  switch (node.op) {
    case Operator::nothing:
      return "()";
    case Operator::best:
      return children_text(node, "best");
    case Operator::all:
      return children_text(node, "all");
    case Operator::any:
      return children_text(node, "any");
    case Operator::except:
      return children_text(node, "except");
    case Operator::near:
      return children_text(node, "near/" + std::to_string(node.distance));
    case Operator::phrase:
      return node.quotes_name ? "«" + node.text + "»" : '"' + node.text + '"';
    case Operator::word:
      return node.text;
    case Operator::exact:
      return "=" + node.text;
    case Operator::prefix:
      return "{" + node.text + "}";
    case Operator::fuzzy:
      return node.text + "~" + std::to_string(node.distance);
    case Operator::field:
      return node.field + ":" + tree_text(node.children.front());
    case Operator::date:
      return "[" + node.text + "]";
  }
  return "?";
}

}  // namespace izde::searcher::testing
