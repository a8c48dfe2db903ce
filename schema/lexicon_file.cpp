#include "schema/lexicon_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
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

struct Part {
  LexiconTable table;
  std::shared_ptr<const void> bytes;
};

struct Mapped {
  std::string_view bytes;
  std::shared_ptr<const void> memory;
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
  std::shared_ptr<const void> held(memory, [size](const void* place) { ::munmap(const_cast<void*>(place), size); });
  return Mapped{{static_cast<const char*>(memory), size}, std::move(held)};
}

// None where the segment is larger than any that was written.
std::optional<std::string> table_of(const std::string& segment_folder) {
  const auto [first, forms] = read_lexicon_part(Xapian::Database(segment_folder));
  if (first > std::numeric_limits<FormId>::max()) return std::nullopt;
  return lexicon_table(forms, static_cast<FormId>(first));
}

std::optional<Part> part_of_file(const std::string& segment_folder) {
  const auto file = mapped(segment_folder + std::string(kFile));
  if (!file) return std::nullopt;
  try {
    return Part{LexiconTable(file->bytes), file->memory};
  } catch (const BytesError&) {
    return std::nullopt;
  }
}

std::optional<Part> part_of(const std::string& segment_folder) {
  if (auto part = part_of_file(segment_folder)) return part;
  auto table = table_of(segment_folder);
  if (!table) return std::nullopt;
  const auto bytes = std::make_shared<const std::string>(std::move(*table));
  return Part{LexiconTable(*bytes), bytes};
}

}  // namespace

void write_lexicon_file(const std::string& segment_folder, std::size_t least_forms) {
  const auto [first, forms] = read_lexicon_part(Xapian::Database(segment_folder));
  std::size_t count = 0;
  for (FormReader reader(forms); reader.next();) ++count;
  if (count < least_forms || first > std::numeric_limits<FormId>::max()) return;
  write_permanently(segment_folder + std::string(kFile), lexicon_table(forms, static_cast<FormId>(first)));
}

bool map_lexicon(const std::vector<std::string>& segment_folders, Lexicon& lexicon) {
  std::vector<Part> parts;
  for (const std::string& folder : segment_folders) {
    auto part = part_of(folder);
    if (!part) return false;
    if (part->table.size() > 0) parts.push_back(std::move(*part));
  }
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.table.first() < b.table.first(); });
  std::uint64_t next = 0;
  for (const Part& part : parts) {
    if (part.table.first() != next) return false;
    next += part.table.size();
  }
  for (Part& part : parts) lexicon.append(part.table, std::move(part.bytes));
  return !segment_folders.empty();
}

bool is_lexicon_file_sound(const std::string& segment_folder) {
  const auto file = mapped(segment_folder + std::string(kFile));
  if (file) return table_of(segment_folder) == file->bytes;
  std::error_code error;
  return !std::filesystem::exists(segment_folder + std::string(kFile), error);  // an empty one holds nothing
}

}  // namespace izde::schema
