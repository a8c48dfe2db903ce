#include "searcher/query/editors_marks.hpp"

#include <gtest/gtest.h>

namespace izde::searcher {
namespace {

TEST(EditorsMarks, GoOutOfWordsOnly) {
  EXPECT_EQ(without_editors_marks("Бук[ейханов] съезд"), "Букейханов съезд");
  EXPECT_EQ(without_editors_marks("[Б]укейханов"), "Букейханов");
  EXPECT_EQ(without_editors_marks("Тынышп[ае]в"), "Тынышпаев");
  EXPECT_EQ(without_editors_marks("[съезд]"), "[съезд]");
  EXPECT_EQ(without_editors_marks("a[ b]"), "a[ b]");
  EXPECT_EQ(without_editors_marks("a[]b ["), "a[]b [");
}

}  // namespace
}  // namespace izde::searcher
