// The line that tells on a terminal how far the work is: documents, passages, MB/s, time left.
#pragma once

#include "indexer/pipeline.hpp"

#include <chrono>
#include <string>

namespace izde::indexer {

/// "1,204 documents · 15,310 passages · 3.1 MB/s · about 2 min left"
std::string progress_line(const Progress& progress, double seconds);

/// Writes the line over itself on standard error, at most ten times a second; does nothing where that is no terminal.
class ProgressLine {
 public:
  explicit ProgressLine(bool wanted);
  void show(const Progress& progress);
  /// Wipes the line, before anything else is printed there.
  void clear();
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  bool active_;
  bool drawn_ = false;
  Clock::time_point start_, last_;
};

}  // namespace izde::indexer
