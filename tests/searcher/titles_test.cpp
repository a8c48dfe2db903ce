// Which titles of acts that are told in one line are of other acts.
#include "searcher/engine/titles.hpp"

#include <gtest/gtest.h>

namespace izde::searcher {
namespace {

using Titles = std::vector<std::string>;

TEST(OtherTitles, ShareNoMoreThanHalfOfTheirWords) {
  EXPECT_EQ(other_titles("Постановленіе Алашъ-Орды объ отмѣнѣ совѣтскихъ декретовъ",
                         {"постановление о недействительности советских декретов", "постановления о земстве",
                          "постановленія о земствѣ", "закон о земле", ""}),
            (Titles{"постановления о земстве", "закон о земле"}));
}

TEST(OtherTitles, AreNoneOfOneTitle) {
  EXPECT_EQ(other_titles("Жер туралы заң", {"жер туралы заңы", "Жер туралы заң"}), Titles{});
  EXPECT_EQ(other_titles("", {}), Titles{});
}

}  // namespace
}  // namespace izde::searcher
