// What each command of izde-search does, given its options. Only these functions and main() print.
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

/// Exit code: 0 done or found, 1 nothing found. Failures are thrown.
int run(const Options& options, const Streams& streams);

}  // namespace izde::searcher
