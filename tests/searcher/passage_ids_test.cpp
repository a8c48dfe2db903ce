#include "searcher/engine/passage_ids.hpp"

#include <gtest/gtest.h>

#include <string>

namespace izde::searcher {
namespace {

TEST(PassageIds, OnlyWhatAPassageIsWrittenAs) {
  struct Case {
    const char* id;
    const char* told;  // document and number; "" for what is no passage's
  };
  for (const auto& [id, told] :
       {Case{"x#p1", "x 1"}, Case{"x#p10", "x 10"}, Case{"x#p1#p2", "x#p1 2"}, Case{"#p1", " 1"}, Case{"x#p01", ""},
        Case{"x#p0", ""}, Case{"x#p", ""}, Case{"x#p-1", ""}, Case{"x#p1a", ""}, Case{"x", ""}, Case{"", ""}}) {
    const auto name = parse_passage_id(id);
    EXPECT_EQ(name ? name->document + " " + std::to_string(name->number) : "", told) << id;
  }
}

}  // namespace
}  // namespace izde::searcher
