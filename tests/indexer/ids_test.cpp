// Names that files and JSON give, as ids and fields of ours.
#include <gtest/gtest.h>

#include "indexer/readers/document_id.hpp"
#include "indexer/readers/field_names.hpp"
#include "table.hpp"

namespace izde::indexer::test {
namespace {

TEST(DocumentId, Escapes) {
  for (const TableRow& row : table("ids.tsv")) EXPECT_EQ(escape_id(row[0]), row[1]) << row[0];
}

TEST(FieldNames, MeanOurs) {
  for (const TableRow& row : table("field_names.tsv")) EXPECT_EQ(field_name(row[0]), row[1]) << row[0];
}

TEST(FieldNames, ValuesAreOneLine) { EXPECT_EQ(field_value(" a\n\tb\x01\xC2\xA0 c "), "a b c"); }

}  // namespace
}  // namespace izde::indexer::test
