#include "indexer/check/tables.hpp"

#include "schema/bytes.hpp"
#include "schema/terms.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <string_view>
#include <system_error>

namespace izde::indexer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPostings = "postlist.glass";
constexpr std::array<const char*, 3> kAlways{"iamglass", kPostings, "termlist.glass"};
constexpr std::array<const char*, 1> kOfDocuments{"docdata.glass"};  // Xapian makes it with the first
constexpr std::string_view kWordPrefixes = "RKGVBON";                // of the terms that words make (schema/terms.hpp)

std::string reason_of(const Xapian::Error& error) {
  if (std::string_view(error.get_type()) == "DatabaseModifiedError")
    return "a block is of another revision";  // a segment has but one
  std::string reason = error.get_msg();
  if (error.get_error_string() != nullptr) reason.append(", ").append(error.get_error_string());
  return reason;
}

// The last line that says something, of what Xapian tells while it checks.
std::string last_line(const std::string& told) {
  std::istringstream lines(told);
  std::string last;
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) last = line;
  return last;
}

bool is_word(std::string_view term) { return kWordPrefixes.find(term.front()) != std::string_view::npos; }

// Sound where `check` returns 0; what it throws is a finding too.
template <class Check>
bool is_sound(const std::string& segment, const std::string& inside, Findings& findings, Check check) {
  std::ostringstream told;
  try {
    if (check(told) == 0) return true;
    findings.add(segment, inside, "Xapian's check finds it damaged", last_line(told.str()));
  } catch (const Xapian::Error& error) {
    findings.add(segment, inside, "Xapian's check finds it damaged", reason_of(error));
  } catch (const std::exception& error) {  // Xapian 1.4 throws others too where a table is damaged
    findings.add(segment, inside, "Xapian's check fails", error.what());
  }
  return false;
}

auto checked(const fs::path& path) {
  return [path = path.string()](std::ostream& told) { return Xapian::Database::check(path, 0, &told); };
}

template <std::size_t N>
bool are_there(const fs::path& place, const std::string& segment, const std::array<const char*, N>& files,
               Findings& findings) {
  bool all = true;
  for (const char* file : files) {
    std::error_code error;
    if (fs::is_regular_file(place / file, error)) continue;
    findings.add(segment, file, "the file is missing");
    all = false;
  }
  return all;
}

// Each by itself; where none can be read, it is the file that says where they begin. True if the damage was placed.
bool place_damage(const fs::path& place, const std::string& segment, Findings& findings) {
  std::error_code error;
  std::vector<fs::path> files;
  for (const fs::directory_entry& file : fs::directory_iterator(place, error))
    if (file.path().extension() == ".glass") files.push_back(file.path());
  std::sort(files.begin(), files.end());
  Findings placed;
  std::size_t damaged = 0;
  for (const fs::path& file : files) damaged += !is_sound(segment, file.filename().string(), placed, checked(file));
  if (damaged == 0 || damaged == files.size()) return false;
  findings.add(placed);
  return true;
}

// One list: rising numbers of documents that there are, as many as it says.
void check_list(const Xapian::Database& database, const std::string& term, Posted& posted, const std::string& segment,
                Findings& findings) {
  const std::uint64_t hash = is_word(term) ? hash_of_term(term) : 0;
  Xapian::doccount documents = 0;
  Xapian::termcount times = 0;
  Xapian::docid before = 0;
  for (auto row = database.postlist_begin(term); row != database.postlist_end(term); ++row) {
    if (*row <= before || *row >= posted.lengths.size()) {
      findings.add(segment, kPostings, "a posting list names documents that there are not", term);
      return;
    }
    before = *row;
    ++documents;
    times += row.get_wdf();
    posted.lengths[before] += row.get_wdf();
    posted.words[before] += hash * row.get_wdf();
  }
  if (documents != database.get_termfreq(term) || times != database.get_collection_freq(term))
    findings.add(segment, kPostings, "a posting list is not as long as it says", term);
}

}  // namespace

std::uint64_t hash_of_term(std::string_view term) { return schema::hash64(term); }

bool check_tables(const std::string& folder, const std::string& segment, Findings& findings) {
  const fs::path place = fs::path(folder) / segment;
  std::error_code error;
  if (!fs::is_directory(place, error)) {
    findings.add(segment, "", "is on the list, but its folder is missing");
    return false;
  }
  if (!are_there(place, segment, kAlways, findings)) return false;
  Xapian::doccount documents = 0;
  const auto open = [&](std::ostream&) {
    documents = Xapian::Database(place.string()).get_doccount();
    return std::size_t{0};
  };
  Findings whole;
  if (is_sound(segment, "iamglass", whole, open)) {
    if (documents > 0 && !are_there(place, segment, kOfDocuments, findings)) return false;
    if (is_sound(segment, "", whole, checked(place))) return true;
  }
  if (!place_damage(place, segment, findings)) findings.add(whole);
  return false;
}

std::optional<Posted> check_postings(const Xapian::Database& database, const std::string& segment, Findings& findings) {
  Xapian::doccount records = 0;
  for (const std::string_view kind : {schema::kPassageTerm, schema::kLexiconTerm})
    records += database.get_termfreq(std::string(kind));
  if (database.get_doccount() != records || database.get_lastdocid() != records) {
    findings.add(segment, "iamglass", "tells another number of records than the tables have");
    return std::nullopt;
  }
  Posted posted;
  posted.lengths.resize(database.get_lastdocid() + 1);
  posted.words.resize(database.get_lastdocid() + 1);
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
    check_list(database, *term, posted, segment, findings);
  Xapian::doccount documents = 0;
  std::uint64_t length = 0;
  for (auto row = database.postlist_begin(""); row != database.postlist_end(""); ++row) {
    ++documents;
    length += posted.lengths.at(*row);
    if (database.get_doclength(*row) != posted.lengths[*row])
      findings.add(segment, kPostings, "the length of a document is not the sum of its words",
                   "document " + std::to_string(*row));
  }
  if (documents != database.get_doccount() || length != database.get_total_length())
    findings.add(segment, "iamglass", "tells other counts of documents and words than the tables have");
  return posted;
}

}  // namespace izde::indexer
