// A search that opens an index while a writer puts its segments together: it answers from what the writer made.
#include "searcher/engine/engine.hpp"

#include "indexer/enrich.hpp"
#include "indexer/splitter.hpp"
#include "indexer/writer.hpp"
#include "schema/segments.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace izde::searcher {
namespace {

namespace fs = std::filesystem;

class Reopening : public testing::Test {
 protected:
  void SetUp() override {
    thesaurus_.build(analysis::Analyzer());
    root_ = fs::path(testing::TempDir()) / ("izde_reopening_" + std::to_string(::getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  // A run of the writer: one document.
  void add(const fs::path& index, const std::string& id, const std::string& text) const {
    fs::create_directories(index);
    indexer::Writer writer(index.string());
    const analysis::Analyzer analyzer;
    const indexer::Cues cues(analyzer);
    schema::Document document;
    document.id = id;
    document.blocks = {{text, "", ""}};
    const schema::DocumentRecord record{id, id, "UTF-8", 1, 0, {}, {}};
    writer.begin_document(record, analysis::Language::other);
    indexer::Dating dating(document.metadata);
    for (schema::Passage& passage : indexer::split(document))
      writer.add(
          indexer::enrich({std::move(passage), analysis::Language::other, true}, {thesaurus_, analyzer, cues}, dating));
    writer.end_document(record);
    writer.set_thesaurus_fingerprint(thesaurus_.fingerprint());
    writer.commit();
  }

  fs::path root_;
  thesaurus::Thesaurus thesaurus_;
  const thesaurus::Dictionary dictionary_;
};

// A pipe stands where the table of a segment's forms might lie, so that the search waits there for the test: it has
// opened the segments of the list and not yet read their forms.
TEST_F(Reopening, ASegmentThatIsMergedAwayIsNoDamage) {
  const fs::path index = root_ / "index.db";
  const fs::path merged = root_ / "merged.db";
  for (const fs::path& folder : {index, merged}) add(folder, "one", "Съезд в Семипалатинске состоялся зимой.");
  add(index, "two", "Съезд в Омске состоялся летом.");
  const std::vector<std::string> before = schema::read_segments(index.string());
  ASSERT_EQ(before.size(), 2U);
  std::vector<std::string> pipes;
  for (const std::string& name : before) pipes.push_back((index / name / "lexicon.izde").string());
  for (const std::string& pipe : pipes) ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  std::thread writer([&] {
    ::close(::open(pipes[0].c_str(), O_WRONLY | O_CLOEXEC));
    const std::string made = schema::read_segments(merged.string()).front();
    fs::rename(merged / made, index / made);
    schema::write_segments(index.string(), {made});
    for (const char* file : {"iamglass", "docdata.glass", "postlist.glass"}) fs::remove(index / before[1] / file);
    ::close(::open(pipes[1].c_str(), O_WRONLY | O_CLOEXEC));
  });
  Engine engine({index.string()}, {thesaurus_, dictionary_});
  Request request;
  request.query = "съезд";
  std::vector<std::string> found;
  std::string failure;
  try {
    for (const Hit& hit : engine.search(request).hits) found.push_back(hit.id);
  } catch (const std::exception& error) {
    failure = error.what();
  }
  for (const std::string& pipe : pipes) ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);  // if none was opened
  writer.join();
  EXPECT_EQ(failure, "");
  EXPECT_EQ(found, std::vector<std::string>{"one#p1"});
}

}  // namespace
}  // namespace izde::searcher
