// Folders to files: order, ids, what is counted and what fails.
#include "indexer/walk.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace izde::indexer::test {
namespace {

namespace fs = std::filesystem;

class WalkTest : public testing::Test {
 protected:
  WalkTest() {
    std::string pattern = (fs::temp_directory_path() / "izde-walk-XXXXXX").string();
    root_ = ::mkdtemp(pattern.data());
  }
  ~WalkTest() override { fs::remove_all(root_); }

  std::string add(const std::string& name, const std::string& text = "Семей") const {
    const fs::path path = root_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
    return path.string();
  }

  std::string path(const std::string& name) const { return (root_ / name).string(); }

  static std::vector<std::string> ids(const Walk& walk) {
    std::vector<std::string> ids;
    for (const FoundFile& file : walk.files) ids.push_back(file.document_id);
    return ids;
  }

  static Walk look(const std::vector<std::string>& arguments) { return walk(arguments); }

  fs::path root_;
};

using Ids = std::vector<std::string>;

TEST_F(WalkTest, FolderGivesIdsBelowItInOrder) {
  for (const std::string name : {"b.md", "a/z.txt", "a.txt", "a/b c.html", "a/x.jsonl.gz", "Б.md", "B.md"}) add(name);
  const Walk found = look({root_.string()});
  EXPECT_EQ(ids(found), (Ids{"B.md", "a.txt", "a/b%20c.html", "a/x.jsonl.gz", "a/z.txt", "b.md", "Б.md"}));
  EXPECT_EQ(found.files[2].path, path("a/b c.html"));
  EXPECT_EQ(found.files[2].reader->name, "html");
  EXPECT_EQ(ids(look({root_.string() + "/"})), ids(found));
}

TEST_F(WalkTest, FileNamedOutrightIsItsName) {
  const std::string first = add("folder/one file.md");
  const std::string hidden = add(".hidden.txt");
  EXPECT_EQ(ids(look({hidden, first})), (Ids{".hidden.txt", "one%20file.md"}));
}

TEST_F(WalkTest, UnknownAndHiddenAreCounted) {
  for (const std::string name : {"a.txt", "a.pdf", "b/README", ".git/a.txt", ".a.md"}) add(name);
  const Walk found = look({root_.string()});
  EXPECT_EQ(ids(found), (Ids{"a.txt"}));
  EXPECT_EQ(found.unknown, 2U);
  EXPECT_EQ(found.hidden, 2U);
  EXPECT_TRUE(found.failures.empty());
}

TEST_F(WalkTest, NamedUnknownOrMissingFails) {
  const Walk found = look({add("a.pdf"), path("nowhere.txt"), add("a.txt")});
  EXPECT_EQ(ids(found), (Ids{"a.txt"}));
  ASSERT_EQ(found.failures.size(), 2U);
  EXPECT_NE(found.failures[0].reason.find(".jsonl"), std::string::npos) << found.failures[0].reason;
  EXPECT_EQ(found.failures[1].path, path("nowhere.txt"));
  EXPECT_EQ(found.failures[1].reason, "No such file or directory");
}

TEST_F(WalkTest, LinksInACircleAreReadOnce) {
  add("a/one.txt");
  fs::create_directory_symlink(root_, root_ / "a/up");
  fs::create_directory_symlink(root_ / "a", root_ / "b");
  const Walk found = look({root_.string()});
  EXPECT_EQ(ids(found), (Ids{"a/one.txt"}));
  EXPECT_EQ(found.repeated, 2U);
}

TEST_F(WalkTest, DeadLinksAndPipesFail) {
  fs::create_symlink(root_ / "nowhere", root_ / "dead.txt");
  fs::create_symlink(root_ / "self.md", root_ / "self.md");
  ASSERT_EQ(::mkfifo(path("pipe.txt").c_str(), 0600), 0);
  const Walk found = look({root_.string()});
  EXPECT_TRUE(found.files.empty());
  ASSERT_EQ(found.failures.size(), 3U);
  EXPECT_EQ(found.failures[0].reason, "No such file or directory");
  EXPECT_EQ(found.failures[1].reason, "not a regular file");
}

TEST_F(WalkTest, DashIsStandardInput) {
  const Walk found = look({"-"});
  EXPECT_EQ(ids(found), (Ids{"stdin"}));
  EXPECT_EQ(found.files[0].reader->name, "jsonl");
}

TEST_F(WalkTest, OpensWhatItFound) {
  add("a b.txt", "Семей қаласы.");
  const Walk found = look({root_.string()});
  const auto source = open(found.files.at(0));
  EXPECT_EQ(source->path(), path("a b.txt"));
  EXPECT_EQ(source->document_id(), "a%20b.txt");
  std::string bytes;
  std::string part(100, '\0');
  while (const std::size_t got = source->read(part.data(), part.size())) bytes.append(part, 0, got);
  EXPECT_EQ(bytes, "Семей қаласы.");
  EXPECT_THROW(open_file(path("gone.txt"), "gone.txt"), ReadError);
  EXPECT_THROW(open_file(root_.string(), "folder"), ReadError);
}

}  // namespace
}  // namespace izde::indexer::test
