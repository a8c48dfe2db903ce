#include "schema/index.hpp"

#include "schema/bytes.hpp"
#include "schema/segments.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace izde::schema {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& where, const std::string& why) { throw IndexError(where + ": " + why); }

[[noreturn]] void refuse_damaged(const std::string& where, const std::string& reason) {
  throw IndexError(damage_of(where, reason));
}

void check_version(const Xapian::Database& database, const std::string& where) {
  const std::string format = read_format(database);
  const std::string analysis = read_analysis(database);
  if (format.empty())
    refuse(where, "is a Xapian database, but not one that izde-index made; choose another folder with --db");
  if (format != kFormat)
    refuse(where, "was made by another version of Izde (index format " + format + ", this program reads format " +
                      std::string(kFormat) + "); index the sources again into a new folder");
  if (analysis != analysis::analysis_version())
    refuse(where, "was made with other language rules (analysis " + analysis + ", this program has " +
                      std::string(analysis::analysis_version()) + "); index the sources again into a new folder");
}

bool is_remote(const std::string& where) {
  const std::size_t colon = where.rfind(':');
  return colon != std::string::npos && colon + 1 < where.size() && !fs::exists(where) &&
         where.find_first_not_of("0123456789", colon + 1) == std::string::npos;
}

// A folder of ours in which Xapian finds no list: the first run is not through, or the list was lost.
void check_list_is_there(const std::string& where) {
  std::error_code error;
  const fs::path folder(where);
  if (!fs::is_directory(folder, error) || fs::exists(folder / kSegmentList, error)) return;
  const bool has_segments = !other_segments(where, {}).empty();
  const fs::directory_iterator files(folder, error);
  if (!has_segments && !std::all_of(begin(files), end(files), is_of_index)) return;
  if (is_being_written(where))
    refuse(where, "nothing is committed to it yet: an izde-index is writing to it; search it when that is done");
  if (!has_segments) refuse(where, "nothing is committed to it yet; run izde-index again to go on");
  refuse(where, "the list of its segments is missing; izde-index --check --db " + where + " tells what to do");
}

Xapian::Database open_any(const std::string& where) {
  if (is_remote(where)) {
    const std::size_t colon = where.rfind(':');
    return Xapian::Remote::open(where.substr(0, colon), static_cast<unsigned>(std::stoul(where.substr(colon + 1))));
  }
  std::error_code error;
  if (!fs::exists(where, error))
    refuse(where, "there is no index here; make one with: izde-index --db " + where + " FOLDER");
  if (fs::is_directory(where, error) && fs::is_empty(where, error))
    refuse(where, "is an empty folder, not an index; make one with: izde-index --db " + where + " FOLDER");
  check_list_is_there(where);
  return Xapian::Database(where);
}

// Whether the folder's list names other segments than a moment ago: one that could not be opened was merged away.
class Watched {
 public:
  explicit Watched(const std::string& where) : where_(where), names_(segments_of(where)) {}
  bool has_changed() const { return names_ != segments_of(where_); }

 private:
  const std::string& where_;
  const std::vector<std::string> names_;
};

}  // namespace

std::string damage_of(const std::string& where, const std::string& reason) {
  const std::string check = is_remote(where) ? "" : "izde-index --check --db " + where + " tells where; ";
  return where + ": the index is damaged (" + reason + "); " + check +
         "restore it, or index the sources again into a new folder";
}

std::vector<std::string> segments_of(const std::string& where) {
  if (is_remote(where)) return {};
  std::vector<std::string> folders = read_segments(where);
  for (std::string& folder : folders) folder = (fs::path(where) / folder).string();
  return folders;
}

Xapian::Database open_index(const std::string& where) {
  const Watched list(where);
  try {
    Xapian::Database database = open_any(where);
    check_version(database, where);
    if (!is_remote(where) && database.size() != read_state(database).segments)
      refuse(where,
             "is a stub of " + std::to_string(database.size()) + " indexes; name each of them with a --db of its own");
    return database;
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;  // a writer was quicker: the caller opens it again
  } catch (const Xapian::DatabaseOpeningError& error) {
    if (list.has_changed()) throw Xapian::DatabaseModifiedError(error.get_msg());
    refuse(where, "cannot be opened as an index (" + error.get_msg() + ")");
  } catch (const Xapian::NetworkError& error) {
    refuse(where, "the index server does not answer (" + error.get_msg() + ")");
  } catch (const Xapian::DatabaseError& error) {
    if (list.has_changed()) throw Xapian::DatabaseModifiedError(error.get_msg());
    refuse_damaged(where, error.get_msg());
  }
}

void prepare_for_writing(const std::string& folder) {
  std::error_code error;
  const bool exists = fs::exists(folder, error);
  if (exists && !fs::is_directory(folder, error))
    refuse(folder, "is a file; an index is written into a folder of its own");
  if (!exists && !fs::create_directories(folder, error)) refuse(folder, "cannot be written (" + error.message() + ")");
  bool has_own = false;
  bool has_others = false;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
    (is_of_index(entry) ? has_own : has_others) = true;
  if (error) refuse(folder, "cannot be read (" + error.message() + ")");
  if (fs::exists(fs::path(folder) / "iamglass", error)) open_index(folder);  // says what it is instead
  if (has_others && !has_own) refuse(folder, "holds other files and no index; choose an empty folder with --db");
}

Xapian::Database open_segment(const std::string& folder, const std::string& name) {
  try {
    return Xapian::Database((fs::path(folder) / name).string());
  } catch (const Xapian::DatabaseError& failure) {
    refuse_damaged(folder, failure.get_msg());
  }
}

}  // namespace izde::schema
