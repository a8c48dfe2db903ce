// The way from options to the command that they ask for (commands/commands.hpp). Only these functions and main() print.
#pragma once

#include "searcher/options.hpp"

#include <iosfwd>

namespace izde::searcher {

/// The streams a command talks to.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

/// Exit code: 0 done or found, 1 nothing found, 2 done in part. Failures are thrown.
int run(const Options& options, const Streams& streams);

}  // namespace izde::searcher
