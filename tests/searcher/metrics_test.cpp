#include "searcher/eval/metrics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <sstream>
#include <stdexcept>

namespace izde::searcher {
namespace {

using ::testing::HasSubstr;

std::string failure(const std::function<void()>& action) {
  try {
    action();
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

Judgments judged(const std::string& text) {
  std::istringstream in(text);
  return read_judgments(in, "qrels");
}

Batch batch(const std::string& text) {
  std::istringstream in(text);
  return read_queries(in, "queries.tsv");
}

TEST(Measure, GradesAndPlacesByHand) {
  // a, b, c are judged 2, 1, 1; the list is x a y b.
  // DCG  = 3/log2(3) + 1/log2(5) = 1.892789 + 0.430677 = 2.323466
  // IDCG = 3/log2(2) + 1/log2(3) + 1/log2(4) = 3 + 0.630930 + 0.5 = 4.130930
  // AP   = (1/2 + 2/4) / 3 = 1/3; two of three are found; the first stands second.
  const Measures measures = measure({"x", "a", "y", "b"}, {{"a", 2}, {"b", 1}, {"c", 1}, {"x", 0}, {"y", -1}});
  EXPECT_NEAR(measures.ndcg10, 2.323466 / 4.130930, 1e-6);
  EXPECT_NEAR(measures.mrr10, 0.5, 1e-12);
  EXPECT_NEAR(measures.recall100, 2.0 / 3, 1e-12);
  EXPECT_NEAR(measures.map, 1.0 / 3, 1e-12);
}

TEST(Measure, ThePerfectListIsOne) {
  const Measures measures = measure({"a", "b"}, {{"a", 3}, {"b", 1}});
  EXPECT_DOUBLE_EQ(measures.ndcg10, 1);
  EXPECT_DOUBLE_EQ(measures.mrr10, 1);
  EXPECT_DOUBLE_EQ(measures.recall100, 1);
  EXPECT_DOUBLE_EQ(measures.map, 1);
}

TEST(Measure, PlacesBeyondTheCutCountWhereTheyShould) {
  // a stands 11th: past nDCG@10 and MRR@10, AP = 1/11 / 2; b stands 101st: AP + 2/101 / 2, past Recall@100.
  std::vector<std::string> ranked;
  for (int i = 1; i <= 101; ++i) ranked.push_back(i == 11 ? "a" : i == 101 ? "b" : "x" + std::to_string(i));
  const Measures measures = measure(ranked, {{"a", 1}, {"b", 1}});
  EXPECT_EQ(measures.ndcg10, 0);
  EXPECT_EQ(measures.mrr10, 0);
  EXPECT_NEAR(measures.recall100, 0.5, 1e-12);
  EXPECT_NEAR(measures.map, (1.0 / 11 + 2.0 / 101) / 2, 1e-12);
}

TEST(Measure, AnIdCountsOnceAtItsFirstPlace) {
  // a a b: b stays third. AP = (1/1 + 2/3) / 2 = 5/6.
  const Measures measures = measure({"a", "a", "b"}, {{"a", 1}, {"b", 1}});
  EXPECT_NEAR(measures.map, 5.0 / 6, 1e-12);
  EXPECT_DOUBLE_EQ(measures.recall100, 1);
}

TEST(Measure, NothingRelevantOrFoundIsZero) {
  EXPECT_EQ(measure({"a"}, {{"a", 0}}).ndcg10, 0);
  EXPECT_EQ(measure({}, {{"a", 1}}).ndcg10, 0);
}

TEST(Evaluate, AveragesOverJudgedQueries) {
  // q1: 1, q2 without list: 0, q3 has nothing relevant, q4 has no judgments. Mean = (1 + 0) / 2.
  const Evaluation evaluation =
      evaluate({{"q1", {"a"}}, {"q3", {"a"}}, {"q4", {"a"}}}, judged("q1 0 a 1\nq2 0 a 1\nq3 0 a 0\n"), false);
  EXPECT_EQ(evaluation.queries.size(), 2U);
  EXPECT_DOUBLE_EQ(evaluation.mean.ndcg10, 0.5);
  EXPECT_DOUBLE_EQ(evaluation.mean.mrr10, 0.5);
  EXPECT_DOUBLE_EQ(evaluation.mean.recall100, 0.5);
  EXPECT_DOUBLE_EQ(evaluation.mean.map, 0.5);
}

TEST(Evaluate, DocumentsMeetJudgmentsOfTheirParts) {
  // a holds parts of grades 1 and 2: it is one document of grade 2. By passages, neither a nor b is judged.
  const Judgments judgments = judged("q 0 a#p1 1\nq 0 a#p7 2\nq 0 b#p1 1\nq 0 c 1\n");
  EXPECT_DOUBLE_EQ(evaluate({{"q", {"a", "b", "c"}}}, judgments, true).mean.ndcg10, 1);
  EXPECT_DOUBLE_EQ(evaluate({{"q", {"a", "b", "c"}}}, judgments, true).mean.recall100, 1);
  EXPECT_DOUBLE_EQ(evaluate({{"q", {"a", "b", "c"}}}, judgments, false).mean.recall100, 0.25);
  // An id that is judged itself still counts, for its document and once.
  EXPECT_DOUBLE_EQ(evaluate({{"q", {"a#p7", "a#p1", "b#p1"}}}, judgments, true).mean.recall100, 2.0 / 3);
}

TEST(Judgments, AreReadWithCommentsAndAnyWhiteSpace) {
  const Judgments judgments = judged("\xEF\xBB\xBF# made by hand\n\nq1 0 doc#p1 2\r\nq1\t0\tdoc#p2\t-1\nq2 0 a 0\n");
  EXPECT_EQ(judgments, (Judgments{{"q1", {{"doc#p1", 2}, {"doc#p2", -1}}}, {"q2", {{"a", 0}}}}));
}

TEST(Judgments, SayWhatIsWrongAndWhere) {
  EXPECT_THAT(failure([] { judged("q1 0 a 1\nq1 0 a\n"); }), HasSubstr("qrels, line 2: a judgment is four words"));
  EXPECT_THAT(failure([] { judged("q1 0 a 1 x\n"); }), HasSubstr("line 1"));
  EXPECT_THAT(failure([] { judged("# \nq1 0 a 1.5\n"); }),
              HasSubstr("line 2: the grade is a whole number, not \"1.5\""));
  EXPECT_THAT(failure([] { judged("q1 0 a 1\nq1 0 a 2\n"); }), HasSubstr("another grade before"));
  EXPECT_EQ(failure([] { judged("q1 0 a 1\nq1 0 a 1\n"); }), "");
}

TEST(BatchQueries, AreReadInTheirOrder) {
  const auto [rows, faults] = batch("\xEF\xBB\xBF# ours\nq2\tкогда был съезд?\r\n\nq1\t\"a\tb\"\n");
  EXPECT_TRUE(faults.empty());
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].qid, "q2");
  EXPECT_EQ(rows[0].text, "когда был съезд?");
  EXPECT_EQ(rows[1].text, "\"a\tb\"");
}

TEST(BatchQueries, SayWhatIsWrongAndWhereAndGoOn) {
  const auto [rows, faults] = batch("q1 no tab\n#\n\tx\nq 1\tx\nq1\t \nq1\tx\nq1\ty\nq2\tz\n");
  ASSERT_EQ(faults.size(), 5U);
  EXPECT_EQ(faults[0], "queries.tsv, line 1: a line is a query id, a tab and the query");
  EXPECT_EQ(faults[1], "queries.tsv, line 3: a query id is one word");
  EXPECT_EQ(faults[2], "queries.tsv, line 4: a query id is one word");
  EXPECT_EQ(faults[3], "queries.tsv, line 5: there is no query after the tab");
  EXPECT_EQ(faults[4], "queries.tsv, line 7: the query id \"q1\" comes twice");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].text, "x");
  EXPECT_EQ(rows[1].qid, "q2");
}

}  // namespace
}  // namespace izde::searcher
