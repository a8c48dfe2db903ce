// One name in many spellings, and names that must stay apart.
#include "analysis/filters/name_key.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/analysis/cases.hpp"

namespace izde::analysis {
namespace {

using testing::Case;
using testing::cases;

struct Spelling {
  Language language;
  Script script;
};

Spelling spelling_of(std::string_view name) {
  if (name == "ru") return {Language::ru, Script::cyrillic};
  if (name == "kk") return {Language::kk, Script::cyrillic};
  if (name == "arab") return {Language::kk, Script::arabic};
  if (name == "vi") return {Language::vi, Script::latin};
  return {Language::other, Script::latin};
}

class NameKeys : public ::testing::TestWithParam<Case> {};
TEST_P(NameKeys, MeetInEverySpelling) {
  for (const std::string_view part : parts_of(GetParam()[1], ' ')) {
    const auto colon = part.find(':');
    const Spelling spelling = spelling_of(part.substr(0, colon));
    EXPECT_EQ(name_key(part.substr(colon + 1), spelling.language, spelling.script), GetParam()[0]) << part;
  }
}
INSTANTIATE_TEST_SUITE_P(Table, NameKeys, ::testing::ValuesIn(cases("name_keys")), testing::line_name);

class NamesApart : public ::testing::TestWithParam<Case> {};
TEST_P(NamesApart, HaveOtherKeys) {
  EXPECT_NE(name_key(GetParam()[0], Language::ru, Script::cyrillic),
            name_key(GetParam()[1], Language::ru, Script::cyrillic));
}
INSTANTIATE_TEST_SUITE_P(Table, NamesApart, ::testing::ValuesIn(cases("name_keys_apart")), testing::line_name);

TEST(NameKey, IsEmptyForShortWords) {
  EXPECT_EQ(name_key("", Language::ru, Script::cyrillic), "");
  EXPECT_EQ(name_key("ай", Language::kk, Script::cyrillic), "");
  EXPECT_EQ(name_key("1917", Language::other, Script::other), "");
}

TEST(NameKey, IsAsciiWhateverTheBytes) {
  std::mt19937 random(1866);
  for (int i = 0; i < 5000; ++i) {
    std::string bytes;
    for (std::size_t size = random() % 24; size > 0; --size) bytes += static_cast<char>(random() & 0xFF);
    for (const Language language : {Language::vi, Language::kk, Language::ru, Language::other}) {
      for (const char c : name_key(bytes, language, Script::arabic)) {
        EXPECT_TRUE((c >= 'A' && c <= 'Z') || c == 'a');
      }
    }
  }
}

}  // namespace
}  // namespace izde::analysis
