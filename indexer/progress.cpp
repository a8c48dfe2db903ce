#include "indexer/progress.hpp"

#include "indexer/report.hpp"

#include <cstdio>

#include <unistd.h>

namespace izde::indexer {
namespace {

std::string time_left(double seconds) {
  if (seconds < 60) return std::to_string(static_cast<int>(seconds) + 1) + " s";
  if (seconds < 3600) return std::to_string(static_cast<int>(seconds / 60) + 1) + " min";
  return std::to_string(static_cast<int>(seconds / 3600) + 1) + " h";
}

}  // namespace

std::string progress_line(const Progress& progress, double seconds) {
  std::string line = counted(progress.documents, "document") + " · " + counted(progress.passages, "passage");
  if (seconds <= 0) return line;
  const double bytes_a_second = static_cast<double>(progress.source_bytes) / seconds;
  line += " · " + megabytes(bytes_a_second) + "/s";
  if (progress.source_total > progress.source_bytes && progress.source_bytes > 0)
    line += " · about " +
            time_left(static_cast<double>(progress.source_total - progress.source_bytes) / bytes_a_second) + " left";
  return line;
}

ProgressLine::ProgressLine(bool wanted)
    : active_(wanted && ::isatty(STDERR_FILENO) == 1), start_(Clock::now()), last_(start_) {}

void ProgressLine::show(const Progress& progress) {
  const Clock::time_point now = Clock::now();
  if (!active_ || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  std::fprintf(stderr, "\r\x1b[K%s", progress_line(progress, seconds()).c_str());
  std::fflush(stderr);
}

void ProgressLine::clear() {
  if (!drawn_) return;
  drawn_ = false;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
}

double ProgressLine::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

}  // namespace izde::indexer
