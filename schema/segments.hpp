// The folder of an index: segments, each a folder with a Xapian database that never changes, and the list of those that
// are the index. The list is a stub file of Xapian's own, so that its tools and its server open the folder as one
// database; it is replaced at once, so that a reader sees all of a run or nothing of it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace izde::schema {

/// File name of the list.
inline constexpr std::string_view kSegmentList = "XAPIANDB";

/// Names of the segments, the one written last first; none where there is no list. Throws IndexError where it is
/// damaged.
std::vector<std::string> read_segments(const std::string& folder);

/// Makes these the index. Each is whole and on the disk already. Throws IndexError.
void write_segments(const std::string& folder, const std::vector<std::string>& names);

/// Folders of segments that are not of the list `names`.
std::vector<std::string> other_segments(const std::string& folder, const std::vector<std::string>& names);

/// Removes what is no segment of the list: what was left behind when a writer was ended. Only the writer may do it.
void remove_other_segments(const std::string& folder, const std::vector<std::string>& names);

/// A name for a new segment: a number above those of `names`, and what no other index has.
std::string name_segment(const std::vector<std::string>& names);

/// Whether a file or folder in an index belongs to it.
bool is_of_index(const std::filesystem::directory_entry& entry);

/// Finished segments that lie in a folder, listed or not.
std::vector<std::string> unlisted_segments(const std::string& folder);

/// That a folder is written by one program at a time; ends with the object, or the process.
class WriterLock {
 public:
  /// Throws IndexError where another program holds it or it may not be had.
  explicit WriterLock(const std::string& folder);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int file_ = -1;
};

/// Whether a program on this machine is writing to a folder now. Asks without touching its lock, so that a writer that
/// begins at this moment is not refused; false where the system does not tell.
bool is_being_written(const std::string& folder);

}  // namespace izde::schema
