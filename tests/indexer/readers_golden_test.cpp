// Files in, documents out: data/golden/<file> and what readers make of it in data/golden/<file>.golden. With
// IZDE_UPDATE_GOLDEN set, the goldens are written instead (review decides).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "reader_dump.hpp"
#include "table.hpp"

namespace izde::indexer::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> golden_inputs() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(IZDE_TEST_DATA) / "golden")) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".golden")) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

class ReadersGolden : public testing::TestWithParam<std::string> {};

TEST_P(ReadersGolden, SameAsBefore) {
  const std::string found = dump(data_file("golden/" + GetParam()), GetParam());
  const std::string golden = "golden/" + GetParam() + ".golden";
  if (std::getenv("IZDE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(fs::path(IZDE_TEST_DATA) / golden, std::ios::binary) << found;
  }
  EXPECT_EQ(found, data_file(golden));
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, ReadersGolden, testing::ValuesIn(golden_inputs()), test_name);

TEST(Readers, RowsByExtension) {
  for (const TableRow& row : table("extensions.tsv")) {
    const ReaderRow* reader = reader_for(row[0]);
    EXPECT_EQ(reader == nullptr ? "none" : std::string(reader->name), row[1]) << row[0];
  }
}

}  // namespace
}  // namespace izde::indexer::test
