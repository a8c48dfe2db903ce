#include "searcher/query/parser.hpp"
#include "tests/searcher/tree_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace izde::searcher {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

const std::vector<std::string> kFields{"title", "author", "lang", "kind"};

std::vector<std::string> split(const std::string& line, char at) {
  std::vector<std::string> cells;
  std::size_t begin = 0;
  for (std::size_t end = line.find(at); end != std::string::npos; end = line.find(at, begin)) {
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  cells.push_back(line.substr(begin));
  return cells;
}

struct Case {
  std::size_t line;
  std::string query, tree;
  std::vector<std::string> said;
};

std::vector<Case> cases() {
  std::ifstream in(IZDE_TEST_DATA "/queries.tsv");
  std::vector<Case> all;
  std::string line;
  std::getline(in, line);
  for (std::size_t number = 2; std::getline(in, line); ++number) {
    if (line.starts_with('#')) continue;
    const auto cells = split(line, '\t');
    if (cells.size() != 3) throw std::runtime_error("queries.tsv, line " + std::to_string(number) + ": not 3 cells");
    all.push_back({number, cells[0], cells[1], cells[2].empty() ? std::vector<std::string>{} : split(cells[2], '|')});
  }
  return all;
}

void PrintTo(const Case& row, std::ostream* out) { *out << row.query; }

class Queries : public ::testing::TestWithParam<Case> {};

TEST_P(Queries, GiveTheTree) {
  const ParsedQuery parsed = parse(GetParam().query, kFields);
  EXPECT_EQ(testing::tree_text(parsed.root), GetParam().tree);
  ASSERT_THAT(parsed.diagnostics, SizeIs(GetParam().said.size()));
  for (std::size_t i = 0; i < parsed.diagnostics.size(); ++i) {
    EXPECT_THAT(parsed.diagnostics[i].message, HasSubstr(GetParam().said[i]));
  }
}

TEST_P(Queries, ComeBackWhenPrinted) {
  const Node tree = parse(GetParam().query, kFields).root;
  EXPECT_EQ(parse(print(tree), kFields).root, tree) << print(tree);
}

INSTANTIATE_TEST_SUITE_P(Table, Queries, ::testing::ValuesIn(cases()),
                         [](const auto& row) { return "line" + std::to_string(row.param.line); });

std::string typed(const std::string& query, const Node& node) {
  return query.substr(node.span.begin, node.span.end - node.span.begin);
}

TEST(Parse, EveryNodeKnowsWhereItWasTyped) {
  const std::string query = " Алаш AND (=Орда OR title:\"первый съезд\") -сем*";
  const Node root = parse(query, kFields).root;
  ASSERT_EQ(testing::tree_text(root), "(all Алаш (best (any =Орда title:\"первый съезд\") -{сем*}))");
  EXPECT_EQ(typed(query, root), "Алаш AND (=Орда OR title:\"первый съезд\") -сем*");
  EXPECT_EQ(typed(query, root.children[0]), "Алаш");
  const Node& group = root.children[1].children[0];
  EXPECT_EQ(typed(query, group), "(=Орда OR title:\"первый съезд\")");
  EXPECT_EQ(typed(query, group.children[0]), "=Орда");
  EXPECT_EQ(typed(query, group.children[1]), "title:\"первый съезд\"");
  EXPECT_EQ(typed(query, group.children[1].children[0]), "\"первый съезд\"");
  EXPECT_EQ(typed(query, root.children[1].children[1]), "сем*");
}

TEST(Parse, DiagnosticsSayWhere) {
  const std::string query = "Алаш ) foo:Орда";
  const auto parsed = parse(query, kFields);
  ASSERT_THAT(parsed.diagnostics, SizeIs(2));
  EXPECT_EQ(parsed.diagnostics[0].span, (analysis::Span{9, 10}));
  EXPECT_EQ(parsed.diagnostics[1].span, (analysis::Span{11, 15}));
  EXPECT_THAT(parsed.diagnostics[1].message, HasSubstr("title, author, lang, kind, date, from and to"));
}

TEST(Parse, BytesThatAreNotUtf8SeparateWords) {
  const auto parsed = parse("Алаш\xFF\xD0Орда", kFields);
  EXPECT_EQ(testing::tree_text(parsed.root), "(best Алаш Орда)");
  EXPECT_EQ(parsed.root.children[1].span, (analysis::Span{10, 18}));
  ASSERT_THAT(parsed.diagnostics, SizeIs(1));
  EXPECT_THAT(parsed.diagnostics[0].message, HasSubstr("UTF-8"));
}

TEST(Parse, ControlCharactersSeparateWords) {
  EXPECT_EQ(testing::tree_text(parse(std::string("Алаш\0Орда\x1B[1m", 21), kFields).root), "(best Алаш Орда 1m)");
}

TEST(Parse, KeepsAThousandAndTwentyFourWords) {
  std::string query = "(\"а б\"";
  for (int i = 0; i < 2000; ++i) query += " в";
  const auto parsed = parse(query, kFields);
  EXPECT_THAT(parsed.root.children, SizeIs(1023));
  ASSERT_THAT(parsed.diagnostics, SizeIs(1));
  EXPECT_THAT(parsed.diagnostics[0].message, HasSubstr("1024 words"));
}

TEST(Parse, BracketsBeyondSixtyFourAreLeftOut) {
  const auto nested = [](std::size_t depth) {
    std::string query;
    for (std::size_t i = 0; i < depth; ++i) query += "(а OR -(б ";
    return query + "в" + std::string(2 * depth, ')');
  };
  EXPECT_THAT(parse(nested(32), {}).diagnostics, SizeIs(0));
  const auto parsed = parse(nested(5000), {});
  EXPECT_THAT(parsed.diagnostics.front().message, HasSubstr("64 deep"));
  EXPECT_EQ(parse(print(parsed.root), {}).root, parsed.root);
}

TEST(Parse, ManyMistakesAreNotManySentences) {
  EXPECT_LE(parse(std::string(100000, ')') + std::string(100000, '"') + "«", kFields).diagnostics.size(), 20U);
}

}  // namespace
}  // namespace izde::searcher
