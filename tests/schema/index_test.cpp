#include "schema/index.hpp"

#include "schema/fingerprint.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace izde::schema {
namespace {

using testing::HasSubstr;

class Index : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("izde_index_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::remove_all(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  template <class Step>
  std::string refusal(Step step) {
    try {
      step();
    } catch (const IndexError& error) {
      return error.what();
    }
    return "no refusal";
  }

  std::string path() const { return folder_.string(); }
  std::filesystem::path folder_;
};

TEST_F(Index, IsMadeOpenedAndKeepsItsTotalsAndForms) {
  {
    Xapian::WritableDatabase database = open_for_writing(path());
    write_totals(database, {3, {0, 10, 20, 30}});
    write_lexicon_block(database, std::string(1500000, 'x'));
    write_lexicon_block(database, "end");
    write_thesaurus_fingerprint(database, "abc");
    database.commit();
  }
  const Xapian::Database database = open_index(path());
  EXPECT_EQ(read_totals(database), (Totals{3, {0, 10, 20, 30}}));
  EXPECT_EQ(read_lexicon(database), std::string(1500000, 'x') + "end");
  EXPECT_EQ(read_thesaurus_fingerprint(database), "abc");
}

TEST_F(Index, FingerprintIsOfTheContents) {
  Xapian::WritableDatabase database = open_for_writing(path());
  const std::string empty = fingerprint(database);
  EXPECT_EQ(read_contents(database), 0U);
  write_contents(database, 0xFFFFFFFFFFFFFFFFU);
  const std::string some = fingerprint(database);
  EXPECT_EQ(read_contents(database), 0xFFFFFFFFFFFFFFFFU);
  write_thesaurus_fingerprint(database, "abc");
  const std::string named = fingerprint(database);
  EXPECT_EQ(empty.size(), 16U);
  EXPECT_NE(empty, some);
  EXPECT_NE(some, named);
  write_thesaurus_fingerprint(database, "");
  EXPECT_EQ(fingerprint(database), some);
}

TEST_F(Index, MissingIsSaidWithWhatToDo) {
  EXPECT_THAT(refusal([&] { open_index(path()); }),
              HasSubstr("there is no index here; make one with: izde-index --db"));
}

TEST_F(Index, AnEmptyFolderIsNoIndex) {
  std::filesystem::create_directory(folder_);
  EXPECT_THAT(refusal([&] { open_index(path()); }), HasSubstr("is an empty folder"));
}

TEST_F(Index, AnotherXapianDatabaseIsRefused) {
  { Xapian::WritableDatabase(path(), Xapian::DB_CREATE).add_document(Xapian::Document()); }
  EXPECT_THAT(refusal([&] { open_index(path()); }), HasSubstr("not one that izde-index made"));
  EXPECT_THAT(refusal([&] { open_for_writing(path()); }), HasSubstr("not one that izde-index made"));
}

TEST_F(Index, AnotherFormatIsRefusedByNumber) {
  {
    Xapian::WritableDatabase database = open_for_writing(path());
    database.set_metadata("izde.format", "999");
    database.commit();
  }
  EXPECT_THAT(refusal([&] { open_index(path()); }), HasSubstr("index format 999"));
}

TEST_F(Index, OtherLanguageRulesAreRefused) {
  {
    Xapian::WritableDatabase database = open_for_writing(path());
    database.set_metadata("izde.analysis", "older");
    database.commit();
  }
  EXPECT_THAT(refusal([&] { open_index(path()); }), HasSubstr("analysis older"));
}

TEST_F(Index, ASecondWriterIsToldToWait) {
  const Xapian::WritableDatabase first = open_for_writing(path());
  EXPECT_THAT(refusal([&] { open_for_writing(path()); }), HasSubstr("another izde-index is writing"));
}

TEST_F(Index, AFolderOfOtherFilesIsLeftAlone) {
  std::filesystem::create_directory(folder_);
  std::ofstream(folder_ / "letter.txt") << "Семей";
  EXPECT_THAT(refusal([&] { open_for_writing(path()); }), HasSubstr("holds other files"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / "letter.txt"));
}

TEST_F(Index, AFileIsNoFolder) {
  std::ofstream(folder_) << "x";
  EXPECT_THAT(refusal([&] { open_for_writing(path()); }), HasSubstr("is a file"));
}

TEST_F(Index, DamageIsSaid) {
  { open_for_writing(path()); }
  std::ofstream(folder_ / "iamglass", std::ios::binary | std::ios::trunc) << "rubbish";
  EXPECT_NE(refusal([&] { open_index(path()); }), "no refusal");
}

}  // namespace
}  // namespace izde::schema
