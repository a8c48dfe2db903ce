// Folders to files: order, ids, what is counted and what fails.
#include "indexer/walk.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

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

/// The test writes to the pipe itself, and holds it open, so that its end is never read.
class IdlePipe {
 public:
  explicit IdlePipe(const std::string& path) {
    EXPECT_EQ(::mkfifo(path.c_str(), 0600), 0);
    end_ = ::open(path.c_str(), O_RDWR);
  }
  IdlePipe(const IdlePipe&) = delete;
  IdlePipe& operator=(const IdlePipe&) = delete;
  ~IdlePipe() { ::close(end_); }

  void write(const std::string& text) const {
    EXPECT_EQ(::write(end_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }

 private:
  int end_;
};

std::string reason_of_failed_read(const std::string& path, const std::atomic<bool>& stop) {
  try {
    const auto source = open_file(path, "pipe", &stop);
    std::string bytes(100, '\0');
    while (source->read(bytes.data(), bytes.size()) > 0) continue;
  } catch (const ReadError& error) {
    return error.what();
  }
  return "";
}

TEST_F(WalkTest, StopEndsTheWaitForAnIdlePipe) {
  const IdlePipe pipe(path("pipe.txt"));
  std::atomic<bool> stop = true;
  EXPECT_EQ(reason_of_failed_read(path("pipe.txt"), stop), "interrupted");  // while it is opened
  pipe.write("Семей қаласы.");
  EXPECT_EQ(reason_of_failed_read(path("pipe.txt"), stop), "interrupted");  // after what was there
  stop = false;
  const std::jthread later([&] { stop = true; });
  EXPECT_EQ(reason_of_failed_read(path("pipe.txt"), stop), "interrupted");
}

/// A signal wakes the read; it goes on until it is told to stop.
TEST_F(WalkTest, SignalsAloneDoNotEndReading) {
  struct sigaction action {};
  action.sa_handler = [](int) {};  // without SA_RESTART
  ASSERT_EQ(::sigaction(SIGUSR1, &action, nullptr), 0);
  const IdlePipe pipe(path("pipe.txt"));
  std::atomic<bool> stop = false;
  const pthread_t reader = ::pthread_self();
  const std::jthread signaller([&] {
    for (int i = 0; i < 100; ++i) ::pthread_kill(reader, SIGUSR1);
    pipe.write("Семей");
    stop = true;
    ::pthread_kill(reader, SIGUSR1);
  });
  EXPECT_EQ(reason_of_failed_read(path("pipe.txt"), stop), "interrupted");
}

TEST_F(WalkTest, StopLetsAFileBeReadToItsEnd) {
  const std::string file = add("a.txt", std::string(300'000, 'a'));
  const std::atomic<bool> stop = true;
  EXPECT_EQ(reason_of_failed_read(file, stop), "");
}

}  // namespace
}  // namespace izde::indexer::test
