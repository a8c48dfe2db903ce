// What the user typed for izde-search, as one value. The only file of this room that names CLI11.
#pragma once

#include "searcher/engine/request.hpp"
#include "searcher/output/outputs.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace izde::searcher {

enum class Command : std::uint8_t {
  search,
  like,
  compare,
  timeline,
  show,
  eval,
  why,
  variants,
  analyze,
  detect,
  dates
};

/// Lines that `izde-search timeline` lists.
inline constexpr std::size_t kTimelineLines = 50;

struct Options {
  Command command = Command::search;
  std::vector<std::string> databases;
  std::vector<std::filesystem::path> thesauri;  ///< of the user, beside the shipped one
  std::vector<std::filesystem::path> lexicons;  ///< likewise
  Request request;
  const OutputRow* output = nullptr;
  RenderOptions render;
  std::string queries_file;  ///< batch and eval
  std::string qrels_file;    ///< eval
  std::string run_file;      ///< eval of a ranked list made earlier
  std::string passage;       ///< show, why
  std::size_t context = 1;   ///< show: neighbours on each side
  bool per_query = false;
  bool timing = false;                         ///< batch: milliseconds of each query on standard error
  std::vector<std::string> texts;              ///< analyze, dates; empty: lines of standard input
  std::optional<analysis::Language> language;  ///< analyze, dates
};

struct ParsedOptions {
  std::optional<Options> options;  ///< nothing: say `message` and leave with `exit_code` (help, version, usage error)
  std::string message;
  int exit_code = 0;
};

ParsedOptions parse_options(int argc, char** argv);

}  // namespace izde::searcher
