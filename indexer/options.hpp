// What the user typed for izde-index, as one value. The only file of this room that names CLI11.
#pragma once

#include "indexer/pipeline.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace izde::indexer {

struct Options {
  PipelineOptions pipeline;
  std::vector<std::filesystem::path> thesauri;  ///< shipped one first
  std::string report_file;
  bool check = false;  ///< only tell whether the index is sound
  bool quiet = false;
  bool verbose = false;
};

struct ParsedOptions {
  std::optional<Options> options;  ///< nothing: say `message` and leave with `exit_code` (help, version, usage error)
  std::string message;
  int exit_code = 0;
};

ParsedOptions parse_options(int argc, char** argv);

}  // namespace izde::indexer
