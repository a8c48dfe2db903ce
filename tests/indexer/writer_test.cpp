#include "indexer/writer.hpp"

#include "analysis/detect.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

namespace izde::indexer {
namespace {

class Writing : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("izde_writer_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::remove_all(folder_);
    writer_ = std::make_unique<Writer>(folder_.string());
  }
  void TearDown() override {
    writer_.reset();
    std::filesystem::remove_all(folder_);
  }

  static schema::DocumentRecord record_of(const std::string& id, std::uint64_t hash) {
    schema::DocumentRecord record;
    record.id = id;
    record.path = id + ".txt";
    record.content_hash = hash;
    return record;
  }

  void add_passage(const std::string& id, std::uint32_t number, const std::string& text) {
    EnrichedPassage passage;
    passage.passage.document = id;
    passage.passage.number = number;
    passage.passage.text = text;
    passage.passage.reading = analysis::detect(text);
    passage.tokens[schema::section_text] = writer_->analyzer().analyze(text, passage.passage.reading);
    writer_->add(std::move(passage));
  }

  bool write(const std::string& id, std::uint64_t hash, const std::string& text) {
    const bool replaced = writer_->begin_document(record_of(id, hash), analysis::Language::ru);
    add_passage(id, 1, text);
    writer_->end_document(record_of(id, hash));
    return replaced;
  }

  /// Content hash of the document as a new writer finds it; 0 if it is not there.
  std::uint64_t hash_after_commit(const std::string& id) {
    writer_->commit();
    writer_.reset();
    writer_ = std::make_unique<Writer>(folder_.string());
    const auto row = writer_->known().find(schema::document_key(id));
    return row == writer_->known().end() ? 0 : row->second;
  }

  std::filesystem::path folder_;
  std::unique_ptr<Writer> writer_;
};

TEST_F(Writing, ReplacesADocumentWhenTheNewOneIsComplete) {
  EXPECT_FALSE(write("a", 1, "Съезд в Семипалатинске"));
  EXPECT_TRUE(hash_after_commit("a") == 1);
  EXPECT_TRUE(write("a", 2, "Съезд в Оренбурге"));
  EXPECT_EQ(writer_->totals().documents, 1U);
  EXPECT_EQ(hash_after_commit("a"), 2U);
}

TEST_F(Writing, KeepsWhatItHasOfADocumentThatCannotBeCompleted) {
  write("a", 1, "Съезд в Семипалатинске");
  ASSERT_EQ(hash_after_commit("a"), 1U);
  EXPECT_TRUE(writer_->begin_document(record_of("a", 2), analysis::Language::ru));
  add_passage("a", 1, "Съезд в");
  writer_->abandon_document();
  EXPECT_EQ(hash_after_commit("a"), 1U);
  EXPECT_EQ(writer_->totals().documents, 1U);
}

TEST_F(Writing, LeavesNoHalfOfADocumentThatWasNotEnded) {
  write("a", 1, "Съезд в Семипалатинске");
  writer_->begin_document(record_of("half", 5), analysis::Language::ru);
  add_passage("half", 1, "Съезд начался");
  write("b", 3, "Постановление о земле");
  EXPECT_EQ(hash_after_commit("half"), 0U);
  EXPECT_EQ(writer_->totals().documents, 2U);
  writer_->begin_document(record_of("b", 4), analysis::Language::ru);
  add_passage("b", 1, "Постановление");
  EXPECT_EQ(hash_after_commit("b"), 3U) << "a commit in the middle of a document";
  EXPECT_FALSE(write("half", 6, "Съезд начался и кончился"));
  EXPECT_EQ(hash_after_commit("half"), 6U);
}

TEST_F(Writing, WritesADocumentThatWasGivenUpInTheSameRun) {
  writer_->begin_document(record_of("a", 1), analysis::Language::ru);
  add_passage("a", 1, "Съезд");
  writer_->abandon_document();
  EXPECT_FALSE(write("a", 2, "Съезд в Семипалатинске"));
  EXPECT_EQ(hash_after_commit("a"), 2U);
}

TEST_F(Writing, GoesOnWhileWhatIsFullIsWritten) {
  write("a", 1, "Съезд в Семипалатинске");
  write("b", 2, "Постановление о земле");
  writer_->commit_behind();
  EXPECT_FALSE(write("c", 3, "Съезд в Оренбурге"));
  EXPECT_TRUE(write("a", 4, "Съезд в Омске")) << "of the segment that is being written";
  writer_->commit_behind();
  EXPECT_TRUE(write("c", 5, "Съезд в Уральске"));
  EXPECT_EQ(writer_->totals().documents, 3U);
  EXPECT_EQ(hash_after_commit("a"), 4U);
  EXPECT_EQ(hash_after_commit("b"), 2U);
  EXPECT_EQ(hash_after_commit("c"), 5U);
  EXPECT_EQ(writer_->totals().documents, 3U);
}

TEST_F(Writing, LeavesNothingOfWhatWasNotCommitted) {
  write("a", 1, "Съезд в Семипалатинске");
  ASSERT_EQ(hash_after_commit("a"), 1U);
  write("b", 2, "Постановление о земле");
  writer_->commit_behind();
  write("c", 3, "Съезд в Оренбурге");
  writer_.reset();
  EXPECT_EQ(schema::unlisted_segments(folder_.string()).size(), 1U);  // the one that is listed
  writer_ = std::make_unique<Writer>(folder_.string());
  EXPECT_EQ(writer_->totals().documents, 1U);
}

}  // namespace
}  // namespace izde::indexer
