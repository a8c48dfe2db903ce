// Kazakh in its nine alphabets: words read, keys made, alphabets recognised, and the way there and back.
#include "analysis/filters/kazakh_scripts.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/analysis/cases.hpp"

namespace izde::analysis {
namespace {

using testing::Case;
using testing::cases;

const std::map<std::string, Alphabet>& alphabets() {
  using enum Alphabet;
  static const std::map<std::string, Alphabet> names = {
      {"none", none},
      {"kk_cyrillic", kk_cyrillic},
      {"kk_arabic", kk_arabic},
      {"kk_latin_2021", kk_latin_2021},
      {"kk_latin_2019", kk_latin_2019},
      {"kk_latin_2018", kk_latin_2018},
      {"kk_latin_2017", kk_latin_2017},
      {"kk_qazaqparat", kk_qazaqparat},
      {"kk_yanalif", kk_yanalif},
      {"kk_latin_mixed", kk_latin_mixed},
  };
  return names;
}

class Spellings : public ::testing::TestWithParam<Case> {};
TEST_P(Spellings, AreReadAsCyrillic) {
  const Case& row = GetParam();
  EXPECT_EQ(kazakh_cyrillic(row[1], alphabets().at(row[0])), row[2]);
}
INSTANTIATE_TEST_SUITE_P(Table, Spellings, ::testing::ValuesIn(cases("kazakh_spellings")), testing::line_name);

class ArabicPairs : public ::testing::TestWithParam<Case> {};
TEST_P(ArabicPairs, AreReadExactly) { EXPECT_EQ(kazakh_cyrillic(GetParam()[0], Alphabet::kk_arabic), GetParam()[1]); }
INSTANTIATE_TEST_SUITE_P(Table, ArabicPairs, ::testing::ValuesIn(cases("kazakh_arabic_pairs")), testing::line_name);

/// Words of the prints of 1929-1940 meet those of today; a few of a hundred are borrowed words that no rule tells.
TEST(Yanalif, MeetsCyrillic) {
  std::vector<std::string> lost;
  const auto pairs = cases("kazakh_yanalif_pairs");
  ASSERT_GE(pairs.size(), 60U);
  for (const Case& row : pairs) {
    const std::string back = kazakh_cyrillic(row[0], Alphabet::kk_yanalif);
    if (arabic_grade(back) != arabic_grade(row[1])) lost.push_back(row[0] + " → " + back);
  }
  EXPECT_LE(lost.size() * 20, pairs.size()) << ::testing::PrintToString(lost);
}

class Keys : public ::testing::TestWithParam<Case> {};
TEST_P(Keys, AreAsWritten) { EXPECT_EQ(arabic_grade(GetParam()[0]), GetParam()[1]); }
TEST_P(Keys, OpenWithTheirFirstLetters) {
  const std::u32string whole = letters_of(GetParam()[1]);
  for (std::size_t most = 0; most <= whole.size() + 1; ++most)
    EXPECT_EQ(arabic_grade(GetParam()[0], most), utf8_of(whole.substr(0, most))) << most;
}
INSTANTIATE_TEST_SUITE_P(Table, Keys, ::testing::ValuesIn(cases("kazakh_keys")), testing::line_name);

class Alphabets : public ::testing::TestWithParam<Case> {};
TEST_P(Alphabets, AreRecognised) { EXPECT_EQ(kazakh_alphabet(GetParam()[0]), alphabets().at(GetParam()[1])); }
INSTANTIATE_TEST_SUITE_P(Table, Alphabets, ::testing::ValuesIn(cases("kazakh_alphabets")), testing::line_name);

/// The way from Cyrillic, which the library itself never needs: letter by letter by the same table.
class Writer {
 public:
  explicit Writer(const std::string& alphabet) : arabic_(alphabet == "kk_arabic") {
    std::ifstream file(std::string(IZDE_TEST_DATA) + "/../../../analysis/tables/kk_scripts.tsv");
    const std::string table{std::istreambuf_iterator<char>(file), {}};
    const Row header = header_of(table);
    const auto column = static_cast<std::size_t>(std::find(header.begin(), header.end(), alphabet) - header.begin());
    for (const Row& row : rows_of(table)) letters_[letter_at(row[0], 0).value] = std::string(row[column]);
  }

  std::string write(const std::string& word) const {
    std::string text;
    const std::u32string letters = letters_of(word);
    for (const char32_t c : letters) text += letters_.at(c);
    // Hamza for a front word in which no ك گ ە shows it.
    const bool front = letters.find_first_of(U"әөүі") != std::u32string::npos;
    const bool shown = letters.find_first_of(U"екгэ") != std::u32string::npos;
    return arabic_ && front && !shown ? "ٴ" + text : text;
  }

 private:
  bool arabic_;
  std::map<char32_t, std::string> letters_;
};

class RoundTrip : public ::testing::TestWithParam<std::string> {};
TEST_P(RoundTrip, KeepsTheKey) {
  const Writer writer(GetParam());
  std::vector<std::string> lost;
  const auto words = cases("kazakh_words");
  ASSERT_GE(words.size(), 300U);
  for (const Case& row : words) {
    const std::string back = kazakh_cyrillic(writer.write(row[0]), alphabets().at(GetParam()));
    if (arabic_grade(back) != arabic_grade(row[0])) lost.push_back(row[0] + " → " + back);
  }
  EXPECT_LE(lost.size() * 100, words.size()) << ::testing::PrintToString(lost);
}
INSTANTIATE_TEST_SUITE_P(Alphabets, RoundTrip,
                         ::testing::Values("kk_latin_2021", "kk_latin_2019", "kk_latin_2018", "kk_latin_2017",
                                           "kk_qazaqparat", "kk_yanalif", "kk_arabic"),
                         [](const auto& alphabet) { return alphabet.param; });

TEST(KazakhScripts, TakeAnyBytes) {
  std::mt19937 random(1918);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes;
    for (std::size_t size = random() % 24; size > 0; --size) bytes += static_cast<char>(random() & 0xFF);
    kazakh_alphabet(bytes);
    arabic_grade(bytes);
    for (const auto& [name, alphabet] : alphabets()) kazakh_cyrillic(bytes, alphabet);
  }
}

TEST(KazakhScripts, KeysAreStable) {
  for (const Case& row : cases("kazakh_words")) {
    const std::string arabic = arabic_grade(row[0]);
    EXPECT_EQ(arabic_grade(arabic), arabic) << row[0];
  }
}

}  // namespace
}  // namespace izde::analysis
