#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include "indexer/readers/compression.hpp"
#include "indexer/readers/readers.hpp"

namespace izde::indexer {
namespace {

std::string reason_of(int error) { return std::generic_category().message(error); }

/// Where there is nothing to read yet, as in an idle pipe, it waits, and looks now and then whether to stop: a signal
/// may come to another thread, which does not wake this one.
class FileBytes : public Bytes {
 public:
  struct Opened {
    int file;
    bool closes;
  };

  FileBytes(Opened opened, const std::atomic<bool>* stop) : file_(opened.file), closes_(opened.closes), stop_(stop) {}
  ~FileBytes() override {
    if (closes_) ::close(file_);
  }

  std::size_t read(char* buffer, std::size_t size) override {
    while (true) {
      if (stop_ != nullptr) wait();
      const ssize_t got = ::read(file_, buffer, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) throw ReadError("cannot be read: " + reason_of(errno));
      leave_if_stopped();
    }
  }

 private:
  /// Returns when reading will not wait, or will fail and tell why.
  void wait() const {
    constexpr int kPatience = 200;  // milliseconds
    pollfd waited{file_, POLLIN, 0};
    while (true) {
      const int ready = ::poll(&waited, 1, kPatience);
      if (ready > 0 || (ready < 0 && errno != EINTR)) return;
      leave_if_stopped();
    }
  }

  void leave_if_stopped() const {
    if (stop_ != nullptr && *stop_) throw ReadError("interrupted");
  }

  int file_;
  bool closes_;
  const std::atomic<bool>* stop_;
};

class MemoryBytes : public Bytes {
 public:
  explicit MemoryBytes(std::string bytes) : bytes_(std::move(bytes)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t got = bytes_.copy(buffer, size, at_);
    at_ += got;
    return got;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

/// Gives back first what was looked at to learn the format.
class PeekedBytes : public Bytes {
 public:
  explicit PeekedBytes(std::unique_ptr<Bytes> rest) : rest_(std::move(rest)) {
    while (peeked_ < head_.size()) {
      const std::size_t got = rest_->read(head_.data() + peeked_, head_.size() - peeked_);
      if (got == 0) break;
      peeked_ += got;
    }
  }

  std::string_view head() const { return {head_.data(), peeked_}; }

  std::size_t read(char* buffer, std::size_t size) override {
    if (given_ == peeked_) return rest_->read(buffer, size);
    const std::size_t got = std::min(size, peeked_ - given_);
    std::memcpy(buffer, head_.data() + given_, got);
    given_ += got;
    return got;
  }

 private:
  std::unique_ptr<Bytes> rest_;
  std::array<char, 4> head_{};
  std::size_t peeked_ = 0;
  std::size_t given_ = 0;
};

std::unique_ptr<Bytes> unpack(std::unique_ptr<Bytes> packed) {
  auto peeked = std::make_unique<PeekedBytes>(std::move(packed));
  if (peeked->head().starts_with("\x1F\x8B")) return unpack_gzip(std::move(peeked));
  if (peeked->head() == "\x28\xB5\x2F\xFD") return unpack_zstd(std::move(peeked));
  return peeked;
}

class NamedSource : public Source {
 public:
  NamedSource(std::unique_ptr<Bytes> bytes, std::string path, std::string document_id)
      : bytes_(unpack(std::move(bytes))), path_(std::move(path)), document_id_(std::move(document_id)) {}

  std::size_t read(char* buffer, std::size_t size) override { return size == 0 ? 0 : bytes_->read(buffer, size); }
  const std::string& path() const override { return path_; }
  const std::string& document_id() const override { return document_id_; }

 private:
  std::unique_ptr<Bytes> bytes_;
  std::string path_;
  std::string document_id_;
};

}  // namespace

std::unique_ptr<Source> open_file(const std::string& path, const std::string& document_id,
                                  const std::atomic<bool>* stop) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw ReadError("cannot be opened: " + reason_of(errno));
  auto bytes = std::make_unique<FileBytes>(FileBytes::Opened{file, true}, stop);
  struct stat info {};
  if (::fstat(file, &info) == 0 && S_ISDIR(info.st_mode)) throw ReadError("is a folder, not a file");
  return std::make_unique<NamedSource>(std::move(bytes), path, document_id);
}

std::unique_ptr<Source> open_stdin(const std::atomic<bool>* stop) {
  auto bytes = std::make_unique<FileBytes>(FileBytes::Opened{STDIN_FILENO, false}, stop);
  return std::make_unique<NamedSource>(std::move(bytes), "-", "stdin");
}

std::unique_ptr<Source> open_memory(std::string bytes, const std::string& name) {
  return std::make_unique<NamedSource>(std::make_unique<MemoryBytes>(std::move(bytes)), name, name);
}

}  // namespace izde::indexer
