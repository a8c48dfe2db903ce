#include "schema/lexicon_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xapian.h>

#include "schema/bytes.hpp"
#include "schema/index.hpp"
#include "schema/state.hpp"

namespace izde::schema {
namespace {

constexpr std::string_view kFile = "/lexicon.izde";

[[noreturn]] void refuse(const std::string& path) {
  throw IndexError(path + ": cannot be written (" + std::strerror(errno) + ")");
}

void write_permanently(const std::string& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) refuse(path);
  bool done = true;
  while (done && !bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    done = written > 0;
    if (done) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  done = done && ::fsync(file) == 0;
  const int error = errno;
  ::close(file);
  errno = error;
  if (!done) refuse(path);
}

struct Mapped {
  LexiconTable table;
  std::shared_ptr<const void> bytes;
};

std::optional<Mapped> mapped(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  struct stat status {};
  const bool known = ::fstat(file, &status) == 0 && status.st_size > 0;
  const auto size = static_cast<std::size_t>(known ? status.st_size : 0);
  void* const memory = known ? ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0) : MAP_FAILED;
  ::close(file);
  if (memory == MAP_FAILED) return std::nullopt;
  std::shared_ptr<const void> bytes(memory, [size](const void* held) { ::munmap(const_cast<void*>(held), size); });
  try {
    return Mapped{LexiconTable({static_cast<const char*>(memory), size}), std::move(bytes)};
  } catch (const BytesError&) {
    return std::nullopt;
  }
}

}  // namespace

void write_lexicon_file(const std::string& segment_folder) {
  const auto [first, forms] = read_lexicon_part(Xapian::Database(segment_folder));
  if (first <= std::numeric_limits<FormId>::max())
    write_permanently(segment_folder + std::string(kFile), lexicon_table(forms, static_cast<FormId>(first)));
}

bool map_lexicon(const std::vector<std::string>& segment_folders, Lexicon& lexicon) {
  std::vector<Mapped> tables;
  for (const std::string& folder : segment_folders) {
    auto table = mapped(folder + std::string(kFile));
    if (!table) return false;
    if (table->table.size() > 0) tables.push_back(std::move(*table));
  }
  std::sort(tables.begin(), tables.end(),
            [](const Mapped& a, const Mapped& b) { return a.table.first() < b.table.first(); });
  std::uint64_t next = 0;
  for (const Mapped& part : tables) {
    if (part.table.first() != next) return false;
    next += part.table.size();
  }
  for (Mapped& part : tables) lexicon.append(part.table, std::move(part.bytes));
  return !segment_folders.empty();
}

}  // namespace izde::schema
