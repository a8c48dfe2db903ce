#include "indexer/walk.hpp"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "indexer/readers/document_id.hpp"

namespace izde::indexer {
namespace {

constexpr std::string_view kStdin = "-";

std::string reason_of(int error) { return std::generic_category().message(error); }

std::string name_of(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }  // npos + 1 is 0

std::string known_extensions() {
  std::string names;
  for (const ReaderRow& reader : readers()) {
    for (const std::string_view extension : reader.extensions)
      names += (names.empty() ? "" : " ") + std::string(extension);
  }
  return names;
}

struct Listing {
  std::vector<std::string> names;  // byte by byte in order
  int error = 0;
};

Listing list(const std::string& folder) {
  Listing listing;
  const std::unique_ptr<DIR, int (*)(DIR*)> open_folder(::opendir(folder.c_str()), ::closedir);
  if (!open_folder) {
    listing.error = errno;
    return listing;
  }
  errno = 0;
  while (const dirent* entry = ::readdir(open_folder.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") listing.names.emplace_back(name);
    errno = 0;
  }
  listing.error = errno;
  std::sort(listing.names.begin(), listing.names.end());
  return listing;
}

/// A path and what it is called below the folder that was named ("" for the folder itself).
struct Place {
  std::string path, below;
};

std::string joined(std::string path, std::string_view name) {
  if (!path.empty() && !path.ends_with('/')) path += '/';
  return path.append(name);
}

class Walker {
 public:
  void take_argument(const std::string& argument) {
    if (argument == kStdin) {
      found_.files.push_back({argument, "stdin", reader_for("stdin.jsonl")});
      return;
    }
    struct stat info {};
    if (::stat(argument.c_str(), &info) != 0) {
      fail(argument, reason_of(errno));
    } else if (S_ISDIR(info.st_mode)) {
      take_folder(argument);
    } else if (const ReaderRow* reader = reader_for(argument)) {
      take_file({argument, name_of(argument)}, info, *reader);
    } else {
      fail(argument,
           "no reader knows this kind of file; known are " + known_extensions() + " (and these in .gz or .zst)");
    }
  }

  Walk finished() { return std::move(found_); }

 private:
  void take_folder(const std::string& folder) {
    const std::size_t first = found_.files.size();
    seen_.clear();
    waiting_.push_back({folder, ""});
    while (!waiting_.empty()) {
      const Place place = std::move(waiting_.back());
      waiting_.pop_back();
      look_into(place);
    }
    std::sort(found_.files.begin() + static_cast<std::ptrdiff_t>(first), found_.files.end(),
              [](const FoundFile& a, const FoundFile& b) { return a.document_id < b.document_id; });
  }

  void look_into(const Place& folder) {
    struct stat info {};
    if (::stat(folder.path.c_str(), &info) == 0 && !seen_.emplace(info.st_dev, info.st_ino).second) {
      ++found_.repeated;
      return;
    }
    const Listing listing = list(folder.path);
    if (listing.error != 0) fail(folder.path, "folder cannot be read: " + reason_of(listing.error));
    std::vector<Place> folders;
    for (const std::string& name : listing.names) {
      if (name.starts_with('.')) {
        ++found_.hidden;
        continue;
      }
      Place place{joined(folder.path, name), joined(folder.below, name)};
      if (::stat(place.path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) {
        folders.push_back(std::move(place));
      } else {
        take_entry(place);
      }
    }
    waiting_.insert(waiting_.end(), folders.rbegin(), folders.rend());  // so that the first is looked into next
  }

  /// A file in a folder, or a link to nothing.
  void take_entry(const Place& place) {
    const ReaderRow* reader = reader_for(place.path);
    struct stat info {};
    if (reader == nullptr) {
      ++found_.unknown;
    } else if (::stat(place.path.c_str(), &info) != 0) {
      fail(place.path, reason_of(errno));
    } else {
      take_file(place, info, *reader);
    }
  }

  void take_file(const Place& place, const struct stat& info, const ReaderRow& reader) {
    if (!S_ISREG(info.st_mode)) {
      fail(place.path, "not a regular file");
    } else if (::access(place.path.c_str(), R_OK) != 0) {
      fail(place.path, reason_of(errno));
    } else {
      found_.files.push_back({place.path, escape_id(place.below), &reader});
    }
  }

  void fail(const std::string& path, std::string reason) { found_.failures.push_back({path, std::move(reason)}); }

  Walk found_;
  std::vector<Place> waiting_;
  std::set<std::pair<dev_t, ino_t>> seen_;
};

}  // namespace

Walk walk(std::span<const std::string> arguments) {
  Walker walker;
  for (const std::string& argument : arguments) walker.take_argument(argument);
  return walker.finished();
}

std::unique_ptr<Source> open(const FoundFile& file, const std::atomic<bool>* stop) {
  return file.path == kStdin ? open_stdin(stop) : open_file(file.path, file.document_id, stop);
}

}  // namespace izde::indexer
