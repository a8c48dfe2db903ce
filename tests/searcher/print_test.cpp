// The law parse(print(q)) = q, over random trees as parse() can give them and over random text.
#include "searcher/query/parser.hpp"
#include "tests/searcher/tree_text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace izde::searcher {
namespace {

const std::vector<std::string> kFields{"title", "lang"};

class RandomQuery {
 public:
  explicit RandomQuery(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return random_() % n; }

  template <std::size_t N>
  std::string one_of(const std::array<const char*, N>& choices) {
    return choices[below(N)];
  }

  Node leaf() {
    Node node;
    static constexpr std::array<Operator, 5> kLeaves{Operator::word, Operator::phrase, Operator::exact,
                                                     Operator::prefix, Operator::fuzzy};
    node.op = kLeaves[below(kLeaves.size())];
    if (node.op == Operator::prefix) {
      node.text = one_of<5>({"сем*", "с*й", "с?м", "*ск", "Алаш-*"});
    } else if (node.op == Operator::phrase) {
      node.text = one_of<4>({"Алаш", "Алаш Орда", "a AND (b", "-a - b."});
    } else {
      node.text = one_of<8>({"S", "Алаш-Орда", "or", "12:30", "C++", "tyn'", "1,5", "Ә.Б"});
    }
    if (node.op == Operator::fuzzy) node.distance = 1 + static_cast<std::uint32_t>(below(2));
    return node;
  }

  Node with_children(Operator op, std::vector<Node> children) {
    Node node;
    node.op = op;
    node.children = std::move(children);
    return node;
  }

  Node near() {
    std::vector<Node> children;
    for (std::size_t n = 2 + below(2); n > 0; --n) {
      children.push_back(below(4) == 0 ? with_children(Operator::any, {leaf(), leaf()}) : leaf());
    }
    Node node = with_children(Operator::near, std::move(children));
    node.distance = 1 + static_cast<std::uint32_t>(below(20));
    return node;
  }

  Node date() {
    Node node;
    node.op = Operator::date;
    node.text = one_of<4>({"1917", "1917-12..1918-06", "os:1917-12-05", "1917.."});
    return node;
  }

  Node field(std::size_t depth) {
    Node node = with_children(Operator::field, {leaf()});
    node.field = one_of<2>({"title", "lang"});
    if (below(2) == 0) {
      in_field_ = true;
      node.children.front() = tree(depth);
      in_field_ = false;
    }
    return node;
  }

  Node best(std::size_t depth) {
    std::vector<Node> children;
    bool signs = false;
    for (std::size_t n = 2 + below(3); n > 0; --n) {
      Node child = tree(depth);
      child.occur = static_cast<Occur>(below(3));
      const bool narrows = child.op == Operator::field || child.op == Operator::date;
      if (narrows && child.occur == Occur::may) child.occur = Occur::must;
      signs |= child.occur == Occur::must;
      children.push_back(std::move(child));
    }
    if (!signs) children.front().occur = Occur::must;  // else brackets around it would say nothing
    return with_children(Operator::best, std::move(children));
  }

  Node tree(std::size_t depth) {
    if (depth == 0) return leaf();
    --depth;
    switch (below(8)) {
      case 0:
        return best(depth);
      case 1:
        return with_children(Operator::all, {tree(depth), tree(depth)});
      case 2:
        return with_children(Operator::any, {tree(depth), tree(depth), tree(depth)});
      case 3:
        return with_children(Operator::except, {tree(depth), tree(depth)});
      case 4:
        return near();
      case 5:
        return in_field_ ? leaf() : field(depth);
      case 6:
        return in_field_ ? leaf() : date();
      default:
        return leaf();
    }
  }

  std::string text() {
    static constexpr std::array<const char*, 40> kPieces{
        " ",      " AND ", " OR ", " NOT ", " NEAR/3 ", " NEAR ", "(",        ")",       "+",        "-",
        "=",      "~",     "~2",   "*",     "?",        "\"",     "«",        "»",       "“",        "”",
        "title:", "lang:", "foo:", "date:", "from:",    "to:",    "1917",     "1918-06", "os:",      "..",
        "Алаш",   "S",     "c++",  "as'y",  "a.b",      ",",      "\xCC\x81", "\xFF",    "\xC2\xAD", "\xE2\x80\x93"};
    std::string text;
    for (std::size_t n = below(16); n > 0; --n) text += kPieces[below(kPieces.size())];
    return text;
  }

 private:
  std::mt19937 random_;
  bool in_field_ = false;
};

TEST(Print, TreesComeBack) {
  RandomQuery random(1917);
  for (int i = 0; i < 20000; ++i) {
    const Node tree = random.tree(4);
    const ParsedQuery parsed = parse(print(tree), kFields);
    ASSERT_EQ(parsed.root, tree) << print(tree) << "\n" << testing::tree_text(tree);
    ASSERT_TRUE(parsed.diagnostics.empty()) << print(tree) << "\n" << parsed.diagnostics.front().message;
  }
}

TEST(Print, WhateverIsTypedComesBack) {
  RandomQuery random(1918);
  for (int i = 0; i < 50000; ++i) {
    const std::string text = random.text();
    const Node tree = parse(text, kFields).root;
    ASSERT_EQ(parse(print(tree), kFields).root, tree) << text << "\n" << print(tree);
  }
}

TEST(Print, IsWhatAPersonWouldType) {
  const auto printed = [](std::string_view query) { return print(parse(query, kFields).root); };
  EXPECT_EQ(printed("  «Алаш   Орда»,  съезд?"), "«Алаш Орда» съезд");
  EXPECT_EQ(printed("  “Алаш   Орда”,  съезд?"), "\"Алаш Орда\" съезд");
  EXPECT_EQ(printed("((a)) AND ((b OR c))"), "a AND (b OR c)");
  EXPECT_EQ(printed("a NEAR b~ from:1917 to:1918-06"), "a NEAR/10 b~1 date:1917..1918-06");
  EXPECT_EQ(printed("title:(\"x y\") NOT b"), "title:\"x y\" -b");
  EXPECT_EQ(printed(""), "");
}

}  // namespace
}  // namespace izde::searcher
