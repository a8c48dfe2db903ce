#include "schema/fields.hpp"

#include <gtest/gtest.h>

#include <set>

namespace izde::schema {
namespace {

TEST(Fields, NamesAndPrefixesAreUnique) {
  std::set<std::string_view> names;
  std::set<std::string_view> prefixes;
  for (const Field& field : fields()) {
    EXPECT_TRUE(names.insert(field.name).second) << field.name;
    EXPECT_TRUE(prefixes.insert(field.prefix).second) << field.prefix;
    EXPECT_FALSE(field.help.empty()) << field.name;
  }
}

// A value follows its prefix at once, so no prefix may be the beginning of another.
TEST(Fields, NoPrefixBeginsAnother) {
  for (const Field& a : fields())
    for (const Field& b : fields())
      EXPECT_TRUE(a.name == b.name || !b.prefix.starts_with(a.prefix)) << a.name << " " << b.name;
}

TEST(Fields, AreFoundByName) {
  ASSERT_NE(find_field("author"), nullptr);
  EXPECT_EQ(find_field("author")->kind, FieldKind::text);
  EXPECT_EQ(find_field("Author"), nullptr);
  EXPECT_EQ(find_field(""), nullptr);
}

}  // namespace
}  // namespace izde::schema
