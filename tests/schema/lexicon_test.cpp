#include "schema/lexicon.hpp"

#include "schema/bytes.hpp"
#include "schema/terms.hpp"
#include "schema/token_stream.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace izde::schema {
namespace {

using analysis::Faces;
using analysis::Language;

Faces word(Language language, std::string_view written, std::string_view plain, std::string_view stem,
           std::string_view key, std::string_view name = "") {
  return {written, plain, stem, key, name, language, !name.empty()};
}

const Faces kOld = word(Language::ru, "семипалатинскаго", "семипалатинского", "семипалатинск", "smpltnsk", "smpltnsk");
const Faces kNew = word(Language::ru, "семипалатинске", "семипалатинске", "семипалатинск", "smpltnsk", "smpltnsk");
const Faces kRoad = word(Language::vi, "đường", "đường", "đường", "duong");

TEST(Lexicon, NumbersFormsInTheOrderTheyAreMet) {
  LexiconBuilder builder;
  EXPECT_EQ(builder.number(kOld), 0U);
  EXPECT_EQ(builder.number(kNew), 1U);
  EXPECT_EQ(builder.number(kOld), 0U);
  EXPECT_EQ(builder.size(), 2U);
}

TEST(Lexicon, GivesBackWhatWasStoredOverSeveralBlocks) {
  LexiconBuilder builder;
  builder.number(kOld);
  const std::string first = builder.take_block();
  EXPECT_EQ(builder.take_block(), "");
  builder.number(kNew);
  builder.number(kRoad);
  const std::string second = builder.take_block();

  Lexicon lexicon;
  lexicon.append(first + second);
  ASSERT_EQ(lexicon.size(), 3U);
  const Form form = lexicon.form(0);
  EXPECT_EQ(form.written, kOld.written);
  EXPECT_EQ(form.plain, kOld.plain);
  EXPECT_EQ(form.stem, kOld.stem);
  EXPECT_EQ(form.key, kOld.key);
  EXPECT_EQ(form.name, kOld.name);
  EXPECT_EQ(form.language, Language::ru);
  EXPECT_TRUE(form.capitalised);

  LexiconBuilder later;
  later.append(first + second);
  EXPECT_EQ(later.number(kRoad), 2U);
  EXPECT_EQ(later.take_block(), "");
}

TEST(Lexicon, FindsFormsByEachFace) {
  LexiconBuilder builder;
  for (const Faces* t : {&kOld, &kNew, &kRoad}) builder.number(*t);
  Lexicon lexicon;
  lexicon.append(builder.take_block());
  EXPECT_EQ(lexicon.find(Face::posted, Language::ru, "семипалатинск"), (std::vector<FormId>{0, 1}));
  EXPECT_EQ(lexicon.find(Face::plain, Language::ru, "семипалатинске"), (std::vector<FormId>{1}));
  EXPECT_EQ(lexicon.find(Face::posted, Language::vi, "duong"), (std::vector<FormId>{2}));
  EXPECT_EQ(lexicon.find(Face::name, Language::ru, "smpltnsk"), (std::vector<FormId>{0, 1}));
  EXPECT_TRUE(lexicon.find(Face::posted, Language::kk, "семипалатинск").empty());
}

// So many that their table is made by two threads.
TEST(Lexicon, FindsEachOfManyForms) {
  constexpr FormId kForms = 20000;
  LexiconBuilder builder;
  for (FormId i = 0; i < kForms; ++i) {
    const std::string plain = "қыстау" + std::to_string(i);
    const std::string key = std::to_string(i) + "қыстау";
    builder.number(word(Language::kk, plain + "ъ", plain, "қыстау", key, i % 2 == 0 ? "KSTW" : "MRT"));
  }
  const std::string block = builder.take_block();
  ASSERT_GT(block.size(), std::size_t{1} << 18);
  Lexicon lexicon;
  lexicon.append(block);
  ASSERT_EQ(lexicon.size(), kForms);
  for (FormId i = 0; i < kForms; ++i) {
    ASSERT_EQ(lexicon.find(Face::plain, Language::kk, "қыстау" + std::to_string(i)), (std::vector<FormId>{i}));
    ASSERT_EQ(lexicon.find(Face::posted, Language::kk, std::to_string(i) + "қыстау"), (std::vector<FormId>{i}));
    ASSERT_EQ(lexicon.plain(i), lexicon.form(i).plain);
  }
  EXPECT_EQ(lexicon.find(Face::beginning, Language::kk, beginning_of(Language::kk, "қыстау")).size(), kForms);
  EXPECT_EQ(lexicon.find(Face::name, Language::kk, "MRT").size(), kForms / 2);
  EXPECT_EQ(lexicon.find_names('M'), (std::vector<FormId>{1}));
}

TEST(HashNumbers, KeepEveryNumberWhileTheyGrow) {
  HashNumbers numbers;
  std::mt19937_64 random(3);
  std::vector<FormHash> hashes{{0, 5}, {1, 5}, {1, 6}};  // the first two share a place
  for (int i = 0; i < 20000; ++i) hashes.push_back({random(), 5});
  EXPECT_EQ(numbers.insert(hashes[0], 0), 0U);
  EXPECT_EQ(numbers.insert(hashes[1], 7), 0U);
  for (FormId i = 2; i < hashes.size(); ++i) EXPECT_EQ(numbers.insert(hashes[i], i), i);
  for (FormId i = 2; i < hashes.size(); ++i) EXPECT_EQ(numbers.insert(hashes[i], 0), i);
}

TEST(LexiconBuilder, TellsShortWordsApart) {
  LexiconBuilder builder;
  for (int round = 0; round < 2; ++round)
    for (FormId i = 0; i < 120000; ++i) {
      const std::string number = std::to_string(i);
      for (FormId k = 0; k < 2; ++k)
        ASSERT_EQ(builder.number(word(k == 0 ? Language::vi : Language::kk, number, number, number, number)),
                  2 * i + k);
    }
}

TEST(Lexicon, AnEditChangesFewBitsOfTheShape) {
  const Shape right = shape_of("съезд");
  const Shape slip = shape_of("сьезд");
  EXPECT_EQ(right.length, 5);
  EXPECT_LE(std::popcount(right.letters ^ slip.letters), 2);
  EXPECT_GT(std::popcount(right.letters ^ shape_of("үкімет").letters), 4);
  EXPECT_EQ(shape_of("đường").length, 5);
}

TEST(Lexicon, ShapesLeaveOutNoFormThatIsNearOrFits) {
  LexiconBuilder builder;
  const std::vector<std::string> spellings{"съезд", "сьезд", "съезда", "үкімет", "съ", "đường"};
  for (const std::string& spelling : spellings)
    builder.number(word(Language::other, spelling, spelling, spelling, spelling));
  builder.number(word(Language::ru, "съѣздъ", "съезд", "съезд", "szd"));
  Lexicon lexicon;
  lexicon.append(builder.take_block());
  EXPECT_EQ(lexicon.find_near(shape_of("съезд"), 1), (std::vector<FormId>{0, 1, 2, 6}));
  EXPECT_EQ(lexicon.find_with(shape_of("съезд")), (std::vector<FormId>{0, 2, 6}));
  EXPECT_EQ(lexicon.find_with(shape_of("ѣ")), (std::vector<FormId>{6}));  // its written spelling may have it
}

using Word = std::vector<std::string>;  // of letters

Word any_word(std::mt19937& random) {
  const Word letters{"а", "ы", "к", "ң", "ш", "е", "q", "ế"};
  Word word{"қ"};  // of the script
  for (std::size_t left = 1 + random() % 9; left > 0; --left) word.push_back(letters[random() % letters.size()]);
  return word;
}

// A letter after the first is put in, left out or is another.
void edit(Word& word, std::mt19937& random) {
  const auto place = word.begin() + 1 + static_cast<std::ptrdiff_t>(random() % word.size());
  const std::string letter = any_word(random)[1];
  const auto kind = place == word.end() ? 0 : random() % 3;
  if (kind == 0) word.insert(place, letter);
  if (kind == 1) *place = letter;
  if (kind == 2) word.erase(place);
}

std::string joined(const Word& word) { return std::accumulate(word.begin(), word.end(), std::string()); }

TEST(Lexicon, NoFormOfSoFewEditsIsPassedOver) {
  constexpr FormId kOthers = 70;  // more than are looked at together, and some that are left over
  std::mt19937 random(9);
  std::size_t others = 0;
  for (std::size_t distance = 1; distance <= 3; ++distance)
    for (int i = 0; i < 300; ++i) {
      const Word typed = any_word(random);
      Word near = typed;
      for (std::size_t edits = 0; edits < distance; ++edits) edit(near, random);
      LexiconBuilder builder;
      const auto add = [&](const std::string& spelling) {
        builder.number(word(Language::kk, spelling, spelling, spelling, spelling));
      };
      for (FormId k = 0; k < kOthers; ++k) add("пппп" + std::to_string(k));
      add(joined(near));
      Lexicon lexicon;
      lexicon.append(builder.take_block());
      const std::vector<FormId> found = lexicon.find_near(shape_of(joined(typed)), distance);
      ASSERT_FALSE(found.empty()) << joined(near);
      EXPECT_EQ(found.back(), kOthers) << joined(near);
      others += found.size() - 1;
    }
  EXPECT_LT(others, 900 * kOthers / 20);
}

TEST(Lexicon, RefusesADamagedBlock) {
  LexiconBuilder builder;
  builder.number(kOld);
  const std::string block = builder.take_block();
  Lexicon lexicon;
  EXPECT_THROW(lexicon.append(std::string_view(block).substr(0, block.size() - 3)), BytesError);
}

TEST(TokenStream, ComesBackWithPositionsAndJoinedWords) {
  TokenStream stream;
  stream.sections[section_title] = {{5, 0, 1}};
  stream.sections[section_text] = {{1, 0, 1}, {300, 0, 2}, {2, 1, 1}, {70000, 2, 1}};
  TokenStream again;
  decode(encode(stream), again);
  EXPECT_EQ(again, stream);
  EXPECT_EQ(again.length(section_text), 3U);
}

TEST(TokenStream, FormsBehindTheBaseTakeLittle) {
  TokenStream stream;
  stream.sections[section_text] = {{300005, 0, 1}, {7, 1, 1}, {300000, 1, 2}, {300100, 1, 0}, {299999, 2, 1}};
  const std::size_t far = encode(stream).size();
  stream.base = 300000;
  EXPECT_LT(encode(stream).size(), far);
  TokenStream again;
  decode(encode(stream), again);
  EXPECT_EQ(again, stream);
}

TEST(TokenStream, FormsAreFoundInItsBytes) {
  const std::vector<FormId> there{300005, 7, 300000, 300127, 300100, 299999, 5000000};
  std::mt19937 random(4);
  std::size_t passed = 0;
  for (const FormId base : {0U, 300000U}) {
    TokenStream stream;
    stream.base = base;
    for (std::uint32_t i = 0; i < there.size(); ++i)
      stream.sections[i % kSections].push_back({there[i], i / static_cast<std::uint32_t>(kSections), i == 3 ? 0U : 1U});
    const std::string bytes = encode(stream);
    for (const FormId form : there) {
      EXPECT_TRUE(FormSearch({form}).may_be_in(bytes)) << form;
      EXPECT_TRUE(FormSearch({1234567, form}).may_be_in(bytes)) << form;
    }
    for (int i = 0; i < 1000; ++i)
      passed += FormSearch({300200 + static_cast<FormId>(random() % 100000)}).may_be_in(bytes) ? 1 : 0;
    const FormSearch several({there[0]});
    EXPECT_TRUE(several.may_be_in(bytes));
    stream.base = 5;  // the next passage has another base
    EXPECT_TRUE(several.may_be_in(encode(stream)));
  }
  EXPECT_LT(passed, 20U);
}

TEST(TokenStream, AnyBytesAreReadOrRefused) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    TokenStream stream;
    try {
      decode(bytes, stream);
    } catch (const BytesError&) {
    }
  }
}

}  // namespace
}  // namespace izde::schema
