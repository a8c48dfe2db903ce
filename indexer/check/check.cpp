#include "indexer/check/check.hpp"

#include "indexer/check/records.hpp"
#include "indexer/check/tables.hpp"
#include "indexer/report.hpp"
#include "schema/bytes.hpp"
#include "schema/index.hpp"
#include "schema/lexicon_file.hpp"
#include "schema/segments.hpp"
#include "schema/state.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace izde::indexer {
namespace {

namespace fs = std::filesystem;

constexpr int kReopenings = 5;
constexpr const char* kStatePlace = "postlist.glass, izde.state";

using GoneBySegment = std::map<std::string, std::set<std::string>>;

class IndexCheck {
 public:
  IndexCheck(std::string folder, std::vector<std::string> names)
      : folder_(std::move(folder)), names_(std::move(names)) {}

  CheckReport run() {
    report_.segments = names_.size();
    refuse_other_versions();
    open_segments();
    const bool all_open = segments_.size() == names_.size();
    const std::optional<schema::State> state = all_open ? read_state() : std::nullopt;
    if (state) check_contents(*state);
    if (!state && !findings_.empty())
      report_.notes.emplace_back("the records were not looked at, since what they are held against cannot be read");
    note_leftovers();
    report_.findings = findings_.told();
    return std::move(report_);
  }

 private:
  // Before anything is held against rules that it was not made by. What cannot be read is for the other looks.
  void refuse_other_versions() const {
    bool is_other = false;
    try {
      const Xapian::Database newest((fs::path(folder_) / names_.front()).string());
      const std::string format = schema::read_format(newest);
      const std::string analysis = schema::read_analysis(newest);
      is_other = !format.empty() && !analysis.empty() &&
                 (format != schema::kFormat || analysis != analysis::analysis_version());
    } catch (const std::exception&) {
    } catch (const Xapian::Error&) {
    }
    if (is_other) schema::open_index(folder_);  // throws, and says what it is instead
  }

  void open_segments() {
    for (const std::string& name : names_) {
      if (!check_tables(folder_, name, findings_)) continue;
      try {
        SegmentAtHand segment{name, (fs::path(folder_) / name).string(), schema::open_segment(folder_, name), {}};
        auto posted = check_postings(segment.database, name, findings_);
        if (!posted) continue;
        segment.posted = std::move(*posted);
        segments_.push_back(std::move(segment));
      } catch (const Xapian::Error& error) {
        findings_.add(name, "postlist.glass", "cannot be read", error.get_msg());
      } catch (const std::exception& error) {  // numbers that are out of all measure
        findings_.add(name, "postlist.glass", "cannot be read", error.what());
      }
    }
  }

  // The newest segment's word is the index's.
  std::optional<schema::State> read_state() {
    const SegmentAtHand& newest = segments_.front();
    if (schema::read_format(newest.database) != schema::kFormat ||
        schema::read_analysis(newest.database) != analysis::analysis_version())
      schema::open_index(folder_);  // throws, and says what it is instead
    try {
      schema::State state = schema::read_state(newest.database);
      schema::analyzer_of(state);
      if (state.segments != names_.size())
        findings_.add(newest.name, kStatePlace, "tells another number of segments than the list",
                      std::to_string(state.segments) + " and " + std::to_string(names_.size()));
      return state;
    } catch (const schema::BytesError& error) {
      findings_.add(newest.name, kStatePlace, error.what());
      return std::nullopt;
    }
  }

  GoneBySegment gone_of(const schema::State& state) {
    GoneBySegment gone;
    for (const schema::Gone& row : state.gone) {
      if (std::find(names_.begin(), names_.end(), row.segment) == names_.end())
        findings_.add(segments_.front().name, "postlist.glass, izde.gone",
                      "names a document as gone from a segment that is not on the list",
                      row.segment + ": " + row.document);
      gone[row.segment].insert(row.document);
    }
    return gone;
  }

  void check_contents(const schema::State& state) {
    const schema::Lexicon lexicon = check_lexicon(segments_, findings_);
    const analysis::Analyzer analyzer = schema::analyzer_of(state);
    GoneBySegment gone = gone_of(state);
    schema::State there;
    std::map<std::string, std::string> segment_of;  // by document
    for (const SegmentAtHand& segment : segments_) {
      try {
        const DocumentsHeld held =
            check_records(segment, {lexicon, analyzer, state.sources}, gone[segment.name], findings_);
        for (const auto& [id, document] : held) {
          if (gone[segment.name].contains(id)) continue;
          if (const auto [row, is_first] = segment_of.emplace(id, segment.name); !is_first)
            findings_.add(segment.name, "document " + id, "stands in another segment too", row->second);
          add(there, document);
          report_.passages += document.passages;
        }
        if (!schema::is_lexicon_file_sound(segment.folder))
          findings_.add(segment.name, "lexicon.izde", "does not hold the words that the lexicon has");
      } catch (const Xapian::Error& error) {
        findings_.add(segment.name, "", "its records cannot be read", error.get_msg());
      } catch (const std::exception& error) {
        findings_.add(segment.name, "", "its records cannot be read", error.what());
      }
    }
    report_.documents = there.totals.documents;
    compare(state, there);
  }

  static void add(schema::State& there, const DocumentHeld& document) {
    ++there.totals.documents;
    there.contents += document.content_hash;
    for (std::size_t i = 0; i < document.words.size(); ++i) there.totals.words[i] += document.words[i];
  }

  void compare(const schema::State& told, const schema::State& there) {
    const std::string& newest = segments_.front().name;
    if (told.totals.documents != there.totals.documents)
      findings_.add(
          newest, kStatePlace, "tells another number of documents than there are",
          std::to_string(told.totals.documents) + " told, " + std::to_string(there.totals.documents) + " there");
    if (told.totals.words != there.totals.words)
      findings_.add(newest, kStatePlace, "tells other numbers of words by language than the documents have");
    if (told.contents != there.contents)
      findings_.add(newest, kStatePlace, "its sum of the contents is not that of the documents");
  }

  void note_leftovers() {
    for (const std::string& name : schema::other_segments(folder_, names_))
      report_.notes.push_back(name + ": is not on the list: " +
                              (schema::is_being_written(folder_) ? "what is being written, or was left behind"
                                                                 : "left behind when a writer was ended; does no harm, "
                                                                   "and the next izde-index takes it away"));
  }

  const std::string folder_;
  const std::vector<std::string> names_;  // the one written last first
  std::vector<SegmentAtHand> segments_;   // likewise
  Findings findings_;
  CheckReport report_;
};

CheckReport only(const std::string& what) {
  CheckReport report;
  report.findings.push_back({std::string(schema::kSegmentList), what});
  return report;
}

// A writer makes the list with its first commit. A first segment that another left behind finished, it takes over.
CheckReport before_first_commit(const std::string& folder) {
  const std::vector<std::string> finished = schema::unlisted_segments(folder);
  const auto is_first = [&] {
    try {
      return schema::read_state(schema::open_segment(folder, finished.front())).segments == 1;
    } catch (const schema::BytesError&) {
      return false;
    }
  };
  if (finished.size() > 1 || (finished.size() == 1 && !is_first())) return only("the list of segments is missing");
  CheckReport report = only(finished.empty() ? "nothing is committed yet"
                                             : "the list of segments is missing; what is there is one whole segment");
  report.advice = "Run izde-index again to go on.";
  report.is_before_first_commit = true;
  return report;
}

// Where no list is.
CheckReport report_unlisted(const std::string& folder) {
  std::error_code error;
  if (!fs::exists(folder, error))
    throw schema::IndexError(folder +
                             ": there is no index here; name one with --db, or check a served one where it lies");
  if (fs::exists(fs::path(folder) / "iamglass", error)) schema::open_index(folder);  // throws, and says what it is
  if (!fs::exists(fs::path(folder) / "lock", error) && schema::other_segments(folder, {}).empty())
    throw schema::IndexError(folder + ": is not an index; name one with --db");
  return before_first_commit(folder);
}

CheckReport check_once(const std::string& folder) {
  std::vector<std::string> names;
  try {
    names = schema::read_segments(folder);
  } catch (const schema::IndexError&) {
    return only("the list of segments is damaged");
  }
  return names.empty() ? report_unlisted(folder) : IndexCheck(folder, names).run();
}

std::string bytes_of_list(const std::string& folder) {
  std::ifstream list(fs::path(folder) / schema::kSegmentList, std::ios::binary);
  return {std::istreambuf_iterator<char>(list), std::istreambuf_iterator<char>()};
}

}  // namespace

// A segment that a writer put together with others meanwhile is no finding.
CheckReport check_index(const std::string& folder) {
  for (int attempt = 0;; ++attempt) {
    const std::string before = bytes_of_list(folder);
    CheckReport report = check_once(folder);
    if (!report.findings.empty() && attempt < kReopenings && bytes_of_list(folder) != before) continue;
    report.is_being_written = schema::is_being_written(folder);
    if (report.is_before_first_commit && report.is_being_written)
      throw schema::IndexError(folder + ": there is nothing to check yet: an izde-index is writing to it and has not " +
                               "committed anything; check it when that is done");
    return report;
  }
}

std::string describe(const CheckReport& report, const std::string& folder) {
  std::string text;
  for (const Finding& finding : report.findings)
    text += folder + ": " + finding.place + (finding.place.empty() ? "" : ": ") + finding.what + "\n";
  for (const std::string& note : report.notes) text += folder + ": note: " + note + "\n";
  if (report.is_being_written)
    text += folder + ": note: another izde-index is writing to it; this is how it was before that is done\n";
  if (report.findings.empty())
    return text + folder + ": sound: " + counted(report.documents, "document") + ", " +
           counted(report.passages, "passage") + " in " + counted(report.segments, "segment") + ".\n";
  return text + folder + ": NOT sound. " + report.advice + "\n";
}

}  // namespace izde::indexer
