// Name keys that are nearly the same: which differences still make one name.
#include "searcher/engine/name_keys.hpp"

#include "analysis/filters/name_key.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

namespace izde::searcher {
namespace {

struct Case {
  std::string_view asked, known;
  std::size_t edits;  // 0: another name, or the same key
};

constexpr std::array<Case, 7> kCases{{
    {"козыбагаров", "козбагаров", 1},
    {"колчак", "кончак", 0},      // another consonant in a short name
    {"колчаков", "кончаков", 1},  // in a long one
    {"мурзатай", "мирзатай", 1},  // another vowel
    {"санаков", "танаков", 0},    // begins otherwise
    {"санак", "сонок", 0},        // too short
    {"колчак", "колчак", 0},
}};

std::string key_of(std::string_view name) {
  return analysis::name_key(name, analysis::Language::ru, analysis::Script::cyrillic);
}

schema::Lexicon lexicon_of(std::string_view name) {
  analysis::Faces word;
  word.written = word.plain = word.stem = word.key = name;
  const std::string key = key_of(name);
  word.name = key;
  schema::LexiconBuilder builder;
  builder.number(word);
  schema::Lexicon lexicon;
  lexicon.append(builder.take_block());
  return lexicon;
}

TEST(NameKeys, NearAsTheTableSays) {
  for (const Case& row : kCases) {
    const schema::Lexicon lexicon = lexicon_of(row.known);
    const auto near = NameKeys({&lexicon}).near(key_of(row.asked));
    EXPECT_EQ(near.empty() ? 0 : near.front().edits, row.edits) << row.asked << ' ' << row.known;
  }
}

}  // namespace
}  // namespace izde::searcher
