#include "schema/lexicon_file.hpp"

#include "schema/bytes.hpp"
#include "schema/state.hpp"
#include "schema/terms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace izde::schema {
namespace {

using analysis::Faces;
using analysis::Language;
using testing::ElementsAre;
using testing::IsEmpty;

Faces word(Language language, std::string_view written, std::string_view plain, std::string_view stem,
           std::string_view key, std::string_view name = "") {
  return {written, plain, stem, key, name, language, !name.empty()};
}

const Faces kCity = word(Language::kk, "семейде", "семейде", "семей", "семеи", "SMEJ");
const Faces kOldCity = word(Language::ru, "семипалатинскаго", "семипалатинского", "семипалатинск", "smp", "SMPL");
const Faces kRoad = word(Language::vi, "đường", "đường", "đường", "duong");
const Faces kBare = word(Language::vi, "duong", "duong", "duong", "duong");

class LexiconFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("izde_lexicon_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // A segment that brought these forms, with its file.
  std::string segment(const std::string& name, LexiconBuilder& builder, const std::vector<Faces>& words,
                      std::size_t least_forms = 0) const {
    const FormId first = builder.first_pending();
    for (const Faces& faces : words) builder.number(faces);
    const std::string path = (folder_ / name).string();
    {
      Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
      for (const std::string& data : lexicon_documents(builder.take_block(), first)) {
        Xapian::Document document;
        document.add_boolean_term(std::string(kLexiconTerm));
        document.set_data(data);
        database.add_document(document);
      }
    }
    write_lexicon_file(path, least_forms);
    return path;
  }

  std::filesystem::path folder_;
};

TEST_F(LexiconFile, SegmentsMakeOneLexicon) {
  LexiconBuilder builder;
  const std::string older = segment("older", builder, {kCity, kRoad});
  const std::string empty = segment("empty", builder, {});
  const std::string newer = segment("newer", builder, {kOldCity, kBare});
  Lexicon lexicon;
  ASSERT_TRUE(map_lexicon({newer, empty, older}, lexicon));
  ASSERT_EQ(lexicon.size(), 4U);
  EXPECT_EQ(lexicon.form(2).written, "семипалатинскаго");
  EXPECT_EQ(lexicon.form(2).name, "SMPL");
  EXPECT_TRUE(lexicon.form(2).capitalised);
  EXPECT_FALSE(lexicon.form(3).capitalised);
  EXPECT_THAT(lexicon.find(Face::posted, Language::vi, "duong"), ElementsAre(1, 3));
  EXPECT_THAT(lexicon.find(Face::plain, Language::vi, "duong"), ElementsAre(3));
  EXPECT_THAT(lexicon.find(Face::posted, Language::ru, "семипалатинск"), ElementsAre(2));
  EXPECT_THAT(lexicon.find(Face::name, Language::kk, "SMEJ"), ElementsAre(0));
  EXPECT_THAT(lexicon.find(Face::name, Language::ru, "SMEJ"), IsEmpty());
  EXPECT_THROW(lexicon.form(4), BytesError);
}

TEST_F(LexiconFile, FormsThatDoNotFollowEachOtherAreNotMapped) {
  LexiconBuilder builder;
  segment("older", builder, {kCity, kRoad});
  const std::string newer = segment("newer", builder, {kOldCity});
  Lexicon lexicon;
  EXPECT_FALSE(map_lexicon({}, lexicon));  // a remote index
  EXPECT_FALSE(map_lexicon({newer}, lexicon));
  EXPECT_EQ(lexicon.size(), 0U);
}

TEST_F(LexiconFile, WhatHasNoFileOfItsFormsIsReadFromTheDocuments) {
  LexiconBuilder builder;
  const std::string older = segment("older", builder, {kCity, kRoad}, 3);
  EXPECT_FALSE(std::filesystem::exists(older + "/lexicon.izde"));
  const std::string newer = segment("newer", builder, {kOldCity, kBare}, 2);
  const std::string file = newer + "/lexicon.izde";
  ASSERT_TRUE(std::filesystem::exists(file));
  EXPECT_TRUE(is_lexicon_file_sound(older) && is_lexicon_file_sound(newer));
  const std::uintmax_t whole = std::filesystem::file_size(file);
  for (const std::uintmax_t size : {whole, whole - 1, std::uintmax_t{0}}) {
    std::filesystem::resize_file(file, size);
    EXPECT_EQ(is_lexicon_file_sound(newer), size == whole);
    Lexicon lexicon;
    ASSERT_TRUE(map_lexicon({newer, older}, lexicon));
    ASSERT_EQ(lexicon.size(), 4U);
    EXPECT_EQ(lexicon.form(2).name, "SMPL");
    EXPECT_THAT(lexicon.find(Face::posted, Language::vi, "duong"), ElementsAre(1, 3));
  }
}

TEST(LexiconTable, DamagedBytesAreRefusedOrReadWithinTheirBounds) {
  LexiconBuilder builder;
  for (const Faces& faces : {kCity, kRoad, kOldCity, kBare}) builder.number(faces);
  const std::string whole = lexicon_table(builder.take_block(), 0);
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = whole;
    for (int k = 0; k < 3; ++k) bytes[random() % bytes.size()] = static_cast<char>(random());
    std::vector<FormId> found;
    try {
      const LexiconTable table(bytes);
      for (FormId id = 0; id < table.size(); ++id) table.form(id);
      table.find(Face::posted, Language::vi, "duong", found);
      table.find(Face::beginning, Language::kk, "семеи", found);
    } catch (const BytesError&) {
    }
  }
}

}  // namespace
}  // namespace izde::schema
