#include "searcher/eval/run_file.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace izde::searcher {
namespace {

TEST(RunFile, OrdersByScoreWhateverTheRankColumnSays) {
  std::istringstream in("q1 Q0 b 1 0.5 x\nq1 Q0 a 2 0.9 x\nq2 Q0 c 1 1 x\n\nq1 Q0 d 3 0.5 x\n");
  const RankedLists lists = read_run(in, "run");
  EXPECT_EQ(lists.at("q1"), (std::vector<std::string>{"a", "b", "d"}));
  EXPECT_EQ(lists.at("q2"), (std::vector<std::string>{"c"}));
}

TEST(RunFile, NamesTheLineItCannotRead) {
  std::istringstream in("q1 Q0 b 1 0.5 x\nq1 Q0 b\n");
  try {
    read_run(in, "my.run");
    FAIL() << "read a broken line";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("my.run, line 2"), std::string::npos);
  }
}

}  // namespace
}  // namespace izde::searcher
