#include "schema/index.hpp"

#include "schema/bytes.hpp"
#include "schema/segments.hpp"
#include "schema/terms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace izde::schema {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Index : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("izde_index_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::remove_all(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // An index of segments with these metadata; the first is the newest.
  void make(const std::vector<std::string>& names, const State& state,
            const std::map<std::string, std::string>& more = {}) const {
    prepare_for_writing(path());
    for (const std::string& name : names) {
      Xapian::WritableDatabase segment((folder_ / name).string(), Xapian::DB_CREATE);
      if (name != names.front()) continue;
      write_state(state, [&](const std::string& key, const std::string& value) { segment.set_metadata(key, value); });
      for (const auto& [key, value] : more) segment.set_metadata(key, value);
    }
    write_segments(path(), names);
  }

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

State example() {
  State state;
  state.segments = 2;
  state.totals = {3, {0, 10, 20, 30}};
  state.contents = 0xFFFFFFFFFFFFFFFFU;
  state.thesaurus = "abc";
  state.gone = {
      {"segment-1-0000000a", "ru/x.md"}, {"segment-1-0000000a", "ru/y.md"}, {"segment-2-0000000b", "ru/x.md"}};
  return state;
}

TEST_F(Index, SaysWhatItIsByItsNewestSegment) {
  make({"segment-2-0000000b", "segment-1-0000000a"}, example());
  EXPECT_EQ(read_state(open_index(path())), example());
  EXPECT_THAT(read_segments(path()), ElementsAre("segment-2-0000000b", "segment-1-0000000a"));
}

TEST_F(Index, KeepsWhatIsKnownOfDocuments) {
  Xapian::WritableDatabase segment(path(), Xapian::DB_CREATE);
  std::vector<Known> known(100000);
  for (std::size_t i = 0; i < known.size(); ++i) known[i] = {i * 0x9E3779B97F4A7C15U, i};
  write_known(known, [&](const std::string& key, const std::string& value) { segment.set_metadata(key, value); });
  const std::vector<Known> again = read_known(segment);
  ASSERT_EQ(again.size(), known.size());
  EXPECT_EQ(again[77777].key, known[77777].key);
  EXPECT_EQ(again[77777].content_hash, 77777U);
}

TEST_F(Index, TheLexiconIsReadInTheOrderOfItsForms) {
  Xapian::WritableDatabase segment(path(), Xapian::DB_CREATE);
  const auto add = [&](const std::string& data) {
    Xapian::Document document;
    document.add_boolean_term(std::string(kLexiconTerm));
    document.set_data(data);
    segment.add_document(document);
  };
  std::string large(2500000, 'x');
  for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<char>(i * i >> 7);  // Xapian packs what repeats
  for (const std::string& data : lexicon_documents("end", 500)) add(data);
  const std::vector<std::string> parts = lexicon_documents(large, 7);
  ASSERT_EQ(parts.size(), 3U);
  for (const std::string& data : parts) add(data);
  EXPECT_EQ(read_lexicon(segment), large + "end");
  segment.delete_document(3);
  EXPECT_THROW(read_lexicon(segment), BytesError);
}

TEST_F(Index, FingerprintIsOfTheContents) {
  State state = example();
  const std::string print = fingerprint(state);
  EXPECT_EQ(print.size(), 16U);
  state.segments = 7;
  state.gone.clear();
  EXPECT_EQ(fingerprint(state), print);  // how it lies on the disk is nothing of it
  state.contents = 1;
  EXPECT_NE(fingerprint(state), print);
  state = example();
  state.thesaurus = "other";
  EXPECT_NE(fingerprint(state), print);
}

TEST_F(Index, ASegmentHasANameOfItsOwn) {
  const std::string name = name_segment({"segment-12-ab", "segment-3-cd"});
  EXPECT_THAT(name, testing::StartsWith("segment-13-"));
  EXPECT_NE(name, name_segment({"segment-12-ab", "segment-3-cd"}));
}

TEST_F(Index, WhatIsNotInTheListIsRemoved) {
  make({"segment-2-0000000b", "segment-1-0000000a"}, example());
  write_segments(path(), {"segment-2-0000000b"});
  remove_other_segments(path(), {"segment-2-0000000b"});
  EXPECT_FALSE(std::filesystem::exists(folder_ / "segment-1-0000000a"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / "segment-2-0000000b"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / kSegmentList));
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
  EXPECT_THAT(refusal([&] { prepare_for_writing(path()); }), HasSubstr("not one that izde-index made"));
}

TEST_F(Index, AnotherFormatIsRefusedByNumber) {
  make({"segment-1-0000000a"}, example(), {{"izde.format", "999"}});
  EXPECT_THAT(refusal([&] { open_index(path()); }), HasSubstr("index format 999"));
}

TEST_F(Index, OtherLanguageRulesAreRefused) {
  make({"segment-1-0000000a"}, example(), {{"izde.analysis", "older"}});
  EXPECT_THAT(refusal([&] { open_index(path()); }), HasSubstr("analysis older"));
}

TEST_F(Index, AStubOfSeveralIndexesIsRefused) {
  State one = example();
  one.segments = 1;
  make({"segment-2-0000000b", "segment-1-0000000a"}, one);
  EXPECT_THAT(refusal([&] { open_index(path()); }), HasSubstr("is a stub of 2 indexes"));
}

TEST_F(Index, ASecondWriterIsToldToWait) {
  prepare_for_writing(path());
  const WriterLock first(path());
  EXPECT_THAT(refusal([&] { const WriterLock second(path()); }), HasSubstr("another izde-index is writing"));
}

TEST_F(Index, ALockEndsWithItsHolder) {
  prepare_for_writing(path());
  { const WriterLock first(path()); }
  EXPECT_EQ(refusal([&] { const WriterLock second(path()); }), "no refusal");
}

TEST_F(Index, AFolderOfOtherFilesIsLeftAlone) {
  std::filesystem::create_directory(folder_);
  std::ofstream(folder_ / "letter.txt") << "Семей";
  EXPECT_THAT(refusal([&] { prepare_for_writing(path()); }), HasSubstr("holds other files"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / "letter.txt"));
}

TEST_F(Index, AFileIsNoFolder) {
  std::ofstream(folder_) << "x";
  EXPECT_THAT(refusal([&] { prepare_for_writing(path()); }), HasSubstr("is a file"));
}

TEST_F(Index, DamageIsSaid) {
  make({"segment-1-0000000a"}, example());
  std::ofstream(folder_ / "segment-1-0000000a" / "iamglass", std::ios::binary | std::ios::trunc) << "rubbish";
  EXPECT_NE(refusal([&] { open_index(path()); }), "no refusal");
  std::ofstream(folder_ / kSegmentList, std::ios::trunc) << "rubbish\n";
  EXPECT_THAT(refusal([&] { open_index(path()); }), HasSubstr("list of segments is damaged"));
}

}  // namespace
}  // namespace izde::schema
