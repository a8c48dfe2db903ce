// From files to Documents: one row per format. A reader pushes every document it finds into a sink, so that a dump of a
// million lines never stands in memory. To add a format, write indexer/readers/xx.cpp and a row in readers.cpp.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "schema/document.hpp"

namespace izde::indexer {

/// A source that could not be read: its message names the place (line or byte) and what to do; the caller adds the
/// path.
struct ReadError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One document failed but the rest of the source goes on (a bad JSONL line, an over-long document).
struct DocumentFailure {
  std::string path, reason;
};

using DocumentSink = std::function<void(schema::Document)>;
using FailureSink = std::function<void(DocumentFailure)>;

struct ReadOptions {
  std::string encoding;                ///< name given by the user; empty: detect
  std::uint64_t max_size = 64u << 20;  ///< bytes of one decoded document; larger ones are refused while streaming
};

/// A stream of decompressed bytes with a name. Pull interface; never holds the whole file.
class Source {
 public:
  virtual ~Source() = default;
  /// Reads up to `size` bytes; 0 at the end. Throws ReadError (truncated or damaged compression, I/O error).
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
  virtual const std::string& path() const = 0;         ///< for messages
  virtual const std::string& document_id() const = 0;  ///< id for a format of one document a file
};

struct ReaderRow {
  std::string_view name;                         ///< "markdown"
  std::span<const std::string_view> extensions;  ///< lower case, without .gz/.zst: ".md", ".markdown"
  void (*read)(Source&, const ReadOptions&, const DocumentSink&, const FailureSink&);
};

std::span<const ReaderRow> readers();
/// The reader of a file name (".gz" and ".zst" looked through), or nullptr where none knows it.
const ReaderRow* reader_for(std::string_view file_name);

/// Opens a file, decompressing by its first bytes (.gz, .zst). Throws ReadError. Opening and reading wait for what is
/// not there yet (an idle pipe) no longer than a moment after `*stop`, if given, has become true, and then throw
/// ReadError("interrupted"); what can be read without waiting is still read. `stop` must live as long as the source.
std::unique_ptr<Source> open_file(const std::string& path, const std::string& document_id,
                                  const std::atomic<bool>* stop = nullptr);
/// Standard input, decompressed in the same way; its path is "-" and its document id "stdin".
std::unique_ptr<Source> open_stdin(const std::atomic<bool>* stop = nullptr);
/// Bytes in memory, decompressed in the same way; `name` is both path and document id.
std::unique_ptr<Source> open_memory(std::string bytes, const std::string& name);

}  // namespace izde::indexer
