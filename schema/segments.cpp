#include "schema/segments.hpp"

#include "schema/bytes.hpp"
#include "schema/index.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace izde::schema {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLine = "auto ";  // how a stub names a database, whatever its kind
constexpr std::string_view kNewList = "XAPIANDB.new";
constexpr std::string_view kLock = "lock";
constexpr std::string_view kName = "segment-";
constexpr std::size_t kOwnDigits = 8;

[[noreturn]] void refuse(const std::string& where, const std::string& why) { throw IndexError(where + ": " + why); }

[[noreturn]] void refuse_writing(const fs::path& path) {
  refuse(path.string(), std::string("cannot be written (") + std::strerror(errno) +
                            "); everything up to the last commit is kept, run again to go on");
}

// A name is on the disk when its folder is.
void make_permanent(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!done) refuse_writing(path);
}

unsigned number_of(std::string_view name) {
  unsigned number = 0;
  if (name.starts_with(kName)) std::from_chars(name.data() + kName.size(), name.data() + name.size(), number);
  return number;
}

// segment-<number>-<8 hexadecimal digits>, a folder: nothing else of the user's is ever taken for one.
bool is_segment(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  if (!name.starts_with(kName) || !entry.is_directory() || entry.is_symlink()) return false;
  const std::size_t dash = name.find('-', kName.size());
  if (dash == std::string::npos || dash == kName.size()) return false;
  const std::string_view number = std::string_view(name).substr(kName.size(), dash - kName.size());
  const std::string_view own = std::string_view(name).substr(dash + 1);
  return number.find_first_not_of("0123456789") == std::string_view::npos && own.size() == kOwnDigits &&
         own.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::vector<std::string> read_segments(const std::string& folder) {
  const fs::path path = fs::path(folder) / kSegmentList;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return {};
  std::ifstream list(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(list)), std::istreambuf_iterator<char>());
  // Never taken for an index of nothing, which a writer would make of the folder.
  if (status.type() != fs::file_type::regular || list.bad() || bytes.empty() || bytes.back() != '\n')
    refuse(folder, "its list of segments is damaged; index the sources again into a new folder");
  std::vector<std::string> names;
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(kLine))
      refuse(folder, "its list of segments is damaged; index the sources again into a new folder");
    names.push_back(line.substr(kLine.size()));
  }
  return names;
}

void write_segments(const std::string& folder, const std::vector<std::string>& names) {
  const fs::path path = fs::path(folder) / kNewList;
  {
    std::ofstream list(path, std::ios::binary | std::ios::trunc);
    for (const std::string& name : names) list << kLine << name << '\n';
    if (!list.flush()) refuse_writing(path);
  }
  make_permanent(path);
  if (!names.empty()) make_permanent(fs::path(folder) / names.front());
  make_permanent(folder);
  if (std::rename(path.c_str(), (fs::path(folder) / kSegmentList).c_str()) != 0) refuse_writing(path);
  make_permanent(folder);
}

std::vector<std::string> other_segments(const std::string& folder, const std::vector<std::string>& names) {
  std::vector<std::string> others;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (is_segment(entry) && std::find(names.begin(), names.end(), name) == names.end()) others.push_back(name);
  }
  std::sort(others.begin(), others.end());
  return others;
}

void remove_other_segments(const std::string& folder, const std::vector<std::string>& names) {
  std::error_code error;
  for (const std::string& name : other_segments(folder, names)) fs::remove_all(fs::path(folder) / name, error);
}

std::string name_segment(const std::vector<std::string>& names) {
  unsigned number = 0;
  for (const std::string& name : names) number = std::max(number, number_of(name));
  std::random_device random;
  const std::uint64_t own = std::uint64_t{random()} << 32 | random();
  return std::string(kName).append(std::to_string(number + 1)).append("-").append(hex(own).substr(0, kOwnDigits));
}

bool is_of_index(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  return name == kSegmentList || name == kNewList || name == kLock || is_segment(entry);
}

std::vector<std::string> unlisted_segments(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
    if (is_segment(entry) && fs::exists(entry.path() / "iamglass", error))
      names.push_back(entry.path().filename().string());
  return names;
}

WriterLock::WriterLock(const std::string& folder) {
  const fs::path path = fs::path(folder) / kLock;
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) refuse(folder, "you may not write here; ask for the permission or choose another folder with --db");
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
  ::close(file_);
  refuse(folder, "another izde-index is writing to this index; wait until it has finished");
}

WriterLock::~WriterLock() {
  if (file_ >= 0) ::close(file_);
}

// Lines of /proc/locks: "1: FLOCK  ADVISORY  WRITE 4711 08:01:131 0 EOF", the last number of the place the file's.
bool is_being_written(const std::string& folder) {
  struct stat status {};
  if (::stat((fs::path(folder) / kLock).c_str(), &status) != 0) return false;
  const std::string file = ":" + std::to_string(status.st_ino);
  std::ifstream locks("/proc/locks");
  std::string number;
  std::string kind;
  std::string way;
  std::string mode;
  std::string process;
  std::string place;
  for (std::string line; std::getline(locks, line);) {
    std::istringstream words(line);
    if (words >> number >> kind >> way >> mode >> process >> place && kind == "FLOCK" && place.ends_with(file))
      return true;
  }
  return false;
}

}  // namespace izde::schema
