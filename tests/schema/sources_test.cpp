#include "schema/sources.hpp"

#include "schema/bytes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace izde::schema {
namespace {

TEST(Sources, EachBeginningIsKeptOnce) {
  Sources sources;
  for (const std::string path : {"shelf/a.md", "shelf/b.md", "shelf/deep/c.md", "texts.jsonl:1", "texts.jsonl:22",
                                 "alone.md", "dir/1917", "x:", ":7", ""}) {
    const Sources::Path apart = sources.apart(path);
    EXPECT_EQ(sources.together(apart), path);
    EXPECT_EQ(sources.apart(path).source, apart.source) << path;
    EXPECT_EQ(Sources::from_bytes(sources.bytes()), sources);
  }
  EXPECT_EQ(sources.apart("shelf/z.md").source, 1U);
  EXPECT_EQ(sources.apart("shelf/z.md").rest, "z.md");
  EXPECT_EQ(sources.apart("texts.jsonl:333").rest, "333");
}

TEST(Sources, ManyAreNotAllKept) {
  Sources sources;
  for (int i = 0; i < 10000; ++i) {
    const std::string path = "folder" + std::to_string(i) + "/a.md";
    EXPECT_EQ(sources.together(sources.apart(path)), path);
  }
  EXPECT_EQ(sources.apart("folder9999/a.md").source, 0U);
  EXPECT_LT(sources.bytes().size(), 100000U);
}

TEST(Sources, AnUnknownNumberIsDamage) { EXPECT_THROW(Sources().together({1, "a"}), BytesError); }

}  // namespace
}  // namespace izde::schema
