// From the PATHs on a command line to the files to read: folders opened, each file with its reader and document id, in
// an order that is the same on every machine. What cannot be read is told, and the rest goes on.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "indexer/readers/readers.hpp"

namespace izde::indexer {

struct FoundFile {
  std::string path;
  std::string document_id;            ///< path below the folder that was named, or the name of a file named outright
  const ReaderRow* reader = nullptr;  ///< never null
};

struct Walk {
  std::vector<FoundFile> files;           ///< argument by argument; within one by document id, byte by byte
  std::vector<DocumentFailure> failures;  ///< missing, unreadable, no regular file, or named outright and unknown
  std::uint64_t unknown = 0;              ///< files in folders whose extension no reader has
  std::uint64_t hidden = 0;               ///< files and folders in folders whose name begins with a dot
  std::uint64_t repeated = 0;             ///< folders met a second time through links; read once
};

/// Looks through the arguments. "-" is standard input, read as JSONL under the id "stdin". Never throws but for memory.
Walk walk(std::span<const std::string> arguments);

/// Opens what walk() found; `stop` as for open_file(). Throws ReadError.
std::unique_ptr<Source> open(const FoundFile& file, const std::atomic<bool>* stop = nullptr);

}  // namespace izde::indexer
